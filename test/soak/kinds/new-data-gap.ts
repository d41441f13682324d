import { daysUntil, latestDay, totalsOf } from "../crossings/days";
import type { CrossingLook, CrossingLooks, Expecting } from "../crossings/kind";
import type { Props, Scene } from "../kind";
import { DAY, HOUR, MINUTE, SECOND, utcDay } from "../time";

const choices: Props[] = [{}, { hours: 6, tellEnd: true }, { hours: 48, tellEnd: true }];

/** What has been the newest data at some poll, a gap may begin with, and end. */
function beginnings(idsOf: (scene: Scene) => string[]): Expecting {
  const begun = new Set<string>();
  return {
    lines: (scene) => {
      for (const id of idsOf(scene)) begun.add(id);
      const day = utcDay(scene.person.now);
      return [...begun].flatMap((id) => [{ id, day }, { id: `${id}-over`, day }]);
    },
  };
}

/** Of any day that has steps: the first row of an answer may be left out. */
function daysWithSteps({ person }: Scene): string[] {
  const first = utcDay(person.now - 40 * DAY);
  return daysUntil(first, latestDay(person.now)).flatMap((day) => {
    const { steps } = totalsOf(person, day);
    return steps ? [`${day}-${steps}`] : [];
  });
}

const iso = (at: number): string => new Date(at).toISOString();

/** The seconds of the last minute that was worn, and where steps and workouts end. */
function newestPoints({ person }: Scene): string[] {
  const ends = person.exercises().slice(-30).flatMap(({ start, end }) => [start, end]);
  const found = ends.map((end) => iso(end));
  for (let day = person.today; day > person.today - 40; day -= 1) {
    const span = person.spanOf(day);
    let last: number | undefined;
    person.eachMinute(span, (minutes, i, isVisible) => {
      if (!isVisible) return;
      const at = minutes.start + i * MINUTE;
      if ((minutes.heartRate[i] ?? 0) > 0) last = at;
      if ((minutes.steps[i] ?? 0) > 0) found.push(iso(at + MINUTE));
    });
    found.push(iso(span.from));
    if (last !== undefined) {
      const from = last;
      return [...found, ...Array.from({ length: 61 }, (_, i) => iso(from + i * SECOND))];
    }
  }
  return found;
}

const onBoth = {
  choices,
  lookBackDays: 30,
  flaw: ({ status, since, until, hours }, id) => {
    if (id.endsWith("-over") !== (status === "data again")) return `as ${String(status)}`;
    const length = typeof until === "string"
      ? (Date.parse(until) - Date.parse(String(since))) / HOUR
      : Number(hours);
    return Math.abs(length - Number(hours)) <= 0.051 && Number(hours) >= 6
      ? undefined
      : `as of ${String(hours)} hours`;
  },
} satisfies Partial<CrossingLook>;

export const crossings: CrossingLooks = {
  fitbit: {
    ...onBoth,
    expecting: () => beginnings(daysWithSteps),
    costs: { idle: () => 1, beside: () => 0, perEvent: 0 },
  },
  google_health: {
    ...onBoth,
    expecting: () => beginnings(newestPoints),
    costs: { idle: () => 6, beside: () => 0, perEvent: 0 },
  },
};
