import getDailyRollup from "../../actions/get-daily-rollup/get-daily-rollup";
import getRollup from "../../actions/get-rollup/get-rollup";
import type { Fields } from "../../local/runtime/component";
import { refusal, run } from "../support/step";
import { api, date, noScope, points, rpcError } from "./support";

const civil = (day: string) => ({ date: date(day) });
const MARCH = { startDate: "2026-03-18", endDate: "2026-03-20" };

describe("a daily roll-up", () => {
  const path = `${points("steps")}:dailyRollUp`;
  const range = (start: string, end: string) => ({ start: civil(start), end: civil(end) });
  const day = (from: string, before: string, countSum: string) => ({
    civilStartTime: civil(from), civilEndTime: civil(before), steps: { countSum },
  });
  const daily = (props: Fields = {}) => run(getDailyRollup, { ...MARCH, ...props });

  it("has a row a day, the oldest first, without those that have no reading", async () => {
    const rollupDataPoints = [
      day("2026-03-20", "2026-03-21", "9525"),
      { ...day("2026-03-19", "2026-03-20", "0"), steps: {} },
      day("2026-03-18", "2026-03-19", "11804"),
    ];
    const sent = { range: range("2026-03-18", "2026-03-21") };
    api({ method: "POST", path, sent, body: { rollupDataPoints } });
    const { result, summary } = await daily();
    expect(result).toEqual({
      dataType: "steps",
      windowDays: 1,
      rollUps: [
        { date: "2026-03-18", countSum: "11804" },
        { date: "2026-03-20", countSum: "9525" },
      ],
      ...MARCH,
      count: 2,
      truncated: false,
    });
    expect(summary).toBe("2 days of steps from 2026-03-18 to 2026-03-20");
  });

  it("without data says so", async () => {
    api({ method: "POST", path, sent: { range: range("2026-03-18", "2026-03-21") } });
    const { result, summary } = await daily();
    expect(result).toMatchObject({ rollUps: [], count: 0, truncated: false });
    expect(summary).toBe("No steps from 2026-03-18 to 2026-03-20. Data appears after the watch syncs.");
  });

  it("fails in words for want of a scope", async () => {
    const sent = { range: range("2026-03-18", "2026-03-21") };
    api({ method: "POST", path, sent, status: 403, body: noScope });
    expect((await daily()).error).toMatchObject({
      name: "MissingScopeError", scope: "activity_and_fitness.readonly",
    });
  });

  it("of several days at once begins with the first, and says the last of each", async () => {
    const sent = {
      range: range("2026-03-07", "2026-03-21"),
      windowSizeDays: 7,
      dataSourceFamily: "users/me/dataSourceFamilies/google-wearables",
    };
    const rollupDataPoints = [day("2026-03-14", "2026-03-21", "60000")];
    api({ method: "POST", path, sent, body: { rollupDataPoints } });
    const asked = { startDate: "2026-03-07", windowDays: 7, family: "google-wearables" };
    const { result, summary } = await daily(asked);
    expect(result).toMatchObject({
      rollUps: [{ date: "2026-03-14", endDate: "2026-03-20", countSum: "60000" }],
    });
    expect(summary).toBe("1 window of 7 days of steps from 2026-03-07 to 2026-03-20");
  });

  it("takes the fewest requests, cut where windows begin, and ends before one that fails", async () => {
    const heart = `${points("heart-rate")}:dailyRollUp`;
    const sent = (start: string, end: string) =>
      ({ range: range(start, end), windowSizeDays: 10 });
    const beatsPerMinuteAvg = 71.2;
    const sum = {
      civilStartTime: civil("2026-02-19"), civilEndTime: civil("2026-03-01"),
      heartRate: { beatsPerMinuteAvg },
    };
    const body = { rollupDataPoints: [sum] };
    api({ method: "POST", path: heart, sent: sent("2026-02-19", "2026-03-01"), body });
    api({ method: "POST", path: heart, sent: sent("2026-03-01", "2026-03-11") });
    const quota = rpcError(429, "RESOURCE_EXHAUSTED", "Quota.");
    api({
      method: "POST", path: heart, sent: sent("2026-03-11", "2026-03-21"),
      status: 429, headers: { "Retry-After": "600" }, body: quota,
    });
    const { result, summary } = await daily({
      dataType: "heart-rate", startDate: "2026-02-19", windowDays: 10,
    });
    expect(result).toMatchObject({
      rollUps: [{ date: "2026-02-19", endDate: "2026-02-28", beatsPerMinuteAvg }],
      truncated: true,
      nextStartDate: "2026-03-11",
    });
    expect(result).toHaveProperty("retryAt", expect.stringMatching(/^2026-03-20T12:10:00/));
    expect(summary).toContain("go on with 2026-03-11 as Start Date when it resets");
  });

  it.each([
    ["a window longer than the API sums up", { dataType: "heart-rate", windowDays: 15 }, "Window (Days): 15 is not a number from 1 to 14"],
    ["days the wrong way round", { startDate: "2026-03-21" }, "swap them"],
  ])("of %s is refused before any request", async (_, props, sentence) => {
    expect(await refusal(getDailyRollup, { ...MARCH, ...props })).toContain(sentence);
  });
});

describe("a roll-up by windows", () => {
  const path = `${points("steps")}:rollUp`;
  const zone = { timeZone: "America/New_York" };
  const asked = (startTime: string, endTime: string, seconds: number, pageSize: number) =>
    ({ range: { startTime, endTime }, windowSize: `${seconds}s`, pageSize });
  const sum = (startTime: string, countSum: string) =>
    ({ startTime, endTime: "", steps: { countSum } });
  const rolled = (props: Fields = {}) =>
    run(getRollup, { startDate: "2026-03-20", ...zone, ...props });

  it("has a row an hour of the user's own day, the oldest first", async () => {
    const sent = asked("2026-03-20T04:00:00.000Z", "2026-03-21T04:00:00.000Z", 3_600, 24);
    const rollupDataPoints = [
      sum("2026-03-20T13:00:00Z", "812"),
      { ...sum("2026-03-20T12:00:00Z", "0"), steps: {} },
      sum("2026-03-20T11:00:00Z", "97"),
    ];
    api({ method: "POST", path, sent, body: { rollupDataPoints } });
    const { result, summary } = await rolled();
    expect(result).toEqual({
      dataType: "steps",
      windowSeconds: 3_600,
      rollUps: [
        { date: "2026-03-20", time: "07:00:00", startTime: "2026-03-20T11:00:00.000Z", countSum: "97" },
        { date: "2026-03-20", time: "09:00:00", startTime: "2026-03-20T13:00:00.000Z", countSum: "812" },
      ],
      startDate: "2026-03-20",
      endDate: "2026-03-20",
      startTime: "00:00",
      endTime: "23:59",
      count: 2,
      truncated: false,
    });
    expect(summary).toBe("2 windows of 3600 seconds of steps on 2026-03-20");
  });

  it("begins with the time given, whatever the length, and has its last window whole", async () => {
    const sent = asked("2026-03-20T11:10:00.000Z", "2026-03-20T12:20:00.000Z", 2_100, 2);
    api({ method: "POST", path, sent });
    const { summary } = await rolled({ startTime: "07:10", endTime: "07:59", windowSeconds: 2_100 });
    expect(summary).toBe("No steps from 07:10 to 07:59 on 2026-03-20. Data appears after the watch syncs.");
  });

  it("fails in words when the API does", async () => {
    const sent = asked("2026-03-20T04:00:00.000Z", "2026-03-21T04:00:00.000Z", 3_600, 24);
    api({ method: "POST", path, sent, status: 403, body: noScope });
    expect((await rolled()).error).toHaveProperty("name", "MissingScopeError");
  });

  it("on a day of 23 hours has as many", async () => {
    const sent = asked("2026-03-08T05:00:00.000Z", "2026-03-09T04:00:00.000Z", 3_600, 23);
    api({ method: "POST", path, sent });
    await rolled({ startDate: "2026-03-08", endDate: "2026-03-08" });
  });

  it("of more than a step returns ends with a whole minute, and goes on there", async () => {
    const start = Date.parse("2026-03-20T04:00:00Z");
    const iso = (ms: number) => new Date(ms).toISOString();
    const long = "1".repeat(1_000);
    const length = 45_000;
    const sent = asked(iso(start), iso(start + 1_920 * length), 45, 1_920);
    const sums = Array.from({ length: 1_920 }, (_, i) => sum(iso(start + i * length), long));
    api({ method: "POST", path, sent, body: { rollupDataPoints: sums.reverse() } });
    const { result, summary } = await rolled({ windowSeconds: 45 });
    const { rollUps, nextStartTime, truncated } = result as {
      rollUps: { time: string }[]; nextStartTime: string; truncated: boolean;
    };
    expect(truncated).toBe(true);
    expect(rollUps.length * 45 % 60).toBe(0);
    const next = new Date(rollUps.length * length).toISOString().slice(11, 16);
    expect(nextStartTime).toBe(next);
    expect(summary).toContain(`go on with 2026-03-20 as Start Date and ${next} as Start Time`);
  });

  it.each([
    ["a window longer than the API sums up", { dataType: "heart-rate", windowSeconds: 1_209_601 }, "is not a number from 1 to 1209600"],
    ["no window", { windowSeconds: 0 }, "Window (Seconds): 0 is not a number"],
    ["times the wrong way round", { startTime: "08:00", endTime: "07:00" }, "is before Start Time"],
  ])("of %s is refused before any request", async (_, props, sentence) => {
    expect(await refusal(getRollup, { startDate: "2026-03-20", ...zone }, props))
      .toContain(sentence);
  });
});
