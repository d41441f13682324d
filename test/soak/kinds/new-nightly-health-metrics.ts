import type { Person } from "../../../local/sandbox";
import { lastDays } from "../crossings/goals";
import type { CrossingLook, CrossingLooks, Expecting, Line } from "../crossings/kind";
import type { Props, Scene } from "../kind";
import { DAY, HOUR, utcDay } from "../time";

/** The days on which the nights ended that the watch measured. */
const measured = (person: Person): string[] =>
  person.nights().map(({ day }) => utcDay(day * DAY));

/** What the watch always has of a night that it measured. */
const SURE: readonly unknown[] = ["hrv", "spo2", "breathingRate"];

const isSoonWhole = ({ metrics = [] }: Props): boolean => Array.isArray(metrics)
  && metrics.length > 0 && metrics.every((metric) => SURE.includes(metric));

/** What was refused is not asked for again before. */
const REFUSED = 6 * HOUR;

/**
 * A night is told of when all has landed, or so long after two polls that could see some of
 * it: skin temperature is not there yet when the rest is, and it may be its turn.
 */
function nightsUntil(lastOf: (scene: Scene) => string): Expecting {
  const seenOnce = new Set<string>();
  const waiting = new Map<string, number>();
  let troubled = -Infinity;
  return {
    lines: (scene, props, since) => measured(scene.person)
      .filter((day) => since <= day && day <= lastOf(scene))
      .map((day): Line => {
        const seen = waiting.get(day) ?? Infinity;
        const hours = Number(props.hoursAfter ?? 3);
        const isSure = isSoonWhole(props) || scene.person.now >= seen + hours * HOUR;
        return { id: day, day, isSure };
      }),
    polled: ({ person }, _, isCalm) => {
      const there = measured(person);
      if (!isCalm) troubled = person.now;
      for (const day of seenOnce) {
        if (there.includes(day)) continue;
        seenOnce.delete(day);
        waiting.delete(day);
      }
      if (person.now < troubled + REFUSED) return;
      for (const day of there) {
        if (seenOnce.has(day) && !waiting.has(day)) waiting.set(day, person.now);
        seenOnce.add(day);
      }
    },
  };
}

const onBoth = {
  choices: [
    {}, { metrics: ["hrv", "spo2"] }, { hoursAfter: 0 }, { hoursAfter: 30 },
    { metrics: ["breathingRate"], unitSystem: "en_US" },
  ],
  lookBackDays: 14,
  flaw: ({ date, row }, id) => {
    const { date: day, hrv, spo2, breathingRate } = row as Props;
    if (date !== id || day !== id) return `as of ${String(date)}`;
    const isMeasured = [hrv, spo2, breathingRate].some((figure) => figure !== null);
    return isMeasured ? undefined : "as of a night not measured";
  },
} satisfies Partial<CrossingLook>;

/** Of a poll to which one has landed: all of them are asked for. */
const METRICS = 6;

export const crossings: CrossingLooks = {
  fitbit: {
    ...onBoth,
    expecting: () => nightsUntil(lastDays.fitbit),
    // 30 days a request.
    costs: { idle: (days) => METRICS * Math.ceil(days / 30), beside: () => 0, perEvent: 0 },
  },
  google_health: {
    ...onBoth,
    expecting: () => nightsUntil(lastDays.google_health),
    costs: { idle: () => METRICS, beside: () => 0, perEvent: 0 },
  },
};
