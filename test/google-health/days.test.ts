import * as getSleepLog from "../../actions/get-sleep-log/get-sleep-log";
import * as logActivity from "../../actions/log-activity/log-activity";
import { dataTypes } from "../../common/google-health/data-types";
import { instantOf } from "../../common/clocks";
import { newInterval } from "../../common/google-health/writes";
import { refusal } from "../support/step";
import { interval } from "./records";
import {
  api, apiRefuses, app, between, call, date, points, rpcError, run, twin,
} from "./support";

const SETTINGS = { path: "/v4/users/me/settings" };
const evening = interval("2026-03-20T06:00:00Z", "2026-03-20T06:01:00Z", "-25200s");
const newest = (type: string) => ({ path: points(type), query: { pageSize: "25" } });
/** One for each scope; the others are asked where a scope is there, but no such record. */
const TELLING = ["steps", "sleep", "heart-rate", "nutrition-log"] as const;
const RARER = ["exercise", "weight", "hydration-log"] as const;

/** Expects the newest record of a type to be asked for. */
const has = (type: string, point: object) => {
  api({ ...newest(type), body: { dataPoints: [point] } });
};

/** Expects the sleep of a day to be asked for. */
const asksFor = (day: string, next: string) => api({
  path: `${points("sleep")}:reconcile`,
  query: { pageSize: "25", filter: between("sleep.interval.civil_end_time", day, next) },
});

describe("today", () => {
  it("is the time zone's that is given, without asking", async () => {
    asksFor("2026-03-21", "2026-03-22");
    const props = { timeZone: "Pacific/Kiritimati" };
    const { result } = await run(getSleepLog, props, "2026-03-20T10:00:00Z");
    expect(result).toHaveProperty("date", "2026-03-21");
  });

  it.each([
    ["a time zone", { timeZone: "America/Los_Angeles", utcOffset: "-25200s" }],
    ["an offset alone", { utcOffset: "-25200s" }],
  ])("is that of the settings: %s", async (_, body) => {
    api({ ...SETTINGS, body });
    asksFor("2026-03-19", "2026-03-20");
    const { result } = await run(getSleepLog, {}, "2026-03-20T06:59:59Z");
    expect(result).toHaveProperty("date", "2026-03-19");
  });

  it.each([
    ["are refused", () => apiRefuses(SETTINGS)],
    ["say nothing", () => api(SETTINGS)],
  ])("is that of the newest record where settings %s", async (_, settings) => {
    settings();
    has("steps", { steps: { interval: evening } });
    asksFor("2026-03-19", "2026-03-20");
    const { result } = await run(getSleepLog, {}, "2026-03-20T06:59:59Z");
    expect(result).toHaveProperty("date", "2026-03-19");
  });

  it.each([
    ["by its offset", { utcOffset: "-25200s" }, []],
    ["by the newest record", {}, [evening]],
  ])("is told %s where the settings' time zone is unknown here", async (_, more, steps) => {
    api({ ...SETTINGS, body: { timeZone: "Mars/Olympus", ...more } });
    steps.forEach((newest) => has("steps", { steps: { interval: newest } }));
    asksFor("2026-03-19", "2026-03-20");
    const { result } = await run(getSleepLog, {}, "2026-03-20T06:59:59Z");
    expect(result).toHaveProperty("date", "2026-03-19");
  });

  it("is found with whatever scope there is", async () => {
    apiRefuses(SETTINGS);
    apiRefuses(newest("steps"));
    api(newest("sleep"));
    const sampleTime = { physicalTime: "2026-03-20T06:00:00Z", utcOffset: "50400s" };
    has("heart-rate", { heartRate: { sampleTime } });
    asksFor("2026-03-21", "2026-03-22");
    const { result } = await run(getSleepLog, {}, "2026-03-20T10:00:00Z");
    expect(result).toHaveProperty("date", "2026-03-21");
  });

  it.each([
    ["an interval", "steps", { steps: { interval: {
      startTime: "2026-03-20T06:00:00Z", endTime: "2026-03-20T06:01:00.7Z",
      civilEndTime: { date: date("2026-03-19"), time: { hours: 23, minutes: 1 } },
    } } }],
    ["a sample at midnight", "heart-rate", { heartRate: { sampleTime: {
      physicalTime: "2026-03-20T07:00:00Z", civilTime: { date: date("2026-03-20"), time: {} },
    } } }],
  ] as const)("is told by the local time of %s that states no offset", async (_, type, record) => {
    apiRefuses(SETTINGS);
    TELLING.slice(0, TELLING.indexOf(type)).forEach((other) => apiRefuses(newest(other)));
    has(type, record);
    jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-03-20T08:00:00Z"));
    expect(await app.getUtcOffset(call())).toBe(-25_200_000);
  });

  it("is not Greenwich's because a record states no offset: the next type tells", async () => {
    apiRefuses(SETTINGS);
    const { startTime, endTime } = evening;
    has("steps", { steps: { interval: { startTime, endTime } } });
    has("sleep", { sleep: { interval: evening } });
    asksFor("2026-03-19", "2026-03-20");
    const { result } = await run(getSleepLog, {}, "2026-03-20T06:59:59Z");
    expect(result).toHaveProperty("date", "2026-03-19");
  });

  it("is that of the newest record of all types, once none of them is of the last day", async () => {
    apiRefuses(SETTINGS);
    has("steps", { steps: { interval: interval("2026-02-01T06:00:00Z", "2026-02-01T06:01:00Z", "32400s") } });
    has("sleep", { sleep: { interval: interval("2026-03-18T22:00:00Z", "2026-03-19T06:00:00Z", "-25200s") } });
    has("heart-rate", { heartRate: { sampleTime: { physicalTime: "2026-03-01T06:00:00Z", utcOffset: "0s" } } });
    ["nutrition-log", ...RARER].forEach((type) => api(newest(type)));
    asksFor("2026-03-19", "2026-03-20");
    const { result } = await run(getSleepLog, {}, "2026-03-20T06:59:59Z");
    expect(result).toHaveProperty("date", "2026-03-19");
  });

  it("is that of a record of the last day, and then no other type is asked", async () => {
    apiRefuses(SETTINGS);
    has("steps", { steps: { interval: interval("2025-03-01T06:00:00Z", "2025-03-01T06:01:00Z", "32400s") } });
    has("sleep", { sleep: { interval: evening } });
    asksFor("2026-03-19", "2026-03-20");
    const { result } = await run(getSleepLog, {}, "2026-03-20T06:59:59Z");
    expect(result).toHaveProperty("date", "2026-03-19");
  });

  it.each([...TELLING, ...RARER])("is found by somebody who has only %s, years old", async (type) => {
    apiRefuses(SETTINGS);
    const sampleTime = { physicalTime: "2020-03-20T06:00:00Z", utcOffset: "50400s" };
    const span = interval("2020-03-20T06:00:00Z", "2020-03-20T06:01:00Z", "50400s");
    const { unionKey, record } = dataTypes[type];
    has(type, { [unionKey]: record === "sample" ? { sampleTime } : { interval: span } });
    const others = [...TELLING, ...RARER].filter((other) => other !== type);
    others.forEach((other) => api(newest(other)));
    expect(await app.getUtcOffset(call())).toBe(50_400_000);
  });

  it("asks no second type of a scope that is missing", async () => {
    apiRefuses(SETTINGS);
    ["steps", "heart-rate", "nutrition-log"].forEach((type) => apiRefuses(newest(type)));
    api(newest("sleep"));
    expect(await app.getUtcOffset(call())).toBeUndefined();
  });

  it("looks behind an empty page for the newest record", async () => {
    apiRefuses(SETTINGS);
    api({ ...newest("steps"), body: { nextPageToken: "a" } });
    const page = { path: points("steps"), query: { pageSize: "25", pageToken: "a" } };
    api({ ...page, body: { dataPoints: [{ steps: { interval: evening } }], nextPageToken: "b" } });
    jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-03-20T06:59:59Z"));
    expect(await app.getCivilDay({ daysAgo: 0 }, call())).toBe("2026-03-19");
  });

  it("looks behind two empty pages of a type, and not on and on", async () => {
    apiRefuses(SETTINGS);
    for (const type of [...TELLING, ...RARER]) {
      api({ ...newest(type), body: { nextPageToken: "a" } });
      for (const [pageToken, nextPageToken] of [["a", "b"], ["b", "c"]] as const) {
        api({ path: points(type), query: { pageSize: "25", pageToken }, body: { nextPageToken } });
      }
    }
    expect(await app.getUtcOffset(call())).toBeUndefined();
  });

  it("asks for a time zone when nothing tells, and records without times do not", async () => {
    apiRefuses(SETTINGS);
    has("steps", { steps: {} });
    [...TELLING.slice(1), ...RARER].forEach((type) => api(newest(type)));
    expect(await refusal(twin(getSleepLog), {})).toMatch(
      /cannot say which day it is for you.*set Time Zone, such as Europe\/Berlin/,
    );
  });

  it("is asked once a step, and by every step anew", async () => {
    api({ ...SETTINGS, body: { timeZone: "UTC" }, times: 2 });
    const step = call();
    await app.getCivilDay({ daysAgo: 0 }, step);
    await app.getCivilRange({ from: { daysAgo: 3 } }, step);
    await app.getCivilDay({ daysAgo: 0 }, call());
  });

  it("is that of the newest record where settings are refused for another reason than a scope", async () => {
    api({ ...SETTINGS, status: 403, body: rpcError(403, "PERMISSION_DENIED", "No.") });
    has("steps", { steps: { interval: evening } });
    asksFor("2026-03-19", "2026-03-20");
    const { result } = await run(getSleepLog, {}, "2026-03-20T06:59:59Z");
    expect(result).toHaveProperty("date", "2026-03-19");
  });

  it("is told by whichever of the newest records states its offset, the latest first", async () => {
    apiRefuses(SETTINGS);
    const { startTime, endTime } = evening;
    const earlier = interval("2026-03-19T06:00:00Z", "2026-03-19T06:01:00Z", "32400s");
    api({
      ...newest("steps"),
      body: {
        dataPoints: [
          { steps: { interval: { startTime, endTime } } },
          { steps: { interval: earlier } },
          { steps: { interval: evening } },
          { steps: null },
          { steps: "none" },
        ],
      },
    });
    jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-03-20T06:59:59Z"));
    expect(await app.getUtcOffset(call())).toBe(-25_200_000);
  });

  it("fails with what the API says where it refuses everything for another reason", async () => {
    const body = rpcError(403, "PERMISSION_DENIED", "No.", "RESOURCE_PERMISSION_DENIED");
    const requests = [SETTINGS, ...TELLING.map(newest)];
    requests.forEach((request) => api({ ...request, status: 403, body }));
    const { error } = await run(getSleepLog);
    expect(error).toMatchObject({ name: "ForbiddenError", reason: "RESOURCE_PERMISSION_DENIED" });
  });

  it("is asked for in five requests by a connection that only writes, which then names Time Zone", async () => {
    for (const request of [SETTINGS, ...TELLING.map(newest)]) apiRefuses(request);
    const props = { activityName: "Run", startTime: "07:30", durationMinutes: 30 };
    expect(await refusal(twin(logActivity), props)).toContain("set Time Zone, such as Europe/Berlin");
  });

  it("fails with the API's own failure when there is another", async () => {
    api({ ...SETTINGS, status: 401, body: rpcError(401, "UNAUTHENTICATED", "Bad token") });
    const { error } = await run(getSleepLog);
    expect(error).toMatchObject({ name: "ExpiredTokenError" });
  });
});

describe("a range", () => {
  it("of dates asks nothing; one with a beginning ends today", async () => {
    const dates = { from: { date: "2026-03-01" }, to: { date: "2026-03-05" } };
    expect(await app.getCivilRange(dates, call())).toEqual({ from: "2026-03-01", to: "2026-03-05" });
    expect(await app.getCivilRange({}, call())).toEqual({ from: undefined, to: undefined });
    jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-03-20T12:00:00Z"));
    expect(await app.getCivilRange({ from: { daysAgo: 6 } }, call({ timeZone: "UTC" })))
      .toEqual({ from: "2026-03-14", to: "2026-03-20" });
  });
});

describe("the offset from UTC", () => {
  it("is that of the clock now, and unknown when nothing tells", async () => {
    jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-03-20T12:00:00Z"));
    expect(await app.getUtcOffset(call({ timeZone: "America/Los_Angeles" }))).toBe(-25_200_000);
    [SETTINGS, ...TELLING.map(newest)].forEach((request) => apiRefuses(request));
    expect(await app.getUtcOffset(call())).toBeUndefined();
  });
});

describe("a local time", () => {
  it.each([
    ["America/Los_Angeles", "2026-01-20T07:30", "2026-01-20T15:30:00.000Z"],
    ["America/Los_Angeles", "2026-07-20T07:30", "2026-07-20T14:30:00.000Z"],
    ["Asia/Kathmandu", "2026-07-20T00:00", "2026-07-19T18:15:00.000Z"],
    // Skipped in spring: as much later. Twice in autumn: the first one.
    ["Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
    ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ["Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00:00.000Z"],
    ["America/New_York", "2026-03-08T01:59", "2026-03-08T06:59:00.000Z"],
    ["America/New_York", "2026-03-08T03:00", "2026-03-08T07:00:00.000Z"],
  ])("in %s at %s is %s", (timeZone, local, instant) => {
    const ms = instantOf({ timeZone }, Date.parse(`${local}:00Z`));
    expect(new Date(ms).toISOString()).toBe(instant);
  });

  it("of a clock known by its offset alone is that much off", () => {
    const start = { day: "2026-03-20", time: "23:30" };
    expect(newInterval({ offset: 20_700_000 }, start, 3_600_000))
      .toEqual(interval("2026-03-20T17:45:00Z", "2026-03-20T18:45:00Z", "20700s"));
  });

  it("gives either end of a record its own offset", () => {
    const start = { day: "2026-10-24", time: "23:00" };
    expect(newInterval({ timeZone: "Europe/Berlin" }, start, 8 * 3_600_000))
      .toEqual(interval("2026-10-24T21:00:00Z", "2026-10-25T05:00:00Z", "7200s", "3600s"));
  });
});
