import { RETRIES } from "../../common/wire/retry";
import { STEP_LIMITS } from "../../common/wire/budget";
import { fitbitAlone } from "../../fitbit.app";
import { api, apiBreaks, apiStalls, errors } from "../support/api";
import { failure, PATH, reading, readingOften, writing } from "../support/probe";
import { run, skipWaits } from "../support/step";

const limited = {
  status: 429,
  body: errors("system", "Too Many Requests"),
};

describe("a read", () => {
  it.each([500, 502, 503, 504])("is repeated after a %s, with growing pauses", async (status) => {
    const waits = skipWaits();
    api({ path: PATH, status, times: 2 });
    api({ path: PATH, body: { sleep: [] } });
    expect((await run(reading)).result).toEqual({ sleep: [] });
    expect(waits).toEqual([375, 750]);
  });

  it("is repeated after a lost connection", async () => {
    const waits = skipWaits();
    apiBreaks({ path: PATH }, "ECONNRESET");
    api({ path: PATH, body: {} });
    expect((await run(reading)).result).toEqual({});
    expect(waits).toEqual([375]);
  });

  it.each([400, 401, 403, 404, 409, 410])("is not repeated after a %s", async (status) => {
    const waits = skipWaits();
    api({ path: PATH, status, body: errors("x", "No") });
    await failure(reading);
    expect(waits).toEqual([]);
  });
});

describe("a rate limit", () => {
  const NOW = "2026-03-20T09:47:30Z";

  it.each([
    ["Retry-After", { "Retry-After": "600", "Fitbit-Rate-Limit-Reset": "60" }, "09:57", 10],
    ["Fitbit-Rate-Limit-Reset", { "fitbit-rate-limit-reset": "120" }, "09:49", 2],
    ["the top of the hour", {}, "10:00", 13],
    ["the top of the hour, for words,", { "Retry-After": "soon" }, "10:00", 13],
    ["the other header, for words,", { "Retry-After": "soon", "Fitbit-Rate-Limit-Reset": "120" }, "09:49", 2],
    ["the other header, for nothing,", { "Retry-After": "", "Fitbit-Rate-Limit-Reset": "120" }, "09:49", 2],
    ["a date", { "Retry-After": "Fri, 20 Mar 2026 09:57:30 GMT" }, "09:57", 10],
    ["the top of the hour, for less than nothing,", { "Retry-After": "-5" }, "10:00", 13],
  ])("that ends at %s past the budget fails at once and says when", async (
    _, headers, at, minutes,
  ) => {
    const waits = skipWaits();
    api({ path: PATH, ...limited, headers: headers });
    const error = await failure(reading, NOW);
    expect(error).toMatchObject({
      name: "RateLimitError", code: "rate_limited", status: 429, apiMessage: "Too Many Requests",
    });
    expect(error.message).toBe(
      `Fitbit's limit of 150 requests an hour is used up; it resets at ${at} UTC (in ${minutes} minutes). Run the step again then.`,
    );
    expect(waits).toEqual([]);
  });

  it("gives the instant it ends, a second late rather than early", async () => {
    skipWaits();
    api({ path: PATH, ...limited, headers: { "Retry-After": "600" } });
    const { retryAt } = await failure(reading, NOW) as unknown as { retryAt: number };
    const expected = Date.parse(NOW) + 601_000;
    expect(retryAt).toBeGreaterThanOrEqual(expected);
    expect(retryAt).toBeLessThan(expected + 5_000);
  });

  it("of less than two minutes is said in seconds", async () => {
    skipWaits();
    api({ path: PATH, ...limited, headers: { "Retry-After": "30" } });
    expect((await failure(reading, NOW)).message).toContain("(in 31 seconds)");
  });

  it("that is over already is waited for a second", async () => {
    const waits = skipWaits();
    api({ path: PATH, ...limited, headers: { "Retry-After": "0" } });
    api({ path: PATH, body: { sleep: [] } });
    expect((await run(reading)).result).toEqual({ sleep: [] });
    expect(waits).toEqual([1_000]);
  });

  it.each([
    ["86400", "09:47 UTC on 2026-03-21 (in 1440 minutes)"],
    ["999999999", "11:34 UTC on 2057-11-26 (in 11574 days)"],
    ["9".repeat(30), "on 2126-"],
  ])("that ends on another day says which: after %s seconds", async (seconds, sentence) => {
    skipWaits();
    api({ path: PATH, ...limited, headers: { "Retry-After": seconds } });
    expect((await failure(reading, NOW)).message).toContain(sentence);
  });

  it.each([
    ["read", reading, "GET" as const],
    ["write", writing, "POST" as const],
  ])("that fits the budget is waited for: a %s", async (_, action, method) => {
    const waits = skipWaits();
    const exchange = { method, path: PATH };
    api({ ...exchange, ...limited, headers: { "Retry-After": "20" } });
    api({ ...exchange, body: { sleep: [] } });
    expect((await run(action)).result).toEqual({ sleep: [] });
    expect(waits).toEqual([21_000]);
  });

  it("is not waited for beyond 25 seconds altogether", async () => {
    const waits = skipWaits();
    api({ path: PATH, ...limited, headers: { "Retry-After": "20" } });
    api({ path: PATH, ...limited, headers: { "Retry-After": "4" } });
    expect(await failure(reading)).toMatchObject({ name: "RateLimitError" });
    expect(waits).toEqual([21_000]);
  });
});

it("ends an attempt when the budget ends, answer or not", async () => {
  jest.replaceProperty(RETRIES, "shortestAttemptMs", 100);
  const waits = skipWaits();
  api({ path: PATH, ...limited, headers: { "Retry-After": "23.7" } });
  apiStalls({ path: PATH });
  expect(await failure(reading)).toMatchObject({ name: "TimeoutError", code: "timeout" });
  expect(waits).toEqual([24_700]);
});

it("really waits", async () => {
  const before = performance.now();
  await fitbitAlone.methods._wait(20);
  expect(performance.now() - before).toBeGreaterThan(15);
});

it("gives an empty object for an empty answer", async () => {
  api({ path: PATH, body: "" });
  expect((await run(reading)).result).toEqual({});
});

describe("the budget of a step", () => {
  it("is a hundred requests", async () => {
    api({ path: PATH, body: {}, times: STEP_LIMITS.requests });
    expect((await run(readingOften(100))).summary).toBe("Read them");
  });

  it("refuses the next one", async () => {
    api({ path: PATH, body: {}, times: STEP_LIMITS.requests });
    expect(await failure(readingOften(101))).toMatchObject({
      name: "OutOfRequests",
      message: "This step reached its limit of 100 requests: ask for a shorter range, or for fewer logs.",
    });
  });
});
