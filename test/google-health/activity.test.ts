import * as deleteActivityLog from "../../actions/delete-activity-log/delete-activity-log";
import * as listActivityLogs from "../../actions/list-activity-logs/list-activity-logs";
import * as logActivity from "../../actions/log-activity/log-activity";
import { toActivityLog, withProvenance } from "../../common/activity/google-health-log";
import type { DataSource } from "../../common/google-health/answers";
import { noted } from "../support/noted";
import { options, refusal } from "../support/step";
import {
  interval, listed, reconciled, run as workout, runInFitbitShape, WATCH,
} from "./records";
import {
  api, apiRefuses, app, between, call, noScope, OWN, points, run, twin,
} from "./support";

const EXERCISE = points("exercise");
const STARTS = "exercise.interval.civil_start_time";
const RUN_ID = "8808518358174752985";
const STARTED = { ...WATCH, recordingMethod: "ACTIVELY_MEASURED" };

describe("an exercise in Fitbit's shape", () => {
  it("is the run that Fitbit would list", () => {
    const log = withProvenance(toActivityLog(RUN_ID, workout, "metric"), STARTED);
    expect(log).toEqual(runInFitbitShape);
  });

  it("speaks miles and feet in the United States, and kilometres in the United Kingdom", () => {
    expect(toActivityLog(RUN_ID, workout, "en_US")).toMatchObject({
      distance: 3.419132, distanceUnit: "Mile", elevationGain: 180, pace: 536.39, speed: 6.7115,
    });
    expect(toActivityLog(RUN_ID, workout, "en_GB")).toMatchObject({
      distance: 5.502559, distanceUnit: "Kilometer", elevationGain: 54.864,
    });
  });

  it("has no figure that Google lacks", () => {
    const bare = { interval: workout.interval, exerciseType: "YOGA", displayName: "ヨガ" };
    expect(toActivityLog("1", bare, undefined)).toEqual({
      logId: "1",
      activityName: "Yoga",
      startTime: "2026-03-19T07:04:51.000-07:00",
      duration: 2_103_000,
      activeDuration: 2_103_000,
    });
  });

  it.each([
    ["WATER_POLO", "Wasserball", "Wasserball"],
    ["OTHER", "Snow & ice climbing", "Snow & ice climbing"],
    ["BIKING", undefined, "Bike"],
    [undefined, undefined, "Exercise"],
    ["STRENGTH_TRAINING", undefined, "Strength training"],
    ["EXERCISE_TYPE_UNSPECIFIED", undefined, "Exercise"],
  ])("of the type %s shown as %s is called %s", (exerciseType, displayName, activityName) => {
    const named = { interval: workout.interval, exerciseType, displayName };
    expect(toActivityLog("1", named, undefined)).toMatchObject({ activityName });
  });

  it("weights no active zone minute twice", () => {
    const zones = toActivityLog("1", workout, undefined).activeZoneMinutes;
    expect(zones).toEqual(runInFitbitShape.activeZoneMinutes);
    const light = { heartRateZoneDurations: { lightTime: "600s" } };
    const easy = toActivityLog("1", { ...workout, metricsSummary: light }, undefined);
    expect(easy).toMatchObject({ activeZoneMinutes: { totalMinutes: 0 } });
  });

  it("has a total that is the minutes of its zones times their weight, as seen live", () => {
    const log = toActivityLog("1", workout, undefined) as unknown as typeof runInFitbitShape;
    const { minutesInHeartRateZones, totalMinutes } = log.activeZoneMinutes;
    const weighted = minutesInHeartRateZones
      .map(({ minutes, minuteMultiplier }) => minutes * minuteMultiplier);
    expect(weighted).toEqual([0, 15 * 1, 2 * 2, 0]);
    expect(weighted.reduce((total, minutes) => total + minutes, 0)).toBe(totalMinutes);
  });

  it("makes no zero of the minutes of a zone that cannot be read, nor of their total", () => {
    const heartRateZoneDurations = { lightTime: "600s", peakTime: "x" };
    const exercise = { ...workout, metricsSummary: { heartRateZoneDurations } };
    const { activeZoneMinutes } = toActivityLog("1", exercise, undefined);
    expect(activeZoneMinutes).not.toHaveProperty("totalMinutes");
    const { minutesInHeartRateZones: [out, fatBurn, , peak] = [] } = activeZoneMinutes ?? {};
    expect(out).toMatchObject({ minutes: 10 });
    expect(fatBurn).toMatchObject({ minutes: 0 });
    expect(peak).toEqual({ type: "PEAK", zoneName: "Peak", minuteMultiplier: 2, order: 3 });
  });

  it("gives no total of 0 beside zones that have minutes", () => {
    const { heartRateZoneDurations } = workout.metricsSummary;
    const exercise = { ...workout, metricsSummary: { heartRateZoneDurations } };
    const log = toActivityLog("1", exercise, undefined);
    expect(log).toMatchObject({
      activeZoneMinutes: {
        minutesInHeartRateZones: [{}, { minutes: 15 }, { minutes: 2 }, {}],
      },
    });
    expect(log).not.toHaveProperty("activeZoneMinutes.totalMinutes");
  });

  it("is told in whole seconds, as Fitbit does", () => {
    const span = interval("2026-03-19T14:04:51.749348Z", "2026-03-19T14:39:54.1Z");
    const exercise = { ...workout, interval: span, activeDuration: "1834.4s" };
    expect(toActivityLog("1", exercise, undefined)).toMatchObject({
      startTime: "2026-03-19T07:04:51.000-07:00", duration: 2_103_000, activeDuration: 1_834_000,
    });
  });

  it.each([
    ["at all", interval("2026-03-19T11:35:37.761Z", "2026-03-19T12:34:37.129Z"), "3539.368s"],
    ["across a second", interval("2026-03-19T11:00:00.9Z", "2026-03-19T11:30:00.1Z"), "1799.2s"],
    ["that counts", interval("2026-03-19T11:00:00Z", "2026-03-19T11:30:00Z"), "1799.4s"],
  ])("lasted as long as it was active, where nobody paused %s", (_, span, activeDuration) => {
    const log = toActivityLog("1", { ...workout, interval: span, activeDuration }, undefined);
    expect(log.duration).toBe(Math.round(Number.parseFloat(activeDuration)) * 1_000);
    expect(log.activeDuration).toBe(log.duration);
  });

  it("keeps a pause of a second", () => {
    const span = interval("2026-03-19T11:00:00Z", "2026-03-19T11:30:00Z");
    const exercise = { ...workout, interval: span, activeDuration: "1799s" };
    expect(toActivityLog("1", exercise, undefined))
      .toMatchObject({ duration: 1_800_000, activeDuration: 1_799_000 });
  });

  it("leaves out what is no number", () => {
    const metricsSummary = { caloriesKcal: "NaN", distanceMillimeters: "NaN", steps: "0" };
    const log = toActivityLog("1", { ...workout, metricsSummary }, undefined);
    expect(log).not.toHaveProperty("calories");
    expect(log).not.toHaveProperty("distance");
    expect(log).not.toHaveProperty("distanceUnit");
    expect(log.steps).toBe(0);
  });

  it.each<[DataSource, object]>([
    [STARTED, { logType: "tracker", source: { name: "Pixel Watch 4", type: "tracker" } }],
    [{ recordingMethod: "DERIVED", device: {} }, { logType: "auto_detected" }],
    [
      { recordingMethod: "MANUAL", platform: "FITBIT", application: { packageName: "com.fitbit" } },
      { logType: "manual" },
    ],
    [
      { recordingMethod: "UNKNOWN", platform: "GOOGLE_WEB_API", application: { googleWebClientId: "1-x" } },
      { logType: "manual", source: { id: "1-x", type: "app" } },
    ],
    [
      { recordingMethod: "UNKNOWN", platform: "HEALTH_CONNECT", application: { packageName: "com.strava" } },
      { logType: "com.strava", source: { id: "com.strava", name: "com.strava", type: "app" } },
    ],
    [
      { recordingMethod: "UNKNOWN", platform: "GOOGLE_WEB_API" },
      { logType: "manual", source: { type: "app" } },
    ],
    [
      { platform: "FITBIT_WEB_API", application: {}, device: { displayName: "Charge 6" } },
      { logType: "manual", source: { type: "app" } },
    ],
    [{ recordingMethod: "UNKNOWN" }, {}],
  ])("from %j says so", (origin, said) => {
    const log = toActivityLog("1", { interval: workout.interval }, undefined);
    expect(withProvenance(log, origin)).toEqual({ ...log, ...said });
  });

  it.each([
    ["+05:45", "20700s", "2026-03-19T19:49:51.000+05:45"],
    ["-09:30", "-34200s", "2026-03-19T04:34:51.000-09:30"],
    ["Greenwich", undefined, "2026-03-19T14:04:51.000Z"],
  ])("starts by the clock of %s", (_, offset, startTime) => {
    const span = { ...workout.interval, startUtcOffset: offset };
    expect(toActivityLog("1", { interval: span }, undefined)).toMatchObject({ startTime });
  });
});

describe("how fast an exercise was", () => {
  const WALK = {
    interval: interval("2026-03-19T14:26:33Z", "2026-03-19T14:45:38Z"),
    exerciseType: "WALKING",
    activeDuration: "1025s",
  };
  const fast = (metricsSummary: object, exercise = {}, system?: "en_US") => {
    const log = toActivityLog("1", { ...WALK, metricsSummary, ...exercise }, system);
    return { pace: log.pace, speed: log.speed };
  };
  const distanceMillimeters = 1_284_300;

  it.each<[string, ReturnType<typeof fast>, object]>([
    [
      "its pace as Google has it, its speed over the active time",
      fast({ distanceMillimeters, averagePaceSecondsPerMeter: 0.8 }),
      { pace: 800, speed: 4.5107 },
    ],
    [
      "its speed as Google has it, its pace over the active time",
      fast({ distanceMillimeters, averageSpeedMillimetersPerSecond: 1_250 }),
      { pace: 798.1, speed: 4.5 },
    ],
    ["both", fast({ distanceMillimeters }), { pace: 798.1, speed: 4.5107 }],
    ["both where zeros stand for nothing", fast({
      distanceMillimeters, averagePaceSecondsPerMeter: 0, averageSpeedMillimetersPerSecond: "0",
    }), { pace: 798.1, speed: 4.5107 }],
    ["both in miles", fast({ distanceMillimeters }, {}, "en_US"), { pace: 1_284.42, speed: 2.8028 }],
    [
      "both over its length, where nothing says how long it was active",
      fast({ distanceMillimeters }, { activeDuration: undefined }),
      { pace: 891.54, speed: 4.038 },
    ],
    ["neither without a distance", fast({ steps: "1606" }), {}],
    ["neither of no distance", fast({ distanceMillimeters: 0 }), {}],
    ["neither in no time", fast({ distanceMillimeters }, { activeDuration: "0s" }), {}],
    ["neither of what is no number", fast({ distanceMillimeters: "NaN" }), {}],
  ])("tells %s", (_, told, expected) => {
    expect(told).toEqual(expected);
  });
});

/** A page of exercises, and the list that says where they come from. */
function exercises(query: Record<string, string>, next?: string) {
  api({
    path: `${EXERCISE}:reconcile`,
    query,
    body: { dataPoints: [reconciled("exercise", RUN_ID, workout)], nextPageToken: next },
  });
  api({
    path: EXERCISE,
    query: { ...query, pageSize: "25" },
    body: { dataPoints: [listed("exercise", RUN_ID, STARTED), listed("exercise", "7", {})] },
  });
}

describe("list-activity-logs", () => {
  it("takes a range by the user's own days, and says where each log comes from", async () => {
    exercises({ pageSize: "25", filter: between(STARTS, "2026-03-01", "2026-03-20") });
    const days = { startDate: "2026-03-01", endDate: "2026-03-19" };
    const { result, summary } = await run(listActivityLogs, { ...days, detail: "full" });
    expect(summary).toBe("1 activity log, the newest on 2026-03-19: Run, 5.5 km in 35 min");
    expect(result).toEqual({
      activities: [runInFitbitShape], ...days, count: 1, truncated: false,
    });
  });

  it("lists the newest first, by instants and not by clocks", async () => {
    const abroad = { ...workout, interval: { ...workout.interval, startUtcOffset: "32400s" } };
    const later = {
      ...workout, interval: interval("2026-03-19T14:05:00Z", "2026-03-19T14:30:00Z"),
    };
    api({
      path: `${EXERCISE}:reconcile`,
      query: { pageSize: "25" },
      body: {
        dataPoints: [reconciled("exercise", "1", abroad), reconciled("exercise", "2", later)],
      },
    });
    const { result } = await run(listActivityLogs);
    expect(result).toMatchObject({ activities: [{ logId: "2" }, { logId: "1" }] });
  });

  it("leaves out an exercise without a time or a name, and lists the others", async () => {
    const untimed = reconciled("exercise", "7", { ...workout, interval: {} });
    api({
      path: `${EXERCISE}:reconcile`,
      query: { pageSize: "25" },
      body: {
        dataPoints: [untimed, { exercise: workout }, reconciled("exercise", RUN_ID, workout)],
      },
    });
    api({
      path: EXERCISE,
      query: { pageSize: "25" },
      body: { dataPoints: [listed("exercise", RUN_ID, STARTED)] },
    });
    const lines = noted();
    expect(await run(listActivityLogs, { detail: "full" }))
      .toMatchObject({ result: { activities: [runInFitbitShape], count: 1 } });
    expect(lines).toEqual([
      "Left out of the exercise records: 2 of 3, for want of an id or a time that can be read.",
    ]);
  });

  it("gives the newest, and how to go on", async () => {
    exercises({ pageSize: "25" }, "a");
    const { result } = await run(listActivityLogs, {
      limit: 1, unitSystem: "en_US", detail: "full",
    });
    expect(result).toMatchObject({
      activities: [{ distance: 3.419132 }], truncated: true, nextEndDate: "2026-03-19",
    });
  });
});

describe("log-activity", () => {
  const made = {
    activityName: "Run", date: "2026-03-20", startTime: "07:30", durationMinutes: 30,
    timeZone: "Europe/Berlin", skipIfLogged: false,
  };
  const span = interval("2026-03-20T06:30:00Z", "2026-03-20T07:00:00Z", "3600s");

  const stored = (kind: object, metricsSummary: object = {}) => {
    const exercise = { interval: span, ...kind, activeDuration: "1800s", metricsSummary };
    api({
      method: "POST",
      path: EXERCISE,
      sent: { exercise },
      body: { done: true, response: { ...listed("exercise", RUN_ID), exercise } },
    });
  };

  it("stores an exercise in one request and gives what was stored", async () => {
    stored(
      { exerciseType: "RUNNING", displayName: "Run" },
      { caloriesKcal: 320, distanceMillimeters: 5_200_000 },
    );
    const { result, summary } = await run(logActivity, {
      ...made, calories: 320, distance: "5.2", distanceUnit: "kilometer",
    });
    expect(summary).toBe("Logged Run, 5.2 km in 30 min on 2026-03-20 at 07:30");
    expect(result).toEqual({
      activityLog: {
        logId: RUN_ID, name: "Run", startDate: "2026-03-20", startTime: "07:30",
        hasStartTime: true, duration: 1_800_000, calories: 320, distance: 5.2,
      },
    });
  });

  it.each([
    ["mile", 1_609_344],
    ["meter", 1_000],
    ["yards", 914.4],
  ])("takes a distance in the unit %s", async (distanceUnit, distanceMillimeters) => {
    stored({ exerciseType: "RUNNING", displayName: "Run" }, { distanceMillimeters });
    await run(logActivity, { ...made, distance: "1", distanceUnit });
  });

  it.each([
    ["walk", "WALKING", "Walk"],
    ["WEIGHTS", "WEIGHTS", "Weights"],
    ["Snow & ice climbing", "OTHER", "Snow & ice climbing"],
  ])("logs the name %j as %s", async (activityName, exerciseType, displayName) => {
    stored({ exerciseType, displayName });
    await run(logActivity, { ...made, activityName });
  });

  it("takes no activity type, and needs a name", async () => {
    expect(twin(logActivity).props).not.toHaveProperty("activityTypeId");
    expect(await refusal(twin(logActivity), { ...made, activityName: " " }))
      .toContain("Activity Name is missing");
  });

  it("says which types have a name, when asked for one by a number of Fitbit's", async () => {
    const activity = (id: number) => app.createActivityLog({
      activity: { id }, start: { day: "2026-03-20", time: "07:30" }, durationMs: 1_800_000,
    }, call({ timeZone: "Europe/Berlin" }));
    stored({ exerciseType: "RUNNING", displayName: "Run" });
    await activity(90009);
    await expect(activity(17151)).rejects.toThrow("knows no activity type 17151: give Activity Name");
  });

  const filter = between(STARTS, "2026-03-20T07:30:00", "2026-03-20T07:31:00");
  const look = { path: EXERCISE, query: { pageSize: "25", filter } };

  it("looks at the minute of its start alone, whoever stored something there", async () => {
    api({
      ...look,
      body: {
        dataPoints: [
          listed("exercise", "1", STARTED, { interval: span, exerciseType: "WALKING" }),
          listed("exercise", "2", STARTED, { interval: {}, exerciseType: "RUNNING" }),
          listed("exercise", RUN_ID, STARTED, { interval: span, exerciseType: "RUNNING" }),
        ],
      },
    });
    const { result, summary } = await run(logActivity, { ...made, skipIfLogged: true });
    expect(result).toMatchObject({ activityLog: { logId: RUN_ID }, alreadyLogged: true });
    expect(summary).toBe("Already logged: Run, 30 min on 2026-03-20 at 07:30");
  });

  it("writes where it may not look, and says so", async () => {
    apiRefuses(look);
    stored({ exerciseType: "RUNNING", displayName: "Run" });
    const { result } = await run(logActivity, { ...made, skipIfLogged: undefined });
    expect(result).toMatchObject({
      activityLog: { logId: RUN_ID },
      missing: [{ part: "alreadyLogged", why: "scope", scope: "activity_and_fitness.readonly" }],
    });
  });

  it("is not sent twice, and a 503 says where to look", async () => {
    api({ method: "POST", path: EXERCISE, sent: () => true, status: 503, body: "" });
    const { error } = await run(logActivity, made);
    expect(error).toHaveProperty("message", expect.stringContaining(
      "The activity may have been stored or changed all the same: look at List Activity Logs",
    ));
  });

  it("says what it needs when the connection only reads", async () => {
    api({ method: "POST", path: EXERCISE, sent: () => true, status: 403, body: noScope });
    const { error } = await run(logActivity, made);
    expect(error).toMatchObject({ scope: "activity_and_fitness.writeonly" });
  });
});

describe("delete-activity-log", () => {
  it("deletes by the record's full name", async () => {
    api({
      method: "POST",
      path: `${EXERCISE}:batchDelete`,
      sent: { names: [`users/me/dataTypes/exercise/dataPoints/${RUN_ID}`] },
      body: { done: true, response: { dataPoints: [listed("exercise", RUN_ID)] } },
    });
    const { result } = await run(deleteActivityLog, { activityLogId: RUN_ID });
    expect(result).toEqual({ logId: RUN_ID, deleted: true });
  });

  it("offers the newest exercises that this app wrote, in one request", async () => {
    api({
      path: `${EXERCISE}:reconcile`,
      query: { pageSize: "25", dataSourceFamily: OWN },
      body: { dataPoints: [reconciled("exercise", RUN_ID, workout)] },
    });
    const { options: found } = await options(twin(deleteActivityLog), "activityLogId");
    expect(found).toEqual([
      { label: "2026-03-19 07:04: Run, 5.5 km in 35 min", value: RUN_ID },
    ]);
  });
});
