import { openPlace } from "./bench";
import type { Kind } from "./kind";
import { kinds } from "./kinds";
import { Play } from "./play";
import { USUAL, type Step } from "./steps";
import { DAY, HOUR, MINUTE } from "./time";

const poll: Step = { do: "poll", troubles: [], kill: undefined };
const days = (count: number): Step => ({ do: "wait", minutes: count * (DAY / MINUTE) });
const recorded
  = { do: "record", hoursAgo: 0, minutes: 30, synced: true, byApp: false } as const
;
const recordedLate = (daysAgo: number): Step => (
  { ...recorded, hoursAgo: daysAgo * (DAY / HOUR) }
);
const limited = {
  answer: { status: 429, headers: { "Fitbit-Rate-Limit-Reset": "1500" } }, times: 1, skip: 0,
};
const crowd: Step = { do: "many", count: 130, hoursAgo: 0 };

type Of = "activities" | "sleeps" | "moments";

const ofKind = ({ tells }: Kind): Of => typeof tells === "string" ? tells : "moments";

/** Short histories that random ones came down to when they failed. */
const FOUND: [what: string, of: Of, steps: Step[]][] = [
  ["one of the minute and kind of one whose id changed", "activities", [
    poll, { do: "renumber" }, poll, { do: "twin", pick: 0, synced: true }, poll,
  ]],
  ["one of the minute and kind of one whose id changes then", "activities", [
    poll, { do: "renumber" }, { do: "twin", pick: 0, synced: true }, poll,
  ]],
  ["none that was unwanted once, when the settings change", "activities", [
    poll, { do: "props", choice: 2 }, { ...recorded, minutes: 5 }, poll,
    { do: "props", choice: 0 }, poll,
  ]],
  ["one after a rate limit, before which nothing is asked", "activities", [
    { ...poll, troubles: [limited] }, recorded, { do: "wait", minutes: 15 }, poll,
    { do: "wait", minutes: 15 }, poll,
  ]],
  ["a nap that is worked out anew, shorter and a little later", "sleeps", [
    { ...recorded, minutes: 60 }, { do: "wait", minutes: 120 }, poll,
    { do: "reprocess", pick: 0, startMinutes: 14, endMinutes: 8, flip: false }, poll,
  ]],
  ["one that waits for Fitbit while days pass", "sleeps", [
    recordedLate(13), days(3), { do: "pending", answers: 3 }, poll, days(1), poll,
  ]],
  ["a night of which another app may tell first", "sleeps", [
    days(1), poll, days(1), poll, { do: "sync", from: 9999, to: 0 }, poll,
  ]],
  ["a workout of which another app may tell first", "activities", [
    days(3), poll, { do: "sync", from: 9999, to: 0 }, poll,
  ]],
  ["a sleep that ends before it began, by the clocks of a flight westward", "sleeps", [
    poll, { do: "fly", zone: "Asia/Tokyo", before: 194, after: 59 },
    { do: "travel", zone: "America/Los_Angeles" }, poll,
  ]],
  ["more than a poll may tell of, of which two were killed", "activities", [
    crowd, { ...poll, kill: { after: 100, drops: false } },
    { ...poll, kill: { after: 40, drops: true } }, poll,
  ]],
  ["more of one moment, of which one was told", "moments", [
    recorded, poll, { do: "twin", pick: 0, synced: true }, poll,
    { do: "twin", pick: 0, synced: true }, poll,
  ]],
  ["two of one moment, of which the first is deleted", "moments", [
    poll, recorded, { do: "twin", pick: 0, synced: true }, poll, { do: "delete", pick: 1 }, poll,
  ]],
  ["one at a place where one had been written down before travelling", "moments", [
    poll, recorded, poll, { do: "fly", zone: "Asia/Tokyo", before: 194, after: 59 }, poll,
    { do: "travel", zone: "America/Los_Angeles" }, recorded, poll,
  ]],
];

describe("what was lost or repeated once arrives once", () => {
  let place: Awaited<ReturnType<typeof openPlace>>;
  beforeAll(async () => {
    place = await openPlace();
  });
  afterAll(() => place.close());

  const cases = FOUND.flatMap(([what, of, steps]) => kinds
    .filter((kind) => ofKind(kind) === of)
    .map((kind) => [kind.key, what, kind, steps] as const));

  it.each(cases)("%s: %s", async (_key, _what, kind, steps) => {
    const played = new Play(place.bench(kind), kind)
      .run({ seed: 1, day: 0, deployed: true, does: USUAL, steps });
    await expect(played).resolves.toBeUndefined();
  });
});
