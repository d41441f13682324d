import type { Person } from "../../../local/sandbox";
import type { Props, Scene } from "../kind";
import { DAY } from "../time";
import { latestDay, daysUntil, todayOf, totalsOf } from "./days";
import type { Expecting, Line } from "./kind";

/** The last day of which an API shows something. */
export const lastDays = {
  fitbit: ({ person }: Scene) => todayOf(person),
  google_health: ({ person }: Scene) => latestDay(person.now),
};

/** The person's own goal at Fitbit. */
const OWN = 9_000;
export const targetOf = ({ target }: Props): number => Number(target ?? OWN);

/** What a day's goal is told under. */
export const goalId = ({ target }: Props, day: string): string =>
  typeof target === "string" ? `${day}-steps-${target}` : `${day}-steps`;

/** The steps of a day: those that the watch counted, and those that were written down. */
export function stepsOf(person: Person, day: string): number {
  const { from, to } = person.spanOf(Date.parse(day) / DAY);
  const written = person.exercises()
    .filter(({ origin, start }) => origin === "manual" && from <= start && start < to)
    .map(({ said, edited }) => edited?.steps ?? said?.steps ?? 0);
  return written.reduce((sum, steps) => sum + steps, totalsOf(person, day).steps);
}

export const isWorn = (person: Person, day: string): boolean =>
  totalsOf(person, day).steps > 0;

/** The days from one on that are worn and before the last of them. */
export function finished(scene: Scene, since: string, last: string): string[] {
  return daysUntil(since, last).filter((day) => isWorn(scene.person, day)).slice(0, -1);
}

type LinesOf = (scene: Scene, props: Props, since: string) => Line[];

/**
 * Lines whose place the settings say: what is across one when it has been moved may be told
 * of or not, then and later.
 */
export function movable(linesOf: LinesOf): Expecting {
  const excused = new Set<string>();
  let placed: string | undefined;
  let seen = new Set<string>();
  let latest: Line[] = [];
  const isMoved = (): boolean =>
    placed !== undefined && [...seen].some((place) => place !== placed);
  return {
    lines: (scene, props, since) => {
      seen.add(JSON.stringify(props));
      latest = linesOf(scene, props, since).map((line) => (
        { ...line, isSure: line.isSure && !isMoved() && !excused.has(line.id) }
      ));
      return latest;
    },
    polled: (_, props) => {
      if (isMoved()) for (const { id } of latest) excused.add(id);
      placed = JSON.stringify(props);
      seen = new Set([placed]);
    },
  };
}

/**
 * Lines that need not be told of where a poll may have passed their day before: as one that
 * crosses none, or another line than this.
 */
export function unless(
  passedAs: (scene: Scene, props: Props, day: string) => string | undefined,
  { lines, polled }: Expecting,
): Expecting {
  const passed = new Map<string, Set<string>>();
  const isPassed = ({ id, day }: Line): boolean =>
    [...passed.get(day) ?? []].some((as) => as !== id);
  return {
    polled,
    lines: (scene, props, since) => {
      for (const day of daysUntil(since, latestDay(scene.person.now))) {
        const as = passedAs(scene, props, day);
        if (as !== undefined) passed.set(day, new Set([...passed.get(day) ?? [], as]));
      }
      return lines(scene, props, since)
        .map((line) => ({ ...line, isSure: line.isSure && !isPassed(line) }));
    },
  };
}
