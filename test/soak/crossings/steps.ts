import fc from "fast-check";
import type { RecordType } from "../../../local/sandbox";
import type { Fault } from "../../../local/sandbox/faults";
import { a, FAILURES, pollingAmid, ZONES, type Doing, type Polling } from "../steps";

/** One step of a history of days. */
export type CrossingStep
  = | { do: "wait"; minutes: number }
    | { do: "sync"; from: number; to: number }
    | {
      do: "record"; type: RecordType; hoursAgo: number; minutes: number; value?: number;
      synced: boolean;
    }
    | { do: "delete"; pick: number }
    | { do: "takeOff"; hoursAgo: number; hours: number }
    | { do: "travel"; zone: string }
    | { do: "fly"; zone: string; before: number; after: number }
    | ({ do: "poll" } & Polling)
    | ({ do: "redeploy" } & Polling)
    | { do: "restart" }
    | { do: "props"; choice: number };

export interface CrossingHistory {
  seed: number;
  /** Days after 20 March 2026 on which it begins. */
  day: number;
  deployed: boolean;
  does: Doing;
  steps: CrossingStep[];
}

/** A scope is withdrawn for a while; figures are left out of the first row of an answer. */
const ANSWERS: readonly Fault["answer"][] = [
  ...FAILURES, { status: 403 }, { status: 403 },
  { without: ["value", "countSum"] }, { without: ["dateTime", "date"] },
];

const polling = pollingAmid(ANSWERS, [0, 0, 0, 1, 2, 5, 12]);

const HOURS = 24 * 13;

const step: fc.Arbitrary<CrossingStep> = fc.oneof(
  {
    weight: 10,
    arbitrary: a("wait", {
      minutes: fc.constantFrom(1, 15, 60, 60, 360, 360, 24 * 60, 24 * 60, 3 * 24 * 60),
    }),
  },
  { weight: 1, arbitrary: a("wait", { minutes: fc.constantFrom(7 * 24 * 60, 20 * 24 * 60) }) },
  { weight: 4, arbitrary: a("sync", { from: fc.nat(HOURS), to: fc.nat(HOURS) }) },
  { weight: 6, arbitrary: a("sync", { from: fc.constant(9999), to: fc.constant(0) }) },
  {
    weight: 5,
    arbitrary: a("record", {
      type: fc.constantFrom<RecordType[]>(
        "activity", "activity", "sleep", "sleep", "weight", "food", "water",
      ),
      hoursAgo: fc.nat(HOURS),
      minutes: fc.oneof(fc.integer({ min: 5, max: 90 }), fc.integer({ min: 180, max: 600 })),
      value: fc.constant(undefined),
      synced: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: a("delete", { pick: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: a("takeOff", {
      hoursAgo: fc.nat(72), hours: fc.constantFrom(2, 12, 24, 48, 72),
    }),
  },
  { weight: 2, arbitrary: a("travel", { zone: fc.constantFrom(...ZONES) }) },
  {
    weight: 1,
    arbitrary: a("fly", {
      zone: fc.constantFrom(...ZONES),
      before: fc.integer({ min: 10, max: 400 }),
      after: fc.integer({ min: 10, max: 800 }),
    }),
  },
  { weight: 16, arbitrary: a("poll", polling) },
  { weight: 1, arbitrary: a("redeploy", polling) },
  { weight: 2, arbitrary: a("restart", {}) },
  { weight: 1, arbitrary: a("props", { choice: fc.nat(5) }) },
);

const skinMinutes = fc.constantFrom(0, 40, 600, 3_000);

const doing: fc.Arbitrary<Doing> = fc.record({
  fitbit: fc.record({
    floorsInSummary: fc.boolean(), altimeter: fc.boolean(), skinMinutes,
  }),
  health: fc.record({
    emptyWindows: fc.constantFrom("left out" as const, "empty" as const),
    dailyRollUpPages: fc.boolean(),
    emptyNextPageToken: fc.boolean(),
    basalWithoutData: fc.boolean(),
    skinMinutes,
    sleepProcessingMinutes: fc.constantFrom(0, 90),
    stepCopies: fc.constantFrom("none" as const, "of phone" as const, "of days" as const),
  }),
});

/** Histories of up to so many steps. */
export const crossingHistories = (mostSteps: number): fc.Arbitrary<CrossingHistory> =>
  fc.record({
    seed: fc.integer({ min: 1, max: 5 }),
    day: fc.nat(364),
    deployed: fc.boolean(),
    does: doing,
    steps: fc.array(step, { minLength: 1, maxLength: mostSteps, size: "max" }),
  });
