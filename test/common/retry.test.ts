import { resets } from "../../common/wire/failures";
import fc from "../support/properties";
import { pauseBeforeRetry, RETRIES, waitIn } from "../../common/wire/retry";

const first = { attempt: 1, isWrite: false, elapsedMs: 0, random: 0.5 };

describe("the pause before a retry", () => {
  it.each([
    ["a 500 on a read", { status: 500 }, {}, 375],
    ["a 500 on a read, the second", { status: 503 }, { attempt: 2 }, 750],
    ["no answer to a read", {}, {}, 375],
    ["the luckiest draw", {}, { random: 0 }, 250],
    ["the unluckiest draw", {}, { random: 1 }, 500],
    ["a 500 on a write", { status: 500 }, { isWrite: true }, undefined],
    ["no answer to a write", {}, { isWrite: true }, undefined],
    ["a 200 that is no JSON", { status: 200 }, {}, undefined],
    ["a 400", { status: 400 }, {}, undefined],
    ["a 404", { status: 404 }, {}, undefined],
    ["a 429 that fits", { status: 429, waitMs: 22_000 }, {}, 22_000],
    ["a 429 that fits, on a write", { status: 429, waitMs: 1_000 }, { isWrite: true }, 1_000],
    ["a 429 that leaves too little of the budget", { status: 429, waitMs: 22_001 }, {}, undefined],
    ["a 429 that fits no more", { status: 429, waitMs: 5_000 }, { elapsedMs: 20_000 }, undefined],
    ["a 429 without a time", { status: 429 }, {}, undefined],
    ["the third failure", { status: 500 }, { attempt: 3 }, undefined],
    ["a budget that is used up", { status: 500 }, { elapsedMs: 24_700 }, undefined],
  ])("%s", (_, outcome, change, pause) => {
    expect(pauseBeforeRetry(outcome, { ...first, ...change })).toBe(pause);
  });

  it("stops growing", () => {
    const policy = { ...RETRIES, attempts: 20, budgetMs: 1e9 };
    expect(pauseBeforeRetry({}, { ...first, attempt: 15, random: 1 }, policy)).toBe(4_000);
  });

  const outcomes = fc.record({
    status: fc.option(fc.integer({ min: 200, max: 599 }), { nil: undefined }),
    waitMs: fc.option(fc.integer({ min: 0, max: 4_000_000 }), { nil: undefined }),
  });
  const attempts = fc.record({
    attempt: fc.integer({ min: 1, max: 5 }),
    isWrite: fc.boolean(),
    elapsedMs: fc.integer({ min: 0, max: 60_000 }),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it("never sends a write again but after a 429, and never leaves the budget", () => {
    fc.assert(fc.property(outcomes, attempts, (outcome, attempt) => {
      const pause = pauseBeforeRetry(outcome, attempt);
      if (pause === undefined) return;
      expect(attempt.attempt).toBeLessThan(RETRIES.attempts);
      expect(attempt.elapsedMs + pause).toBeLessThan(RETRIES.budgetMs);
      if (attempt.isWrite) expect(outcome.status).toBe(429);
      if (outcome.status === 429) expect(pause).toBe(outcome.waitMs);
      else expect(pause).toBeLessThanOrEqual(RETRIES.longestPauseMs);
    }), { numRuns: 1000 });
  });
});

describe("what a header says of a wait", () => {
  const NOW = Date.parse("2026-03-20T12:00:00Z");

  it.each([
    ["600", 600_000],
    ["0", 0],
    [" 1.5 ", 1_500],
    ["Fri, 20 Mar 2026 12:00:20 GMT", 20_000],
    ["Fri, 20 Mar 2026 11:00:00 GMT", 0],
    ["-5", undefined],
    ["2026", 2_026_000],
    ["soon", undefined],
    ["", undefined],
    [undefined, undefined],
    ["9".repeat(400), 100 * 365 * 86_400_000],
  ])("%p is %p ms", (header, ms) => {
    expect(waitIn(header, NOW)).toBe(ms);
  });
});

describe("the time when a limit resets", () => {
  const NOW = Date.parse("2026-03-20T12:00:00Z");

  it.each([
    [0, "at 12:00 UTC (in 1 second)"],
    [1_000, "at 12:00 UTC (in 1 second)"],
    [99_001, "at 12:01 UTC (in 100 seconds)"],
    [101_000, "at 12:01 UTC (in 2 minutes)"],
    [43_200_000, "at 00:00 UTC on 2026-03-21 (in 720 minutes)"],
    [172_800_001, "at 12:00 UTC on 2026-03-22 (in 2 days)"],
  ])("is said to be %i ms ahead as %s", (ms, words) => {
    expect(resets(NOW + ms, NOW)).toBe(words);
  });
});
