import * as getHeartRateTimeSeries
  from "../../actions/get-heart-rate-time-series/get-heart-rate-time-series";
import * as getIntradayHeartRate
  from "../../actions/get-intraday-heart-rate/get-intraday-heart-rate";
import { reconciled, run as workout } from "./records";
import {
  api, apiRefuses, between, date, points, rpcError, run, skipWaits,
} from "./support";

const WEEK = { startDate: "2026-03-14", endDate: "2026-03-20" };
const range = { start: { date: date("2026-03-14") }, end: { date: date("2026-03-21") } };

const daily = (type: string) => ({
  path: `${points(type)}:reconcile`,
  query: {
    pageSize: "10000",
    filter: between(`${type.replaceAll("-", "_")}.date`, "2026-03-14", "2026-03-21"),
  },
});
const rollUp = (type: string) =>
  ({ method: "POST" as const, path: `${points(type)}:dailyRollUp`, sent: { range } });

const RESTING = daily("daily-resting-heart-rate");
const LIMITS = daily("daily-heart-rate-zones");
const TIME = rollUp("time-in-heart-rate-zone");
const CALORIES = rollUp("calories-in-heart-rate-zone");

const resting = (day: string, beatsPerMinute: unknown) => ({
  dataSource: { platform: "FITBIT" },
  dailyRestingHeartRate: {
    beatsPerMinute,
    dailyRestingHeartRateMetadata: { calculationMethod: "WITH_SLEEP" },
    date: date(day),
  },
});

const limits = (day: string) => ({
  dailyHeartRateZones: {
    date: date(day),
    heartRateZones: [
      ["LIGHT", "30", "112"], ["MODERATE", "113", "139"], ["VIGOROUS", "140", "173"], ["PEAK", "174", "220"],
    ].map(([heartRateZoneType, minBeatsPerMinute, maxBeatsPerMinute]) => (
      { heartRateZoneType, minBeatsPerMinute, maxBeatsPerMinute }
    )),
  },
});

const onDay = (day: string, sums: object) =>
  ({ civilStartTime: { date: date(day), time: {} }, ...sums });
const time = (day: string, seconds: Record<string, string>) => onDay(day, {
  timeInHeartRateZone: {
    timeInHeartRateZones: Object.entries(seconds)
      .map(([heartRateZone, duration]) => ({ heartRateZone, duration })),
  },
});

describe("get-heart-rate-time-series", () => {
  it("gives each day's resting heart rate, the oldest first", async () => {
    api({ ...RESTING, body: { dataPoints: [resting("2026-03-20", "57"), resting("2026-03-18", 60)] } });
    const { result, summary } = await run(getHeartRateTimeSeries, WEEK);
    expect(summary).toBe(
      "Resting heart rate 59 bpm on average, 57 to 60, on 2 days from 2026-03-14 to 2026-03-20",
    );
    expect(result).toEqual({
      "activities-heart": [
        { dateTime: "2026-03-18", value: { restingHeartRate: 60 } },
        { dateTime: "2026-03-20", value: { restingHeartRate: 57 } },
      ],
      "days": [
        { date: "2026-03-18", restingHeartRate: 60 }, { date: "2026-03-20", restingHeartRate: 57 },
      ],
      ...WEEK,
      "count": 2,
      "truncated": false,
    });
  });

  it("keeps a day's rate where the day is there again without one", async () => {
    api({ ...RESTING, body: { dataPoints: [
      resting("2026-03-18", "57"), { dailyRestingHeartRate: { date: date("2026-03-18") } },
    ] } });
    const { result } = await run(getHeartRateTimeSeries, WEEK);
    expect(result).toMatchObject({ days: [{ date: "2026-03-18", restingHeartRate: 57 }] });
  });

  it("puts the zones together from their limits, their minutes and their calories", async () => {
    api({ ...RESTING, body: { dataPoints: [resting("2026-03-19", "57")] } });
    api({ ...LIMITS, body: { dataPoints: [limits("2026-03-18"), limits("2026-03-19")] } });
    const minutes = time("2026-03-19", { LIGHT: "81060s", MODERATE: "720.5s" });
    api({ ...TIME, body: { rollupDataPoints: [minutes] } });
    const kcal = [{ heartRateZone: "LIGHT", kcal: 1_300.5 }, { heartRateZone: "MODERATE", kcal: 80 }];
    api({ ...CALORIES, body: { rollupDataPoints: [onDay("2026-03-19", { caloriesInHeartRateZone: { caloriesInHeartRateZones: kcal } })] } });
    const { result } = await run(getHeartRateTimeSeries, { ...WEEK, zones: true });
    expect(result).toMatchObject({
      "activities-heart": [{
        dateTime: "2026-03-19",
        value: {
          restingHeartRate: 57,
          heartRateZones: [
            { name: "Out of Range", min: 30, max: 112, minutes: 1_351, caloriesOut: 1_300.5 },
            { name: "Fat Burn", min: 113, max: 139, minutes: 12, caloriesOut: 80 },
            { name: "Cardio", min: 140, max: 173, minutes: 0, caloriesOut: 0 },
            { name: "Peak", min: 174, max: 220, minutes: 0, caloriesOut: 0 },
          ],
        },
      }],
      // Of the 18th the limits alone are known: the watch was not worn.
      "days": [{
        date: "2026-03-19", restingHeartRate: 57, outOfRangeMinutes: 1_351, fatBurnMinutes: 12,
        cardioMinutes: 0, peakMinutes: 0,
      }],
      "count": 1,
    });
  });

  it("reads empty objects and empty lists as no reading, never as zeros", async () => {
    api({ ...RESTING, body: { dataPoints: [resting("2026-03-19", "NaN"), { dailyRestingHeartRate: { date: date("2026-03-20") } }] } });
    api({ ...LIMITS });
    const empty = (day: string, value: object) => onDay(day, { timeInHeartRateZone: value });
    api({ ...TIME, body: { rollupDataPoints: [empty("2026-03-18", {}), empty("2026-03-19", { timeInHeartRateZones: [] }), time("2026-03-20", { PEAK: "60s" })] } });
    api({ ...CALORIES, body: { rollupDataPoints: [onDay("2026-03-20", { caloriesInHeartRateZone: { caloriesInHeartRateZones: [] } })] } });
    const { result, summary } = await run(getHeartRateTimeSeries, { ...WEEK, zones: true });
    expect(summary).toBe("No resting heart rate from 2026-03-14 to 2026-03-20, but heart rate zones of 1 day");
    expect(result).toMatchObject({ days: [{ date: "2026-03-20", peakMinutes: 1 }], count: 1 });
    const [{ value }] = (result as { "activities-heart": [{ value: { heartRateZones: object[] } }] })["activities-heart"];
    expect(value.heartRateZones[0]).toEqual({ name: "Out of Range", minutes: 0 });
  });

  it.each([
    ["minutes that are none", [{ heartRateZone: "PEAK", duration: "x" }]],
    ["no word for a zone", [{ heartRateZone: "UNHEARD_OF", duration: "60s" }]],
    ["no zone", [null]],
  ])("makes no zero of %s", async (_, others) => {
    api({ ...RESTING, body: { dataPoints: [resting("2026-03-19", "57")] } });
    api({ ...LIMITS, body: { dataPoints: [limits("2026-03-19")] } });
    const timeInHeartRateZones = [{ heartRateZone: "LIGHT", duration: "600s" }, ...others];
    api({ ...TIME, body: { rollupDataPoints: [onDay("2026-03-19", { timeInHeartRateZone: { timeInHeartRateZones } })] } });
    const caloriesInHeartRateZones = [{ heartRateZone: "LIGHT", kcal: "x" }, ...others];
    api({ ...CALORIES, body: { rollupDataPoints: [onDay("2026-03-19", { caloriesInHeartRateZone: { caloriesInHeartRateZones } })] } });
    const { result } = await run(getHeartRateTimeSeries, { ...WEEK, zones: true });
    const { "activities-heart": [day] } = result as { "activities-heart": { value: { heartRateZones: object[] } }[] };
    expect(day?.value.heartRateZones.at(0)).toEqual({ name: "Out of Range", min: 30, max: 112, minutes: 10 });
    expect(day?.value.heartRateZones.at(3)).not.toHaveProperty("minutes");
    expect(result).toMatchObject({ days: [{ restingHeartRate: 57, outOfRangeMinutes: 10 }] });
  });

  it.each([[{ dataPoints: [] }], [{}]])("says that data comes after a sync: %j", async (body) => {
    api({ ...RESTING, body });
    const { result, summary } = await run(getHeartRateTimeSeries, WEEK);
    expect(summary).toBe("No heart rate from 2026-03-14 to 2026-03-20. Data appears after the watch syncs.");
    expect(result).toMatchObject({ days: [], count: 0 });
  });

  it("loses what the missing scope takes alone, and names it", async () => {
    const scope = "activity_and_fitness.readonly";
    api({ ...RESTING, body: { dataPoints: [resting("2026-03-20", "57")] } });
    api({ ...LIMITS, body: { dataPoints: [limits("2026-03-20")] } });
    apiRefuses(TIME);
    apiRefuses(CALORIES);
    const { result } = await run(getHeartRateTimeSeries, { ...WEEK, zones: true });
    expect(result).toMatchObject({
      days: [{ date: "2026-03-20", restingHeartRate: 57 }],
      missing: [
        { part: "heartRateZones[].minutes", why: "scope", scope },
        { part: "heartRateZones[].caloriesOut", why: "scope", scope },
      ],
    });
  });

  it("loses calories alone that are refused", async () => {
    api({ ...RESTING });
    api({ ...LIMITS });
    api({ ...TIME, body: { rollupDataPoints: [time("2026-03-20", { PEAK: "60s" })] } });
    const unoffered = rpcError(400, "INVALID_ARGUMENT", "Not supported", "UNSUPPORTED_DATA_TYPE_ACTION");
    api({ ...CALORIES, status: 400, body: unoffered });
    const { result } = await run(getHeartRateTimeSeries, { ...WEEK, zones: true });
    expect(result).toMatchObject({
      days: [{ peakMinutes: 1 }],
      missing: [{ part: "heartRateZones[].caloriesOut", why: "no source" }],
    });
  });

  it("fails without the scope, and with a failure that is no refusal", async () => {
    apiRefuses(RESTING);
    expect((await run(getHeartRateTimeSeries, WEEK)).error)
      .toMatchObject({ name: "MissingScopeError", scope: "health_metrics_and_measurements.readonly" });
    skipWaits();
    api({ ...RESTING, status: 503, times: 3 });
    expect((await run(getHeartRateTimeSeries, WEEK)).error).toMatchObject({ name: "ServerError" });
  });

  it("ends with the user's today", async () => {
    api({ path: "/v4/users/me/settings", body: { timeZone: "Pacific/Kiritimati" } });
    const filter = between("daily_resting_heart_rate.date", "2026-03-20", "2026-03-22");
    api({ path: RESTING.path, query: { pageSize: "10000", filter } });
    const { result } = await run(getHeartRateTimeSeries, { startDate: "yesterday" });
    expect(result).toMatchObject({ startDate: "2026-03-20", endDate: "2026-03-21" });
  });
});

describe("get-intraday-heart-rate", () => {
  const MEANS = { method: "POST" as const, path: `${points("heart-rate")}:rollUp` };
  const asked = (startTime: string, endTime: string, minutes: number) => ({
    range: { startTime, endTime },
    windowSize: `${minutes * 60}s`,
    pageSize: (Date.parse(endTime) - Date.parse(startTime)) / 60_000 / minutes,
  });
  const bucket = (startTime: string, heartRate: object) => ({ startTime, heartRate });
  const mean = (beatsPerMinuteAvg: unknown) => ({ beatsPerMinuteAvg, beatsPerMinuteMax: 64 });

  it("gives means by the user's clock, rounded; an empty one is none", async () => {
    const rollupDataPoints = [
      bucket("2026-03-20T06:30:00Z", {}),
      bucket("2026-03-20T06:15:00Z", mean(58.26)),
      bucket("2026-03-20T06:00:00Z", mean(57.7)),
    ];
    api({ ...MEANS, sent: asked("2026-03-20T06:00:00.000Z", "2026-03-20T06:45:00.000Z", 15), body: { rollupDataPoints } });
    const { result, summary } = await run(getIntradayHeartRate, {
      startDate: "2026-03-20", startTime: "07:00", endTime: "07:44", timeZone: "Europe/Berlin",
    });
    expect(summary).toBe("2 heart rates from 07:00 to 07:44 on 2026-03-20: 58 bpm on average, 58 to 58");
    expect(result).toMatchObject({
      "activities-heart-intraday": {
        dataset: [
          { date: "2026-03-20", time: "07:00:00", value: 58 },
          { date: "2026-03-20", time: "07:15:00", value: 58 },
        ],
        datasetInterval: 15,
        datasetType: "minute",
      },
      "count": 2,
      "mean": 58,
    });
  });

  it.each([[null], [123_456], ["x"], ["123456"]])("gives no mean of a time that is %j", async (startTime) => {
    const rollupDataPoints = [
      { startTime, heartRate: mean(58) }, bucket("2026-03-20T06:00:00Z", mean(57.7)),
    ];
    const sent = asked("2026-03-20T06:00:00.000Z", "2026-03-20T06:45:00.000Z", 15);
    api({ ...MEANS, sent, body: { rollupDataPoints } });
    const { result } = await run(getIntradayHeartRate, {
      startDate: "2026-03-20", startTime: "07:00", endTime: "07:44", timeZone: "Europe/Berlin",
    });
    expect(result).toMatchObject({
      "activities-heart-intraday": { dataset: [{ time: "07:00:00", value: 58 }] }, "count": 1,
    });
  });

  it("gives the samples themselves, by the clock that they were taken under", async () => {
    const sample = (physicalTime: string, beatsPerMinute: string, utcOffset?: string) =>
      ({ heartRate: { sampleTime: { physicalTime, utcOffset }, beatsPerMinute } });
    const filter = between("heart_rate.sample_time.civil_time", "2026-03-20T00:00:00", "2026-03-21T00:00:00");
    api({
      path: `${points("heart-rate")}:reconcile`,
      query: { pageSize: "10000", filter },
      body: {
        dataPoints: [
          sample("2026-03-20T10:04:59Z", "49", "32400s"), sample("2026-03-20T09:00:00Z", "51"),
          sample("2026-03-20T08:00:00Z", "NaN", "0s"), { heartRate: { beatsPerMinute: "60" } },
          { heartRate: {} },
        ],
      },
    });
    const { result } = await run(getIntradayHeartRate, {
      startDate: "2026-03-20", granularity: "1sec", timeZone: "Europe/Berlin",
    });
    expect(result).toMatchObject({
      "count": 2,
      "activities-heart-intraday": {
        dataset: [
          { date: "2026-03-20", time: "10:00:00", value: 51 },
          { date: "2026-03-20", time: "19:04:59", value: 49 },
        ],
        datasetType: "second",
      },
    });
  });

  it("gives each instant once, be it told under two offsets, and no rate of 0", async () => {
    const sample = (physicalTime: string, beatsPerMinute: unknown, utcOffset = "-14400s") =>
      ({ heartRate: { sampleTime: { physicalTime, utcOffset }, beatsPerMinute } });
    const filter = between("heart_rate.sample_time.civil_time", "2026-03-20T00:00:00", "2026-03-21T00:00:00");
    api({
      path: `${points("heart-rate")}:reconcile`,
      query: { pageSize: "10000", filter },
      body: {
        dataPoints: [
          sample("2026-03-20T14:00:05Z", "0"), sample("2026-03-20T14:00:00Z", "61"),
          sample("2026-03-20T14:00:00Z", "61", "-18000s"), sample("2026-03-20T14:00:05Z", "63"),
        ],
      },
    });
    const { result } = await run(getIntradayHeartRate, {
      startDate: "2026-03-20", granularity: "1sec", timeZone: "America/New_York",
    });
    expect(result).toMatchObject({
      "activities-heart-intraday": {
        dataset: [
          { date: "2026-03-20", time: "10:00:00", value: 61 },
          { date: "2026-03-20", time: "10:00:05", value: 63 },
        ],
      },
      "minimum": 61,
    });
  });

  it("is that of a workout by its id and its own clock, with nobody asked for another", async () => {
    const point = reconciled("exercise", "8808518358174752985", workout);
    api({ path: `${points("exercise")}/8808518358174752985`, body: point });
    api({
      ...MEANS,
      sent: asked("2026-03-19T14:04:00.000Z", "2026-03-19T14:40:00.000Z", 1),
      body: { rollupDataPoints: [bucket("2026-03-19T14:04:00Z", mean(130))] },
    });
    const { result } = await run(getIntradayHeartRate, {
      activityLogId: "8808518358174752985", granularity: "1min",
    });
    expect(result).toMatchObject({
      "activities-heart-intraday": { dataset: [{ date: "2026-03-19", time: "07:04:00", value: 130 }] },
      "startTime": "07:04",
      "endTime": "07:39",
    });
  });

  it("of a day in summer is asked for, and told, by the clock of that day", async () => {
    api({ path: "/v4/users/me/settings", body: { timeZone: "Europe/Berlin", utcOffset: "3600s" } });
    api({
      ...MEANS,
      sent: asked("2025-07-15T05:00:00.000Z", "2025-07-15T05:45:00.000Z", 15),
      body: { rollupDataPoints: [bucket("2025-07-15T05:15:00Z", mean(58))] },
    });
    const { result } = await run(getIntradayHeartRate, {
      startDate: "2025-07-15", startTime: "07:00", endTime: "07:44",
    });
    expect(result).toMatchObject({
      "activities-heart-intraday": { dataset: [{ date: "2025-07-15", time: "07:15:00", value: 58 }] },
    });
  });

  it("says that data comes after a sync, on the user's today", async () => {
    api({ path: "/v4/users/me/settings", body: { timeZone: "Pacific/Kiritimati" } });
    api({ ...MEANS, sent: asked("2026-03-20T10:00:00.000Z", "2026-03-21T10:00:00.000Z", 15) });
    const { summary } = await run(getIntradayHeartRate);
    expect(summary).toBe("No heart rate on 2026-03-21. Data appears after the watch syncs.");
  });

  it("names the scope that is missing", async () => {
    apiRefuses({ ...MEANS, sent: asked("2026-03-20T00:00:00.000Z", "2026-03-21T00:00:00.000Z", 15) });
    const { error } = await run(getIntradayHeartRate, { startDate: "2026-03-20", timeZone: "UTC" });
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "health_metrics_and_measurements.readonly" });
  });
});
