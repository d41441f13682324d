import getHeartRate from "../../actions/get-heart-rate/get-heart-rate";
import getHeartRateTimeSeries
  from "../../actions/get-heart-rate-time-series/get-heart-rate-time-series";
import getIntradayHeartRate
  from "../../actions/get-intraday-heart-rate/get-intraday-heart-rate";
import { api, errors } from "../support/api";
import { activityLog } from "../support/logs";
import { refusal, run, skipWaits } from "../support/step";
import { nothingTells, refuses, TODAY } from "../support/today";

const HEART = "/1/user/-/activities/heart/date";
const HEART_TODAY = `${HEART}/today/1d.json`;
const limited = errors("system", "Too Many Requests");
const notApproved = errors("insufficient_permissions", "API client is not authorized by Fitbit");

/** The four zones; without minutes they are only their limits. */
const zones = (minutes?: number[]) => [
  { name: "Out of Range", min: 30, max: 98 }, { name: "Fat Burn", min: 98, max: 137 },
  { name: "Cardio", min: 137, max: 166 }, { name: "Peak", min: 166, max: 220 },
].map((zone, i) => (
  minutes ? { ...zone, minutes: minutes[i], caloriesOut: 66.69999999999999 } : zone
));

const worn = (dateTime: string, restingHeartRate?: number) => ({
  dateTime,
  value: {
    customHeartRateZones: [], heartRateZones: zones([1_351, 73, 12, 4]), restingHeartRate,
  },
});

describe("get-heart-rate-time-series", () => {
  const WEEK = { startDate: "2026-03-14", endDate: "2026-03-20" };
  const path = `${HEART}/2026-03-14/2026-03-20.json`;

  it("gives each day's resting heart rate, and their mean", async () => {
    const days = [worn("2026-03-18", 57), worn("2026-03-19", 60), worn("2026-03-20")];
    api({ path, body: { "activities-heart": days } });
    const { result, summary } = await run(getHeartRateTimeSeries, WEEK);
    expect(summary).toBe(
      "Resting heart rate 59 bpm on average, 57 to 60, on 2 days from 2026-03-14 to 2026-03-20",
    );
    expect(result).toEqual({
      "activities-heart": [
        { dateTime: "2026-03-18", value: { restingHeartRate: 57 } },
        { dateTime: "2026-03-19", value: { restingHeartRate: 60 } },
      ],
      "days": [
        { date: "2026-03-18", restingHeartRate: 57 }, { date: "2026-03-19", restingHeartRate: 60 },
      ],
      ...WEEK,
      "count": 2,
      "truncated": false,
    });
  });

  it("gives the zones too, where they are wanted", async () => {
    api({ path, body: { "activities-heart": [worn("2026-03-19"), worn("2026-03-20", 57)] } });
    const { result } = await run(getHeartRateTimeSeries, { ...WEEK, zones: true });
    const minutes = {
      outOfRangeMinutes: 1_351, fatBurnMinutes: 73, cardioMinutes: 12, peakMinutes: 4,
    };
    expect(result).toMatchObject({
      "activities-heart": [{}, { value: { heartRateZones: [{ min: 30, minutes: 1_351 }, {}, {}, {}] } }],
      "days": [
        { date: "2026-03-19", ...minutes }, { date: "2026-03-20", restingHeartRate: 57, ...minutes },
      ],
    });
  });

  it("has no row of a day of which only the limits of the zones are known: it is not synced", async () => {
    const value = { customHeartRateZones: [], heartRateZones: zones() };
    api({ path, body: { "activities-heart": [worn("2026-03-19", 57), { dateTime: "2026-03-20", value }] } });
    const { result } = await run(getHeartRateTimeSeries, { ...WEEK, zones: true });
    expect(result).toMatchObject({ count: 1, days: [{ date: "2026-03-19" }] });
  });

  it("reads the shape of old, with the zones beside a value that is text", async () => {
    const lifted = {
      dateTime: "2026-03-19", value: "99.58", customHeartRateZones: [],
      heartRateZones: zones([21, 0, 0, 0]),
    };
    api({ path, body: { "activities-heart": [lifted, { dateTime: "today", value: "0" }, null] } });
    const { result } = await run(getHeartRateTimeSeries, { ...WEEK, zones: true });
    expect(result).toMatchObject({
      "activities-heart": [{ dateTime: "2026-03-19", value: { heartRateZones: [{ minutes: 21 }, {}, {}, {}] } }],
      "days": [{ date: "2026-03-19", outOfRangeMinutes: 21 }],
      "count": 1,
    });
  });

  it("drops the samples that a series of one day may carry", async () => {
    const dataset = [{ time: "00:00:00", value: 61 }];
    const body = { "activities-heart": [worn("2026-03-20", 57)], "activities-heart-intraday": { dataset } };
    api({ path: `${HEART}/2026-03-20/2026-03-20.json`, body });
    const { result, summary } = await run(getHeartRateTimeSeries, {
      startDate: "2026-03-20", endDate: "2026-03-20",
    });
    expect(summary).toBe("Resting heart rate 57 bpm on 1 day on 2026-03-20");
    expect(result).not.toHaveProperty("activities-heart-intraday");
  });

  it.each([[{ "activities-heart": [] }], [{}], [""]])("says that data comes after a sync: %j", async (body) => {
    api({ path, body });
    const { result, summary } = await run(getHeartRateTimeSeries, WEEK);
    expect(summary).toBe("No heart rate from 2026-03-14 to 2026-03-20. Data appears after the watch syncs.");
    expect(result).toEqual({ "activities-heart": [], "days": [], ...WEEK, "count": 0, "truncated": false });
  });

  it("names the scope that is missing", async () => {
    refuses(path);
    expect((await run(getHeartRateTimeSeries, WEEK)).error)
      .toMatchObject({ name: "MissingScopeError", scope: "heartrate" });
  });

  it("gives the years that it has where the API's limit cuts it short, and goes on there", async () => {
    skipWaits();
    api({ path: `${HEART}/2024-03-20/2025-03-19.json`, body: { "activities-heart": [worn("2025-03-19", 57)] } });
    api({
      path: `${HEART}/2025-03-20/2026-03-19.json`, status: 429, body: limited,
      headers: { "Fitbit-Rate-Limit-Reset": "1800" },
    });
    api({ path: `${HEART}/2026-03-20/2026-03-20.json`, body: { "activities-heart": [worn("2026-03-20", 58)] } });
    const { result, summary } = await run(getHeartRateTimeSeries, {
      startDate: "2024-03-20", endDate: "2026-03-20",
    });
    expect(result).toMatchObject({
      count: 1,
      truncated: true,
      nextStartDate: "2025-03-20",
      retryAt: expect.stringMatching(/^2026-03-20T12:30:0/) as unknown,
    });
    expect(summary).toContain("go on with 2025-03-20 as Start Date when it resets, at 12:30 UTC (in 30 minutes)");
  });

  describe("today", () => {
    const thatDay = `${HEART}/2026-03-15/2026-03-21.json`;

    it("is asked of another series where the connection has the scope heartrate alone", async () => {
      refuses(TODAY);
      api({ path: HEART_TODAY, body: { "activities-heart": [{ dateTime: "2026-03-21", value: {} }] } });
      api({ path: thatDay, body: { "activities-heart": [worn("2026-03-21", 57)] } });
      const { result } = await run(getHeartRateTimeSeries);
      expect(result).toMatchObject({ startDate: "2026-03-15", endDate: "2026-03-21", count: 1 });
    });

    it("is told by the Time Zone without asking", async () => {
      api({ path: thatDay, body: { "activities-heart": [] } });
      const { result } = await run(getHeartRateTimeSeries, { timeZone: "Pacific/Kiritimati" });
      expect(result).toHaveProperty("endDate", "2026-03-21");
    });

    it("is not made up where nothing tells it", async () => {
      nothingTells();
      expect(await refusal(getHeartRateTimeSeries, {})).toContain("set Time Zone, such as Europe/Berlin");
    });
  });
});

const rows = (...samples: [time: string, value: unknown][]) =>
  samples.map(([time, value]) => ({ time, value }));

const intraday = (...samples: [time: string, value: unknown][]) => ({
  "activities-heart": [{ dateTime: "today", value: "99.58", heartRateZones: [] }],
  "activities-heart-intraday": { dataset: rows(...samples), datasetInterval: 15, datasetType: "minute" },
});

describe("get-intraday-heart-rate", () => {
  it("gives the heart rate of a day, and what it comes to; a 0 is none", async () => {
    api({
      path: `${HEART}/2026-03-19/1d/15min.json`,
      body: intraday(["00:00:00", 0], ["07:00:00", 61], ["07:15:00", "143"], ["07:30:00", 60]),
    });
    const { result, summary } = await run(getIntradayHeartRate, { startDate: "2026-03-19" });
    expect(summary).toBe("3 heart rates on 2026-03-19: 88 bpm on average, 60 to 143");
    expect(result).toEqual({
      "activities-heart-intraday": {
        dataset: [
          { date: "2026-03-19", time: "07:00:00", value: 61 },
          { date: "2026-03-19", time: "07:15:00", value: 143 },
          { date: "2026-03-19", time: "07:30:00", value: 60 },
        ],
        datasetInterval: 15,
        datasetType: "minute",
      },
      "startDate": "2026-03-19",
      "endDate": "2026-03-19",
      "startTime": "00:00",
      "endTime": "23:59",
      "count": 3,
      "truncated": false,
      "minimum": 60,
      "maximum": 143,
      "mean": 88,
    });
  });

  it("takes a request for each 24 hours, and passes midnight", async () => {
    api({
      path: `${HEART}/2026-03-18/2026-03-19/1sec/time/22:00/22:00.json`,
      body: intraday(["22:00:01", 61], ["21:59:59", 62], ["22:00:00", 63]),
    });
    api({
      path: `${HEART}/2026-03-19/2026-03-20/1sec/time/22:00/06:01.json`,
      body: intraday(["22:00:00", 63], ["06:00:59", 64], ["06:01:00", 65]),
    });
    const { result } = await run(getIntradayHeartRate, {
      startDate: "2026-03-18", startTime: "22:00", endDate: "2026-03-20", endTime: "6:00",
      granularity: "1sec",
    });
    expect(result).toMatchObject({
      "activities-heart-intraday": {
        dataset: [
          { date: "2026-03-18", time: "22:00:01" }, { date: "2026-03-19", time: "21:59:59" },
          { date: "2026-03-19", time: "22:00:00" }, { date: "2026-03-20", time: "06:00:59" },
        ],
        datasetInterval: 1,
        datasetType: "second",
      },
      "count": 4,
    });
  });

  it("is that of a workout by its id, from its first minute to its last", async () => {
    api({
      path: "/1.1/user/-/activities/2369048793018741424.json",
      body: { activityLog: { ...activityLog(0), logId: 2369048793018741424n } },
    });
    api({
      path: `${HEART}/2026-03-20/2026-03-20/1min/time/07:30/07:59.json`,
      body: intraday(["07:30:00", 120], ["07:59:00", 160]),
    });
    const { result, summary } = await run(getIntradayHeartRate, {
      activityLogId: "2369048793018741424", granularity: "1min",
    });
    expect(summary).toBe("2 heart rates from 07:30 to 07:59 on 2026-03-20: 140 bpm on average, 120 to 160");
    expect(result).toMatchObject({ startTime: "07:30", endTime: "07:59", count: 2 });
  });

  it("says so of a workout that is not there, or cannot be read", async () => {
    const path = "/1.1/user/-/activities/1.json";
    api({ path, status: 404, body: errors("not_found", "No such log") });
    expect((await run(getIntradayHeartRate, { activityLogId: "1" })).error)
      .toMatchObject({ name: "NotFoundError" });
    api({ path, body: { activityLog: { logId: 1 } } });
    expect((await run(getIntradayHeartRate, { activityLogId: "1" })).error)
      .toMatchObject({ name: "UnexpectedAnswerError" });
  });

  it("is none of 1,440 rows of 0, which stand before the account", async () => {
    const zeros = Array.from({ length: 1_440 }, (_, i): [string, number] =>
      [new Date(i * 60_000).toISOString().slice(11, 19), 0]);
    api({ path: `${HEART}/2014-03-20/1d/1min.json`, body: intraday(...zeros) });
    const { result, summary } = await run(getIntradayHeartRate, { startDate: "2014-03-20", granularity: "1min" });
    expect(summary).toBe("No heart rate on 2014-03-20. Data appears after the watch syncs.");
    expect(result).toMatchObject({ count: 0 });
    expect(result).not.toHaveProperty("minimum");
  });

  it("says what to do where the samples are kept from the connection", async () => {
    const path = `${HEART}/2026-03-20/1d/15min.json`;
    api({ path, body: { "activities-heart": [worn("2026-03-20", 57)] } });
    const { error } = await run(getIntradayHeartRate, { startDate: "2026-03-20" });
    expect(error).toMatchObject({ name: "ForbiddenError" });
    expect(error).toHaveProperty("message", expect.stringContaining("need a Fitbit app of the type Personal"));
    api({ path, status: 403, body: notApproved });
    expect((await run(getIntradayHeartRate, { startDate: "2026-03-20" })).error)
      .toMatchObject({ name: "ForbiddenError" });
  });

  it("is read with the scope heartrate alone", async () => {
    refuses(TODAY);
    api({ path: HEART_TODAY, body: { "activities-heart": [worn("2026-03-21")] } });
    api({ path: `${HEART}/2026-03-21/1d/15min.json`, body: intraday() });
    expect((await run(getIntradayHeartRate)).result).toMatchObject({ startDate: "2026-03-21" });
  });
});

describe("get-heart-rate", () => {
  it("gives the answer as it is, by the minute where nothing else is said", async () => {
    const body = intraday(["07:00:00", 61], ["07:01:00", 63]);
    api({ path: `${HEART}/2026-03-20/1d/1min.json`, body });
    const { result, summary } = await run(getHeartRate, { startDate: "2026-03-20" });
    expect(result).toEqual(body);
    expect(summary).toBe("2 heart rates on 2026-03-20");
  });

  it("takes the props that it has always had", async () => {
    api({
      path: `${HEART}/2026-03-19/2026-03-20/5min/time/22:00/06:00.json`,
      query: { timezone: "UTC" },
      body: intraday(),
    });
    const { summary } = await run(getHeartRate, {
      startDate: "2026-03-19", endDate: "2026-03-20", detailLevel: "5min",
      startTime: "22:00", endTime: "06:00", timezone: "UTC",
    });
    expect(summary).toBe("No heart rate from 2026-03-19 to 2026-03-20. Data appears after the watch syncs.");
  });

  it("names the scope that is missing", async () => {
    refuses(`${HEART}/2026-03-20/1d/1min.json`);
    expect((await run(getHeartRate, { startDate: "2026-03-20" })).error)
      .toMatchObject({ name: "MissingScopeError", scope: "heartrate" });
  });
});
