import getActiveZoneMinutes
  from "../../actions/get-active-zone-minutes/get-active-zone-minutes";
import getActivityTimeSeries
  from "../../actions/get-activity-time-series/get-activity-time-series";
import getDailySteps from "../../actions/get-daily-steps/get-daily-steps";
import getIntradayActivity
  from "../../actions/get-intraday-activity/get-intraday-activity";
import { api, errors } from "../support/api";
import { refusal, run, skipWaits } from "../support/step";
import { nothingTells, refuses, TODAY } from "../support/today";

const ACTIVITIES = "/1/user/-/activities";
const WEEK = { startDate: "2026-03-14", endDate: "2026-03-20" };
const days = (resource: string) => `${ACTIVITIES}/${resource}/date/2026-03-14/2026-03-20.json`;
const row = (dateTime: string, value: unknown) => ({ dateTime, value });
const noAltimeter = errors(
  "validation", "Invalid time series resource path: /activities/floors", "resource path",
);

describe("get-activity-time-series", () => {
  it("gives the steps of each day as Fitbit does, and as numbers", async () => {
    const steps = [row("2026-03-19", "9412"), row("2026-03-20", "812")];
    api({ path: days("steps"), body: { "activities-steps": steps } });
    const { result, summary } = await run(getActivityTimeSeries, WEEK);
    expect(summary).toBe("Steps 5,112 a day on average, on 2 days from 2026-03-14 to 2026-03-20");
    expect(result).toEqual({
      "activities-steps": steps,
      "days": [{ date: "2026-03-19", steps: 9412 }, { date: "2026-03-20", steps: 812 }],
      ...WEEK,
      "count": 2,
      "truncated": false,
    });
  });

  it("joins several by day, each under its own root, in the units that are chosen", async () => {
    const unitSystem = "en_US";
    api({ path: days("distance"), unitSystem, body: { "activities-distance": [row("2026-03-19", "6.4281999999999995")] } });
    api({ path: days("tracker/steps"), unitSystem, body: { "activities-tracker-steps": [row("2026-03-20", "7")] } });
    const { result } = await run(getActivityTimeSeries, {
      ...WEEK, unitSystem, metrics: ["tracker/steps", "distance"],
    });
    expect(result).toMatchObject({
      "activities-distance": [{ value: "6.4281999999999995" }],
      "activities-tracker-steps": [{ value: "7" }],
      "days": [
        { date: "2026-03-19", distance: 6.4282 },
        { "date": "2026-03-20", "tracker/steps": 7 },
      ],
    });
  });

  it("keeps the zeros of days without the watch, and counts them into no mean", async () => {
    api({ path: days("steps"), body: { "activities-steps": [row("2026-03-18", "0"), row("2026-03-19", "9000")] } });
    api({ path: days("calories"), body: { "activities-calories": [row("2026-03-18", "1650"), row("2026-03-19", "2310")] } });
    const { result, summary } = await run(getActivityTimeSeries, { ...WEEK, metrics: ["steps", "calories"] });
    expect(result).toMatchObject({ days: [{ steps: 0, calories: 1650 }, { steps: 9000 }] });
    expect(summary).toBe("Steps 9,000, Calories burned (kcal) 2,310 from 2026-03-14 to 2026-03-20");
  });

  it("leaves out what is no figure of a day", async () => {
    const odd = [row("2026-03-18", "NaN"), row("2026-03-19", null), row("soon", "7"), null, row("2026-03-20", 7)];
    api({ path: days("floors"), body: { "activities-floors": odd } });
    const { result } = await run(getActivityTimeSeries, { ...WEEK, metrics: ["floors"] });
    expect(result).toMatchObject({ "activities-floors": [row("2026-03-20", "7")], "count": 1 });
  });

  it("drops the minutes that a series of one day may carry", async () => {
    const body = {
      "activities-steps": [row("2026-03-20", "812")],
      "activities-steps-intraday": { dataset: [{ time: "00:00:00", value: 0 }] },
    };
    api({ path: `${ACTIVITIES}/steps/date/2026-03-20/2026-03-20.json`, body });
    const { result } = await run(getActivityTimeSeries, { startDate: "2026-03-20", endDate: "2026-03-20" });
    expect(Object.keys(result as object)).not.toContain("activities-steps-intraday");
  });

  it("goes on without the floors of an account that has no altimeter, and says so", async () => {
    api({ path: days("floors"), status: 400, body: noAltimeter });
    api({ path: days("steps"), body: { "activities-steps": [row("2026-03-20", "812")] } });
    const { result } = await run(getActivityTimeSeries, { ...WEEK, metrics: ["floors", "steps"] });
    expect(result).toMatchObject({
      "activities-floors": [],
      "days": [{ date: "2026-03-20", steps: 812 }],
      "missing": [{ part: "floors", why: "no source" }],
    });
  });

  it("fails in words where nothing but them is asked for", async () => {
    api({ path: days("floors"), status: 400, body: noAltimeter });
    const { error } = await run(getActivityTimeSeries, { ...WEEK, metrics: ["floors"] });
    expect(error).toMatchObject({ name: "BadRequestError", field: "resource path" });
    expect(error).toHaveProperty("message", expect.stringContaining("Invalid time series resource path"));
  });

  it.each([[{ "activities-steps": [] }], [{}], [""]])("says that data comes after a sync: %j", async (body) => {
    api({ path: days("steps"), body });
    const { result, summary } = await run(getActivityTimeSeries, WEEK);
    expect(summary).toBe("No activity from 2026-03-14 to 2026-03-20. Data appears after the watch syncs.");
    expect(result).toMatchObject({ count: 0, days: [] });
  });

  it("fails with a failure that is no refusal, and names what was asked for", async () => {
    skipWaits();
    api({ path: days("steps"), status: 503, times: 3 });
    const { error } = await run(getActivityTimeSeries, WEEK);
    expect(error).toMatchObject({ name: "ServerError" });
    expect(error).toHaveProperty("message", expect.stringMatching(/It was asked for steps\.$/));
  });

  it("ends with the user's today, asked for once", async () => {
    api({ path: TODAY, body: { "activities-steps": [row("2026-03-21", "0")] } });
    api({ path: `${ACTIVITIES}/steps/date/2026-03-19/2026-03-21.json`, body: { "activities-steps": [] } });
    const { result } = await run(getActivityTimeSeries, { startDate: "2 days ago" });
    expect(result).toMatchObject({ startDate: "2026-03-19", endDate: "2026-03-21" });
  });
});

describe("get-active-zone-minutes", () => {
  const path = days("active-zone-minutes");
  const ROOT = "activities-active-zone-minutes";

  it("gives the sum of each day and what it is of", async () => {
    const value = {
      activeZoneMinutes: 37, fatBurnActiveZoneMinutes: 5, cardioActiveZoneMinutes: 32,
    };
    api({ path, body: { [ROOT]: [row("2026-03-19", value), row("2026-03-20", { activeZoneMinutes: 0 })] } });
    const { result, summary } = await run(getActiveZoneMinutes, WEEK);
    expect(summary).toBe("Active zone minutes 18.5 a day on average, on 2 days from 2026-03-14 to 2026-03-20");
    expect(result).toEqual({
      [ROOT]: [row("2026-03-19", value), row("2026-03-20", { activeZoneMinutes: 0 })],
      days: [{ date: "2026-03-19", ...value }, { date: "2026-03-20", activeZoneMinutes: 0 }],
      ...WEEK,
      count: 2,
      truncated: false,
    });
  });

  it("has no row of a day without their sum", async () => {
    api({ path, body: { [ROOT]: [row("2026-03-19", {}), row("2026-03-20", "12")] } });
    const { result, summary } = await run(getActiveZoneMinutes, WEEK);
    expect(summary).toContain("Data appears after the watch syncs.");
    expect(result).toMatchObject({ [ROOT]: [], count: 0 });
  });

  it("names the scope that is missing, and says what it takes to know today", async () => {
    refuses(path);
    expect((await run(getActiveZoneMinutes, WEEK)).error)
      .toMatchObject({ name: "MissingScopeError", scope: "activity" });
    nothingTells();
    expect(await refusal(getActiveZoneMinutes, {})).toContain("set Time Zone");
  });
});

describe("get-intraday-activity", () => {
  const dataset = [
    { level: 0, mets: 10, time: "07:00:00", value: 1.1857000589370728 },
    { level: 2, mets: 56, time: "07:15:00", value: 6.639920234680176 },
  ];

  it("gives a figure of a window, and its sum without noise", async () => {
    api({
      path: `${ACTIVITIES}/calories/date/2026-03-20/2026-03-20/15min/time/07:00/07:29.json`,
      body: {
        "activities-calories": [row("2026-03-20", "2601")],
        "activities-calories-intraday": { dataset, datasetInterval: 15, datasetType: "minute" },
      },
    });
    const { result, summary } = await run(getIntradayActivity, {
      startDate: "2026-03-20", startTime: "07:00", endTime: "07:29", metric: "calories",
    });
    expect(summary).toBe("Calories burned (kcal) 7.83 from 07:00 to 07:29 on 2026-03-20, in 2 parts of it");
    expect(result).toMatchObject({
      "activities-calories-intraday": {
        dataset: [
          { date: "2026-03-20", time: "07:00:00", value: 1.1857 },
          { date: "2026-03-20", time: "07:15:00", value: 6.6399 },
        ],
        datasetInterval: 15,
        datasetType: "minute",
      },
      "total": 7.8256,
      "minimum": 1.1857,
      "count": 2,
    });
  });

  it("gives active zone minutes by day and by zone", async () => {
    const minute = (time: string, value: object) => ({ minute: `2026-03-20T${time}`, value });
    const minutes = [
      minute("17:00:00", { activeZoneMinutes: 1, fatBurnActiveZoneMinutes: 1 }),
      minute("17:01", { activeZoneMinutes: 2, cardioActiveZoneMinutes: 2 }),
      minute("17:02:00", { cardioActiveZoneMinutes: 2 }),
      minute("soon", { activeZoneMinutes: 2 }),
    ];
    api({
      path: `${ACTIVITIES}/active-zone-minutes/date/2026-03-20/1d/1min.json`,
      body: { "activities-active-zone-minutes-intraday": [{ dateTime: "2026-03-20", minutes }] },
    });
    const { result, summary } = await run(getIntradayActivity, {
      startDate: "2026-03-20", metric: "active-zone-minutes", granularity: "1min",
    });
    expect(summary).toBe("Active zone minutes 3 on 2026-03-20, in 2 parts of it");
    expect(result).toMatchObject({
      "activities-active-zone-minutes-intraday": [{
        dateTime: "2026-03-20",
        minutes: [minutes[0], minute("17:01:00", { activeZoneMinutes: 2, cardioActiveZoneMinutes: 2 })],
      }],
      "total": 3,
    });
  });

  it("says that data comes after a sync", async () => {
    const body = { "activities-steps": [], "activities-steps-intraday": { dataset: [] } };
    api({ path: `${ACTIVITIES}/steps/date/2026-03-20/1d/15min.json`, body });
    const { result, summary } = await run(getIntradayActivity, { startDate: "2026-03-20" });
    expect(summary).toBe("No steps on 2026-03-20. Data appears after the watch syncs.");
    expect(result).toMatchObject({ count: 0 });
    expect(result).not.toHaveProperty("total");
  });

  it("says what to do where the minutes are kept from the connection", async () => {
    const body = { "activities-steps": [row("2026-03-20", "812")] };
    api({ path: `${ACTIVITIES}/steps/date/2026-03-20/1d/15min.json`, body });
    const { error } = await run(getIntradayActivity, { startDate: "2026-03-20" });
    expect(error).toHaveProperty("message", expect.stringContaining("need a Fitbit app of the type Personal"));
  });

  it("is of the user's today where no day is given", async () => {
    api({ path: TODAY, body: { "activities-steps": [row("2026-03-21", "0")] } });
    const body = { "activities-floors": [], "activities-floors-intraday": { dataset: [] } };
    api({ path: `${ACTIVITIES}/floors/date/2026-03-21/1d/5min.json`, body });
    const { result } = await run(getIntradayActivity, { metric: "floors", granularity: "5min" });
    expect(result).toMatchObject({ startDate: "2026-03-21", endDate: "2026-03-21" });
  });
});

describe("get-daily-steps", () => {
  it("gives the answer as it is, and asks for today by its name", async () => {
    const body = { "activities-steps": [row("2026-03-21", "812")] };
    api({ path: `${ACTIVITIES}/steps/date/today/today.json`, body });
    const { result, summary } = await run(getDailySteps);
    expect(result).toEqual(body);
    expect(summary).toBe("812 steps on 2026-03-21");
  });

  it("takes the day from the Time Zone where that is given", async () => {
    api({ path: `${ACTIVITIES}/steps/date/2026-03-21/2026-03-21.json`, body: { "activities-steps": [] } });
    const { summary } = await run(getDailySteps, { timeZone: "Pacific/Kiritimati" });
    expect(summary).toBe("No steps. Data appears after the watch syncs.");
  });

  it("gives each day of a range", async () => {
    const body = { "activities-steps": [row("2026-03-18", "7"), row("2026-03-19", "9000")] };
    api({ path: `${ACTIVITIES}/steps/date/2026-03-18/2026-03-19.json`, body });
    const { summary } = await run(getDailySteps, { date: "2026-03-18", endDate: "2026-03-19" });
    expect(summary).toBe("9,007 steps from 2026-03-18 to 2026-03-19");
  });

  it("leaves out a row without its day or its steps", async () => {
    const odd = [row("2026-03-18", "7"), { dateTime: null, value: "8" }, { dateTime: "2026-03-19" }, null];
    api({ path: `${ACTIVITIES}/steps/date/2026-03-18/2026-03-19.json`, body: { "activities-steps": odd } });
    const { result, summary } = await run(getDailySteps, { date: "2026-03-18", endDate: "2026-03-19" });
    expect(result).toEqual({ "activities-steps": [row("2026-03-18", "7")] });
    expect(summary).toBe("7 steps on 2026-03-18");
  });

  it("names the scope that is missing, and refuses a range the wrong way round", async () => {
    refuses(`${ACTIVITIES}/steps/date/today/today.json`);
    expect((await run(getDailySteps)).error).toMatchObject({ name: "MissingScopeError", scope: "activity" });
    expect(await refusal(getDailySteps, { date: "2026-03-19", endDate: "2026-03-18" })).toContain("swap them");
  });
});
