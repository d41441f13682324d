import * as getActiveZoneMinutes
  from "../../actions/get-active-zone-minutes/get-active-zone-minutes";
import * as getActivityTimeSeries
  from "../../actions/get-activity-time-series/get-activity-time-series";
import * as getIntradayActivity
  from "../../actions/get-intraday-activity/get-intraday-activity";
import { api, apiRefuses, date, points, rpcError, run, skipWaits } from "./support";

const WEEK = { startDate: "2026-03-14", endDate: "2026-03-20" };
const range = { start: { date: date("2026-03-14") }, end: { date: date("2026-03-21") } };
const WEARABLES = { dataSourceFamily: "users/me/dataSourceFamilies/google-wearables" };

const rollUp = (type: string, more: object = {}) =>
  ({ method: "POST" as const, path: `${points(type)}:dailyRollUp`, sent: { range, ...more } });
const onDay = (day: string, sums: object) =>
  ({ civilStartTime: { date: date(day), time: {} }, ...sums });
const rows = (...rollupDataPoints: object[]) => ({ rollupDataPoints });
const row = (dateTime: string, value: string) => ({ dateTime, value });

describe("get-activity-time-series", () => {
  it("gives the steps of each day in Fitbit's shape, the oldest first, and as numbers", async () => {
    const body = rows(
      onDay("2026-03-20", { steps: { countSum: "812" } }), onDay("2026-03-19", { steps: { countSum: "9412" } }),
    );
    api({ ...rollUp("steps"), body });
    const { result, summary } = await run(getActivityTimeSeries, WEEK);
    expect(summary).toBe("Steps 5,112 a day on average, on 2 days from 2026-03-14 to 2026-03-20");
    expect(result).toEqual({
      "activities-steps": [row("2026-03-19", "9412"), row("2026-03-20", "812")],
      "days": [{ date: "2026-03-19", steps: 9412 }, { date: "2026-03-20", steps: 812 }],
      ...WEEK,
      "count": 2,
      "truncated": false,
    });
  });

  it("takes an explicit zero for one, and an empty value or a NaN for no reading", async () => {
    const body = rows(
      onDay("2026-03-20", { steps: {} }),
      onDay("2026-03-19", { steps: { countSum: "0" } }),
      onDay("2026-03-18", { steps: { countSum: "NaN" } }),
      onDay("2026-03-17", {}),
      { steps: { countSum: "7" } },
    );
    api({ ...rollUp("steps"), body });
    const { result } = await run(getActivityTimeSeries, WEEK);
    expect(result).toMatchObject({ days: [{ date: "2026-03-19", steps: 0 }], count: 1 });
  });

  it("reads a level that a list leaves out as none of it, and no list as no reading", async () => {
    const levels = [["LIGHT", "144"], ["VIGOROUS", "48"]].map(([activityLevel, activeMinutesSum]) =>
      ({ activityLevel, activeMinutesSum }));
    api({
      ...rollUp("active-minutes"),
      body: rows(
        onDay("2026-03-20", { activeMinutes: {} }),
        onDay("2026-03-19", { activeMinutes: { activeMinutesRollupByActivityLevel: levels } }),
        onDay("2026-03-18", { activeMinutes: { activeMinutesRollupByActivityLevel: [] } }),
      ),
    });
    const metrics = ["minutesLightlyActive", "minutesFairlyActive", "minutesVeryActive"];
    const { result } = await run(getActivityTimeSeries, { ...WEEK, metrics });
    expect(result).toMatchObject({
      days: [{ date: "2026-03-19", minutesLightlyActive: 144, minutesFairlyActive: 0, minutesVeryActive: 48 }],
      count: 1,
    });
  });

  it("asks once for what several figures are worked out from", async () => {
    const all = onDay("2026-03-19", { totalCalories: { kcalSum: 2_310.4 } });
    const moving = onDay("2026-03-19", { activeEnergyBurned: { kcalSum: 637.2 } });
    api({ ...rollUp("total-calories"), body: rows(all) });
    api({ ...rollUp("active-energy-burned"), body: rows(moving) });
    const { result } = await run(getActivityTimeSeries, {
      ...WEEK, metrics: ["calories", "activityCalories", "caloriesBMR"],
    });
    expect(result).toMatchObject({
      days: [{ calories: 2310, activityCalories: 637, caloriesBMR: 1673 }],
    });
  });

  it("counts what devices recorded apart, in the units that are chosen", async () => {
    const far = (millimetersSum: string) => rows(onDay("2026-03-19", { distance: { millimetersSum } }));
    api({ ...rollUp("distance"), body: far("6804321") });
    api({ ...rollUp("distance", WEARABLES), body: far("6750000") });
    const { result } = await run(getActivityTimeSeries, {
      ...WEEK, unitSystem: "en_US", metrics: ["distance", "tracker/distance"],
    });
    expect(result).toMatchObject({
      "activities-distance": [row("2026-03-19", "4.228")],
      "activities-tracker-distance": [row("2026-03-19", "4.1943")],
      "days": [{ "distance": 4.228, "tracker/distance": 4.1943 }],
    });
  });

  it("goes on without a figure that the API does not offer, and fails where there is no other", async () => {
    const body = rpcError(400, "INVALID_ARGUMENT", "Not supported", "UNSUPPORTED_DATA_TYPE_ACTION");
    api({ ...rollUp("floors"), status: 400, body });
    api({ ...rollUp("steps"), body: rows(onDay("2026-03-19", { steps: { countSum: "1" } })) });
    const { result } = await run(getActivityTimeSeries, { ...WEEK, metrics: ["floors", "steps"] });
    expect(result).toMatchObject({ count: 1, missing: [{ part: "floors", why: "no source" }] });
    api({ ...rollUp("floors"), status: 400, body });
    expect((await run(getActivityTimeSeries, { ...WEEK, metrics: ["floors"] })).error)
      .toMatchObject({ name: "BadRequestError" });
  });

  it.each([[rows()], [{}]])("says that data comes after a sync: %j", async (body) => {
    api({ ...rollUp("steps"), body });
    const { summary } = await run(getActivityTimeSeries, WEEK);
    expect(summary).toBe("No activity from 2026-03-14 to 2026-03-20. Data appears after the watch syncs.");
  });

  it("names the scope that is missing, or what failed", async () => {
    apiRefuses(rollUp("steps"));
    expect((await run(getActivityTimeSeries, WEEK)).error)
      .toMatchObject({ name: "MissingScopeError", scope: "activity_and_fitness.readonly" });
    skipWaits();
    api({ ...rollUp("steps"), status: 503, times: 3 });
    expect((await run(getActivityTimeSeries, WEEK)).error)
      .toHaveProperty("message", expect.stringMatching(/It was asked for steps\.$/));
  });

  it("ends with the user's today", async () => {
    api({ path: "/v4/users/me/settings", body: { timeZone: "Pacific/Kiritimati" } });
    const days = { start: { date: date("2026-03-15") }, end: { date: date("2026-03-22") } };
    api({ ...rollUp("steps"), sent: { range: days } });
    const { result } = await run(getActivityTimeSeries);
    expect(result).toMatchObject({ startDate: "2026-03-15", endDate: "2026-03-21" });
  });
});

describe("get-active-zone-minutes", () => {
  const ROOT = "activities-active-zone-minutes";
  const zones = (fat: string, cardio: string, peak: string) => ({
    activeZoneMinutes: {
      sumInFatBurnHeartZone: fat, sumInCardioHeartZone: cardio, sumInPeakHeartZone: peak,
    },
  });

  it("gives the sum of the zones, which are weighted already, and leaves out those without any", async () => {
    const body = rows(
      onDay("2026-03-20", zones("0", "0", "0")), onDay("2026-03-19", zones("5", "32", "0")),
      onDay("2026-03-18", { activeZoneMinutes: {} }),
    );
    api({ ...rollUp("active-zone-minutes"), body });
    const { result, summary } = await run(getActiveZoneMinutes, WEEK);
    const value = {
      activeZoneMinutes: 37, fatBurnActiveZoneMinutes: 5, cardioActiveZoneMinutes: 32,
    };
    expect(summary).toBe("Active zone minutes 18.5 a day on average, on 2 days from 2026-03-14 to 2026-03-20");
    expect(result).toEqual({
      [ROOT]: [
        { dateTime: "2026-03-19", value }, { dateTime: "2026-03-20", value: { activeZoneMinutes: 0 } },
      ],
      days: [{ date: "2026-03-19", ...value }, { date: "2026-03-20", activeZoneMinutes: 0 }],
      ...WEEK,
      count: 2,
      truncated: false,
    });
  });

  it("says that data comes after a sync, and names a missing scope", async () => {
    api(rollUp("active-zone-minutes"));
    expect((await run(getActiveZoneMinutes, WEEK)).summary).toContain("Data appears after the watch syncs.");
    apiRefuses(rollUp("active-zone-minutes"));
    expect((await run(getActiveZoneMinutes, WEEK)).error).toMatchObject({ name: "MissingScopeError" });
  });
});

describe("get-intraday-activity", () => {
  const SEVEN = "2026-03-20T07:00:00.000Z";
  const EIGHT = "2026-03-20T08:00:00.000Z";
  const within = (type: string, minutes: number, from = SEVEN, to = EIGHT) => ({
    method: "POST" as const,
    path: `${points(type)}:rollUp`,
    sent: {
      range: { startTime: from, endTime: to },
      windowSize: `${minutes * 60}s`,
      pageSize: (Date.parse(to) - Date.parse(from)) / 60_000 / minutes,
    },
  });
  const HOUR = { startDate: "2026-03-20", startTime: "07:00", endTime: "07:59", timeZone: "UTC" };

  it("gives a figure of a window, and its sum", async () => {
    const body = rows(
      { startTime: "2026-03-20T07:30:00Z", distance: { millimetersSum: "1000000" } },
      { startTime: "2026-03-20T07:15:00Z", distance: {} },
      { startTime: "2026-03-20T07:00:00Z", distance: { millimetersSum: "250000" } },
    );
    api({ ...within("distance", 15), body });
    const { result, summary } = await run(getIntradayActivity, { ...HOUR, metric: "distance" });
    expect(summary).toBe("Distance (km, or miles) 1.25 from 07:00 to 07:59 on 2026-03-20, in 2 parts of it");
    expect(result).toMatchObject({
      "activities-distance-intraday": {
        dataset: [
          { date: "2026-03-20", time: "07:00:00", value: 0.25 }, { date: "2026-03-20", time: "07:30:00", value: 1 },
        ],
        datasetInterval: 15,
      },
      "total": 1.25,
      "count": 2,
    });
  });

  it("does not round what adds up", async () => {
    const body = rows(
      { startTime: "2026-03-20T07:01:00Z", totalCalories: { kcalSum: 1.3000000000000003 } },
      { startTime: "2026-03-20T07:00:00Z", totalCalories: { kcalSum: 1.1857000589370728 } },
    );
    api({ ...within("total-calories", 1), body });
    const props = { ...HOUR, metric: "calories", granularity: "1min" };
    expect((await run(getIntradayActivity, props)).result).toMatchObject({
      "activities-calories-intraday": { dataset: [{ value: 1.1857 }, { value: 1.3 }] },
      "total": 2.4857,
    });
  });

  it("gives active zone minutes by day and by zone, and none where there is none", async () => {
    const minute = (startTime: string, cardio: string) => ({
      startTime, activeZoneMinutes: { sumInCardioHeartZone: cardio, sumInPeakHeartZone: "0", sumInFatBurnHeartZone: "0" },
    });
    const body = rows(
      minute("2026-03-20T07:30:00Z", "2"), minute("2026-03-20T07:20:00Z", "0"),
      { startTime: "2026-03-20T07:10:00Z", activeZoneMinutes: {} },
    );
    api({ ...within("active-zone-minutes", 1), body });
    const { result } = await run(getIntradayActivity, {
      ...HOUR, metric: "active-zone-minutes", granularity: "1min",
    });
    const value = { activeZoneMinutes: 2, cardioActiveZoneMinutes: 2 };
    expect(result).toMatchObject({
      "activities-active-zone-minutes-intraday": [
        { dateTime: "2026-03-20", minutes: [{ minute: "2026-03-20T07:30:00", value }] },
      ],
      "total": 2,
    });
  });

  it("says that data comes after a sync, on the user's today", async () => {
    api({ path: "/v4/users/me/settings", body: { timeZone: "Pacific/Kiritimati" } });
    api(within("steps", 15, "2026-03-20T10:00:00.000Z", "2026-03-21T10:00:00.000Z"));
    const { summary } = await run(getIntradayActivity);
    expect(summary).toBe("No steps on 2026-03-21. Data appears after the watch syncs.");
  });

  it("names the scope that is missing", async () => {
    apiRefuses(within("steps", 15));
    expect((await run(getIntradayActivity, HOUR)).error)
      .toMatchObject({ name: "MissingScopeError", scope: "activity_and_fitness.readonly" });
  });
});
