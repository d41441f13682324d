import fc from "fast-check";
import { resolveProps } from "../../local/runtime";
import type { Fields } from "../../local/runtime/component";
import type { Pair } from "./doors";

const FEW_DAYS = 40;
const ALL_DAYS = 420;

/** A day in any of the words that a prop takes, or none. */
const dayOf = (special: string[]): fc.Arbitrary<string | undefined> => fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...special) },
  { weight: 2, arbitrary: fc.constantFrom("today", "yesterday") },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: FEW_DAYS }).map((n) => `${n} days ago`) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: ALL_DAYS }).map((n) => `${n} days ago`) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** What each prop of a reading action may be. */
const draws = (special: string[], timeZone: string): Record<string, fc.Arbitrary<unknown>> => {
  const day = dayOf(special);
  return {
    date: day,
    startDate: day,
    endDate: day,
    limit: fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 60 })),
    unitSystem: fc.constantFrom(undefined, "metric", "en_US", "en_GB"),
    timeZone: fc.constantFrom(undefined, undefined, timeZone),
  };
};

/** The props of a reading action that both apps have. */
export function propsFor(
  pair: Pair, special: string[], timeZone: string,
): fc.Arbitrary<Fields> {
  const known = draws(special, timeZone);
  const health = resolveProps(pair.health.component).map(({ name }) => name);
  const names = resolveProps(pair.fitbit.component)
    .filter(({ name, kind }) => kind === "user" && health.includes(name))
    .map(({ name }) => name);
  const unknown = names.filter((name) => !known[name]);
  if (unknown.length > 0) throw new Error(`Nothing is drawn for ${unknown.join()} of ${pair.name}.`);
  const wanted = Object.entries(known).filter(([name]) => names.includes(name));
  return given(Object.fromEntries(wanted));
}

/** Values by their name; what is drawn as undefined is left out. */
function given(values: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Fields> {
  return fc.record(values).map((props) => Object.fromEntries(
    Object.entries(props).filter(([, value]) => value !== undefined),
  ));
}

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 1 });
const unitSystem = fc.constantFrom("metric", "en_US", "en_GB");
const timeOf = (first: number, last: number) => fc.tuple(
  fc.integer({ min: first, max: last }), fc.integer({ min: 0, max: 59 }),
).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const decimal = (min: number, max: number, digits: number) =>
  fc.integer({ min: min * 10 ** digits, max: max * 10 ** digits })
    .map((whole) => String(whole / 10 ** digits));
/** Not as far back as the trip: Google's door takes the clock of today, not of back then. */
const daysAgo = fc.integer({ min: 2, max: 30 }).map((n) => `${n} days ago`);

const activity = given({
  activityName: fc.constantFrom("Run", "Walk", "Yoga", "weights", "Bouldering", "Tai Chi"),
  date: daysAgo,
  startTime: timeOf(0, 23),
  durationMinutes: fc.integer({ min: 1, max: 180 }),
  calories: maybe(fc.integer({ min: 1, max: 900 })),
  // Fitbit wants one of whatever covers ground.
  distance: decimal(1, 20, 2),
  distanceUnit: fc.constantFrom("kilometer", "mile", "meter", "yards"),
  unitSystem: maybe(unitSystem),
});

/** A run of which Fitbit estimates the steps, and nobody the calories. */
const ESTIMATED = {
  activityName: "Run",
  date: "2 days ago",
  startTime: "12:00",
  durationMinutes: 30,
  distance: "5",
  distanceUnit: "kilometer",
};

/** In the evening, when nobody sleeps yet. */
const sleep = given({
  date: daysAgo,
  startTime: timeOf(19, 19),
  durationMinutes: fc.integer({ min: 1, max: 60 }),
});

const profile = given({
  height: maybe(decimal(50, 80, 1)),
  strideLengthWalking: maybe(decimal(20, 40, 1)),
  strideLengthRunning: maybe(decimal(30, 60, 1)),
  heightUnit: maybe(fc.constantFrom("en_US", "any")),
  weightUnit: fc.constantFrom("en_US", "en_GB", "any"),
  waterUnit: maybe(fc.constantFrom("en_US", "any")),
  glucoseUnit: maybe(fc.constantFrom("en_US", "any")),
  unitSystem,
});

/** What a writing action is given. */
export interface Writing {
  /** Tried always, before anything is drawn. */
  example?: Fields;
  props: fc.Arbitrary<Fields>;
  /** Of a deletion: what is logged first, and the prop that takes its id. */
  deletes?: { log: string; prop: string };
}

/** By the name of the action. */
export const WRITINGS: Record<string, Writing | undefined> = {
  "log-activity": { props: activity, example: ESTIMATED },
  "log-sleep": { props: sleep },
  "update-profile": { props: profile },
  "delete-activity-log": {
    props: activity, deletes: { log: "log-activity", prop: "activityLogId" },
  },
  "delete-sleep-log": { props: sleep, deletes: { log: "log-sleep", prop: "sleepLogId" } },
};
