import fc from "fast-check";
import { a, FAILURES, pollingAmid, type Doing, type Polling } from "../steps";
import { SCALE, WATCH } from "./kind";

/** One step of a history of devices. `of` chooses among the watches and the scale. */
export type DeviceStep
  = | { do: "wait"; minutes: number }
    | { do: "sync" }
    | { do: "charge"; of: number; level: number; isLevelHidden: boolean }
    | { do: "rest"; of: number; daysAgo: number }
    | { do: "pair"; of: number; level: number }
    | { do: "unpair"; of: number }
    | { do: "reorder" }
    | { do: "travel"; zone: string }
    | ({ do: "poll" } & Polling)
    | ({ do: "redeploy" } & Polling)
    | { do: "restart" }
    | { do: "props"; choice: number };

/** What the person has, or may get. */
export const OWNED = [WATCH, SCALE, "816713301", "816713302"];

export interface DeviceHistory {
  seed: number;
  deployed: boolean;
  does: Doing;
  steps: DeviceStep[];
}

/** A poll has few effects that it may be killed before. */
const kill = fc.option(fc.record({ after: fc.nat(2), drops: fc.boolean() }), {
  nil: undefined, freq: 2,
});

/** What leaves a device out of an answer is no fault of a list that has no order. */
const polling = { ...pollingAmid(FAILURES, [0, 0, 0, 1, 2]), kill };

const of = fc.constantFrom(0, 0, 0, 0, 1, 2);
const butTheWatch = fc.constantFrom(1, 1, 2, 2, 3, 3, 0);
/** Near where a battery is low, and where it is charged again. */
const level = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 100 }) },
  { weight: 3, arbitrary: fc.constantFrom(5, 12, 19, 20, 24, 27, 29, 36, 49, 55, 60, 90) },
);

const step: fc.Arbitrary<DeviceStep> = fc.oneof(
  {
    weight: 3,
    arbitrary: a("wait", { minutes: fc.constantFrom(1, 15, 60, 360, 24 * 60, 9 * 24 * 60) }),
  },
  { weight: 4, arbitrary: a("sync", {}) },
  {
    weight: 16,
    arbitrary: a("charge", { of, level, isLevelHidden: fc.nat(9).map((n) => n === 0) }),
  },
  { weight: 1, arbitrary: a("rest", { of: butTheWatch, daysAgo: fc.nat(30) }) },
  { weight: 1, arbitrary: a("pair", { of, level }) },
  { weight: 1, arbitrary: a("unpair", { of: butTheWatch }) },
  { weight: 1, arbitrary: a("reorder", {}) },
  { weight: 1, arbitrary: a("travel", { zone: fc.constantFrom("Asia/Tokyo", "America/Los_Angeles") }) },
  { weight: 24, arbitrary: a("poll", polling) },
  { weight: 1, arbitrary: a("redeploy", polling) },
  { weight: 2, arbitrary: a("restart", {}) },
  { weight: 1, arbitrary: a("props", { choice: fc.nat(3) }) },
);

const doing: fc.Arbitrary<Doing> = fc.record({
  fitbit: fc.record({
    unusedDevice: fc.boolean(),
    phoneBatteryLevel: fc.constantFrom("missing" as const, "zero" as const),
  }),
  health: fc.record({ unusedDevice: fc.boolean(), deviceDetails: fc.boolean() }),
});

/** Histories of up to so many steps. */
export const deviceHistories = (mostSteps: number): fc.Arbitrary<DeviceHistory> => fc.record({
  seed: fc.integer({ min: 1, max: 5 }),
  deployed: fc.boolean(),
  does: doing,
  steps: fc.array(step, { minLength: 20, maxLength: mostSteps, size: "max" }),
});
