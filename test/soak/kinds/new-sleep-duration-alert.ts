import type { Person, Sleep } from "../../../local/sandbox";
import { asleepOf } from "../../../local/sandbox/fitbit/sleep/log";
import { daysUntil, latestDay } from "../crossings/days";
import { movable } from "../crossings/goals";
import type { CrossingLook, CrossingLooks, Line } from "../crossings/kind";
import type { Props, Scene } from "../kind";
import { HOUR } from "../time";

const choices: Props[] = [
  { hours: "6.5" }, { hours: 7, direction: "longer" }, { hours: "5.25", direction: "shorter" },
];

/** A night goes on after a sync in the middle of it. */
const SETTLING = 2 * HOUR;
/** How far apart the local times of one instant may be. */
const ANYWHERE = 26 * HOUR;
/** How far apart the APIs may be on how long someone slept. */
const MINUTES_APART = 10;

/** By how much earlier and later than it is an API may show the end of a sleep. */
interface Vague { early: number; late: number }

/** Whether a sleep is beyond the limit, and has been for long enough; else undefined. */
function beyond(
  { person }: Scene, sleep: Sleep, { direction = "shorter", hours }: Props, vague: Vague,
): "surely" | "perhaps" | undefined {
  const over = asleepOf(person, sleep) - Number(hours) * 60;
  const by = direction === "shorter" ? -over : over;
  const waited = person.now - sleep.end - SETTLING;
  if (by <= -MINUTES_APART || waited < -vague.early) return undefined;
  return by >= MINUTES_APART && waited >= vague.late ? "surely" : "perhaps";
}

const lengthOf = ({ start, end }: Sleep): number => end - start;

/** The sleeps of a day that may be its main one. */
type MainOf = (sleeps: Sleep[]) => Sleep[];

/** The longest, and what is as long. */
const longest: MainOf = (sleeps) => {
  const most = Math.max(...sleeps.map(lengthOf));
  return sleeps.filter((sleep) => lengthOf(sleep) === most);
};

/** What the watch has measured counts more; what was typed in may be called nothing. */
const longestStaged: MainOf = (sleeps) => {
  const staged = sleeps.filter(({ kind }) => kind === "stages");
  return sleeps.some(({ origin }) => origin === "manual")
    ? sleeps
    : longest(staged.length > 0 ? staged : sleeps);
};

type VagueOf = (person: Person, props: Props, sleep: Sleep) => Vague;

const linesBy = (mainOf: MainOf, vagueOf: VagueOf) => () =>
  movable((scene, props, since): Line[] => {
    const { person } = scene;
    const { direction = "shorter" } = props;
    return daysUntil(since, latestDay(person.now)).flatMap((day) => {
      const sleeps = person.sleeps()
        .filter(({ end }) => person.timeline.local(end).startsWith(day));
      const found = mainOf(sleeps)
        .map((sleep) => beyond(scene, sleep, props, vagueOf(person, props, sleep)));
      const isSure = found.every((how) => how === "surely");
      return found.some((how) => how)
        ? [{ id: `${day}-${String(direction)}`, day, isSure }]
        : [];
    });
  });

/** Whether the clocks have not changed for as long as an exercise tells the offset. */
function isAtRest({ timeline, now }: Person): boolean {
  const hours = Array.from({ length: 37 }, (_, i) => now - i * HOUR);
  return hours.every((at) => timeline.offsetAt(at) === timeline.offsetAt(now));
}

const onBoth = {
  lookBackDays: 14,
  flaw: ({ dateOfSleep, direction, hours, minutesAsleep, sleep }, id) => {
    if (id !== `${String(dateOfSleep)}-${String(direction)}`) return `as of ${id}`;
    const { isMainSleep } = sleep as Props;
    const isShorter = Number(minutesAsleep) < Number(hours) * 60;
    if (isShorter !== (direction === "shorter")) return "as beyond a limit that it is not";
    return isMainSleep ? undefined : "as of a nap";
  },
} satisfies Partial<CrossingLook>;

export const crossings: CrossingLooks = {
  fitbit: {
    ...onBoth,
    choices: [...choices, { hours: 6, timeZone: "home" }],
    expecting: linesBy(longest, (person, { timeZone }) => (
      { early: isAtRest(person) && !timeZone ? 0 : ANYWHERE, late: ANYWHERE })),
    costs: {
      idle: (days) => Math.ceil(days / 30),
      beside: ({ timeZone }) => timeZone ? 0 : 1,
      perEvent: 0,
    },
  },
  google_health: {
    ...onBoth,
    choices,
    // What never is processed waits for a day.
    expecting: linesBy(longestStaged, (_person, _props, { origin }) => (
      { early: 0, late: origin === "watch" ? 0 : 22 * HOUR })),
    // A page has 25, and who naps has two a day.
    costs: { idle: (days) => Math.ceil(days / 8), beside: () => 0, perEvent: 2 },
  },
};
