import { DAY, type Day, HOUR, MINUTE } from "../../person/days";
import { type ExerciseKindName, kindOf } from "../../person/exercise-kinds";
import type { Person } from "../../person/person";
import type { Totals } from "../../person/totals";
import type { Exercise } from "../../person/truth";
import type { Call } from "../route";
import { activityById, nameOf } from "./catalogue";

export const FLOOR_METRES = 3.048;

/** What an exercise shows: parts that do not apply to it are absent. SI units. */
export interface Effort {
  /** 0 where it is not known. */
  kcal: number;
  steps?: number;
  metres?: number;
  /** What the watch counted; absent where it did not record the exercise. */
  measured?: Totals;
}

const kindHas = (kind: ExerciseKindName) => ({
  steps: kindOf(kind).stepsPerMinute[1] > 0,
  metres: "metresPerMinute" in kindOf(kind),
});

/** Whose exercises are shown, and how. */
type Shown = Pick<Call, "person" | "switches">;

export function effortOf(shown: Shown, exercise: Exercise): Effort {
  return { ...countedOf(shown, exercise), ...exercise.edited };
}

/** What someone of this weight burns in `ms` at so many times the rest. */
export const burnt = (person: Person, mets: number, ms: number): number =>
  Math.round(mets * person.who.weightKg * (ms / HOUR));

/** The energy that nobody told. */
function untold({ person, switches }: Shown, { kind, start, end }: Exercise): number {
  const known = switches.untoldCaloriesEstimated && activityById(nameOf(kind).typeId);
  return known ? burnt(person, known.mets, end - start) : 0;
}

function countedOf(shown: Shown, exercise: Exercise): Effort {
  const { kind, said, origin, by } = exercise;
  if (typeof kind !== "string" || origin === "manual") {
    return { ...said, kcal: said?.kcal ?? untold(shown, exercise) };
  }
  const measured = shown.person.effortOf(exercise);
  const has = kindHas(kind);
  return {
    kcal: said?.kcal ?? measured.kcal,
    ...(has.steps && { steps: measured.steps }),
    ...(has.metres && { metres: measured.metres }),
    // A phone has no sensor for the rest.
    ...(by === undefined && { measured }),
  };
}

/** What people wrote down for a day on top of what the watch counted. */
export interface Logged { steps: number; metres: number; kcal: number; activeKcal: number }

export interface DayFigures { tracker: Totals; logged: Logged }

/** A manual activity's energy replaces the basal burn of its time, which the day has. */
function loggedIn(shown: Shown, exercises: Exercise[]): Logged {
  const logged = { steps: 0, metres: 0, kcal: 0, activeKcal: 0 };
  for (const exercise of exercises) {
    const { steps = 0, metres = 0, kcal } = effortOf(shown, exercise);
    const minutes = (exercise.end - exercise.start) / MINUTE;
    logged.steps += steps;
    logged.metres += metres;
    logged.kcal += Math.max(0, kcal - minutes * (shown.person.who.basalMilliKcal / 1000));
    logged.activeKcal += kcal;
  }
  return logged;
}

/** The figures of days; `utc` counts from midnight to midnight of UTC, not the person's. */
export function figuresOf(shown: Shown, utc = false): (day: Day) => DayFigures {
  const { person } = shown;
  const manual = person.exercises().filter(({ origin }) => origin === "manual");
  return (day) => {
    const span = utc ? { from: day * DAY, to: (day + 1) * DAY } : person.spanOf(day);
    const within = manual.filter(({ start }) => span.from <= start && start < span.to);
    const tracker = utc ? person.totals(span) : person.dayTotals(day);
    return { tracker, logged: loggedIn(shown, within) };
  };
}
