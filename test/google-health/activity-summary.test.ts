import * as getActivitySummary
  from "../../actions/get-activity-summary/get-activity-summary";
import { noted } from "../support/noted";
import { interval, reconciled, run as workout } from "./records";
import { api, apiRefuses, between, date, points, rpcError, run, skipWaits } from "./support";

const EXERCISE = points("exercise");
const STARTS = "exercise.interval.civil_start_time";
const RUN_ID = "8808518358174752985";
const DAY = { date: "2026-03-19" };
const SUMS: Record<string, object> = {
  "steps": { steps: { countSum: "9412" } },
  "floors": { floors: { countSum: "12" } },
  "altitude": { altitude: { gainMillimetersSum: "36576" } },
  "distance": { distance: { millimetersSum: "6804321" } },
  "total-calories": { totalCalories: { kcalSum: 2310.4 } },
  "active-energy-burned": { activeEnergyBurned: { kcalSum: 637.2 } },
  "sedentary-period": { sedentaryPeriod: { durationSum: "41490s" } },
  "active-minutes": {
    activeMinutes: {
      activeMinutesRollupByActivityLevel: [
        { activityLevel: "LIGHT", activeMinutesSum: "210" },
        { activityLevel: "VIGOROUS", activeMinutesSum: "31" },
      ],
    },
  },
  "time-in-heart-rate-zone": {
    timeInHeartRateZone: {
      timeInHeartRateZones: [
        { heartRateZone: "LIGHT", duration: "48720s" },
        { heartRateZone: "MODERATE", duration: "900s" },
        { heartRateZone: "VIGOROUS", duration: "120s" },
      ],
    },
  },
  "calories-in-heart-rate-zone": {
    caloriesInHeartRateZone: {
      caloriesInHeartRateZones: [
        { heartRateZone: "LIGHT", kcal: 1_200.33 }, { heartRateZone: "MODERATE", kcal: 140.9 },
      ],
    },
  },
};

const zone = (
  heartRateZoneType: string, minBeatsPerMinute: string, maxBeatsPerMinute: string,
) => ({ heartRateZoneType, minBeatsPerMinute, maxBeatsPerMinute });

const LISTS: Record<string, object> = {
  "daily-resting-heart-rate": {
    dailyRestingHeartRate: { date: date("2026-03-19"), beatsPerMinute: "57" },
  },
  "daily-heart-rate-zones": {
    dailyHeartRateZones: {
      date: date("2026-03-19"),
      heartRateZones: [
        zone("LIGHT", "30", "86"), zone("MODERATE", "86", "121"),
        zone("VIGOROUS", "121", "147"), zone("PEAK", "147", "220"),
      ],
    },
  },
};

const range = {
  start: { date: date("2026-03-19") },
  end: { date: date("2026-03-20") },
};
const WEARABLES = { dataSourceFamily: "users/me/dataSourceFamilies/google-wearables" };
const member: Record<string, string> = {
  "daily-resting-heart-rate": "daily_resting_heart_rate.date",
  "daily-heart-rate-zones": "daily_heart_rate_zones.date",
};

const rollUp = (type: string, more: object = {}) =>
  ({ method: "POST" as const, path: `${points(type)}:dailyRollUp`, sent: { range, ...more } });
const daily = (type: string) => ({
  path: `${points(type)}:reconcile`,
  query: {
    pageSize: "10000",
    filter: between(member[type] ?? "", "2026-03-19", "2026-03-20"),
  },
});
const workouts = {
  path: `${EXERCISE}:reconcile`,
  query: { pageSize: "25", filter: between(STARTS, "2026-03-19", "2026-03-20") },
};

const onTheDay = (sums: object) =>
  ({ civilStartTime: { date: date("2026-03-19"), time: {} }, ...sums });

/** The 14 requests that a day takes, answered in full. */
function wholeDay() {
  for (const [type, sums] of Object.entries(SUMS)) {
    api({ ...rollUp(type), body: { rollupDataPoints: [onTheDay(sums)] } });
  }
  const tracked = onTheDay({ distance: { millimetersSum: "6750000" } });
  api({ ...rollUp("distance", WEARABLES), body: { rollupDataPoints: [tracked] } });
  for (const [type, point] of Object.entries(LISTS)) {
    api({ ...daily(type), body: { dataPoints: [point] } });
  }
  api({ ...workouts, body: { dataPoints: [reconciled("exercise", RUN_ID, workout)] } });
}

/** What is asked for on a day without time in a zone: no calories in one. */
const WITHOUT_ZONES = Object.keys(SUMS).filter((type) => type !== "calories-in-heart-rate-zone");

/** A day of which only the exercises have data. */
function onlyWorkouts(...dataPoints: object[]) {
  for (const type of WITHOUT_ZONES) api(rollUp(type));
  api(rollUp("distance", WEARABLES));
  for (const type of Object.keys(LISTS)) api(daily(type));
  api({ ...workouts, body: { dataPoints } });
}

describe("get-activity-summary", () => {
  it("puts a day together from its sums, its heart rate and its exercises", async () => {
    wholeDay();
    const { result, summary } = await run(getActivitySummary, DAY);
    expect(summary).toBe("9,412 steps, 6.8 km, 2,310 calories on 2026-03-19");
    expect(result).toEqual({
      date: "2026-03-19",
      calories: { out: 2310, bmr: 1673 },
      distance: { total: 6.8, tracker: 6.75, logged: null, byActivity: {} },
      activeMinutes: { very: 31, fairly: 0, lightly: 210, sedentary: 692, total: 241 },
      activities: [{
        logId: RUN_ID,
        name: "Run",
        startDate: "2026-03-19",
        startTime: "07:04",
        hasStartTime: true,
        duration: 1_834_000,
        calories: 355,
        distance: 5.502559,
        steps: 4_980,
        lastModified: "2026-03-19T14:41:07.827Z",
      }],
      summary: {
        steps: 9412,
        floors: 12,
        elevation: 36.576,
        distances: [
          { activity: "total", distance: 6.8 }, { activity: "tracker", distance: 6.75 },
        ],
        caloriesOut: 2310,
        activityCalories: 637,
        caloriesBMR: 1673,
        sedentaryMinutes: 692,
        lightlyActiveMinutes: 210,
        fairlyActiveMinutes: 0,
        veryActiveMinutes: 31,
        restingHeartRate: 57,
        heartRateZones: [
          { name: "Out of Range", min: 30, max: 86, minutes: 812, caloriesOut: 1_200.33 },
          { name: "Fat Burn", min: 86, max: 121, minutes: 15, caloriesOut: 140.9 },
          { name: "Cardio", min: 121, max: 147, minutes: 2, caloriesOut: 0 },
          { name: "Peak", min: 147, max: 220, minutes: 0, caloriesOut: 0 },
        ],
      },
    });
  });

  it("speaks miles and feet", async () => {
    wholeDay();
    const { result, summary } = await run(getActivitySummary, { ...DAY, unitSystem: "en_US" });
    expect(summary).toContain("4.23 mi");
    expect(result).toMatchObject({
      summary: { elevation: 120 }, activities: [{ distance: 3.419132 }],
    });
  });

  it("shows the exercises of the day in their order", async () => {
    const noon = {
      ...workout, interval: interval("2026-03-19T19:00:00Z", "2026-03-19T19:30:00Z"),
    };
    onlyWorkouts(reconciled("exercise", "2", noon), reconciled("exercise", "1", workout));
    expect(await run(getActivitySummary, DAY)).toMatchObject({
      result: { activities: [{ startTime: "07:04" }, { startTime: "12:00" }] },
    });
  });

  it("keeps that order on a trip, by instants and not by clocks", async () => {
    const exercise = (...span: Parameters<typeof interval>) =>
      ({ ...workout, interval: interval(...span) });
    onlyWorkouts(
      reconciled("exercise", "2", exercise("2026-03-20T01:00:00Z", "2026-03-20T02:00:00Z")),
      reconciled("exercise", "1", exercise("2026-03-19T10:00:00Z", "2026-03-19T11:00:00Z", "32400s")),
    );
    expect(await run(getActivitySummary, DAY)).toMatchObject({
      result: {
        activities: [{ logId: "1", startTime: "19:00" }, { logId: "2", startTime: "18:00" }],
      },
    });
  });

  it("leaves out an exercise that does not say when it was", async () => {
    const lines = noted();
    onlyWorkouts(
      reconciled("exercise", "7", { ...workout, interval: {} }),
      reconciled("exercise", RUN_ID, workout),
    );
    expect(await run(getActivitySummary, DAY))
      .toMatchObject({ result: { activities: [{ logId: RUN_ID }] } });
    expect(lines).toEqual([expect.stringContaining("exercise records: 1 of 2")]);
  });

  it("does not call a day idle that the connection may not read", async () => {
    const scope = "activity_and_fitness.readonly";
    for (const type of Object.keys(SUMS)) apiRefuses(rollUp(type));
    apiRefuses(rollUp("distance", WEARABLES));
    for (const [type, point] of Object.entries(LISTS)) {
      api({ ...daily(type), body: { dataPoints: [point] } });
    }
    apiRefuses(workouts);
    const { result, summary } = await run(getActivitySummary, DAY);
    expect(summary)
      .toBe(`Activity on 2026-03-19 is not known: this connection lacks the scope \`${scope}\`.`);
    expect(result).not.toHaveProperty("activities");
    expect(result).toMatchObject({
      summary: { restingHeartRate: 57 },
      missing: expect.arrayContaining([
        { part: "summary.steps", why: "scope", scope },
        { part: "activities", why: "scope", scope },
      ]) as unknown,
    });
  });

  it("names every field that is lost, and each once", async () => {
    for (const type of Object.keys(SUMS)) apiRefuses(rollUp(type));
    apiRefuses(rollUp("distance", WEARABLES));
    for (const type of Object.keys(LISTS)) api(daily(type));
    api(workouts);
    const { result } = await run(getActivitySummary, DAY);
    const { missing } = result as { missing: { part: string }[] };
    const parts = missing.map(({ part }) => part);
    expect(parts.filter((part) => part === "summary.caloriesBMR")).toHaveLength(1);
    expect(new Set(parts).size).toBe(parts.length);
  });

  it("invents no zero for a day without data", async () => {
    onlyWorkouts();
    const { result, summary } = await run(getActivitySummary, DAY);
    expect(summary).toBe("No activity on 2026-03-19. Data appears after the watch syncs.");
    expect(result).toMatchObject({ activities: [], summary: {} });
    expect(result).toHaveProperty("summary", {});
  });

  it("reads no reading as none, a zero as zero, and another day's row as none", async () => {
    const rows: Record<string, object> = {
      "steps": onTheDay({ steps: { countSum: "0" } }),
      "floors": onTheDay({ floors: {} }),
      "active-minutes": onTheDay({ activeMinutes: {} }),
    };
    for (const type of WITHOUT_ZONES) {
      const other = { ...onTheDay({}), civilStartTime: { date: date("2026-03-20") } };
      const row = rows[type] ?? { ...other, ...SUMS[type] };
      api({ ...rollUp(type), body: { rollupDataPoints: [row] } });
    }
    api(rollUp("distance", WEARABLES));
    for (const type of Object.keys(LISTS)) api(daily(type));
    api(workouts);
    expect(await run(getActivitySummary, DAY)).toHaveProperty("result.summary", { steps: 0 });
  });

  it.each([
    [{ activityLevel: "UNHEARD_OF", activeMinutesSum: "5" }],
    [{ activityLevel: "MODERATE", activeMinutesSum: "x" }],
    [null],
  ])("makes no zero of a level that may be %j", async (other) => {
    const light = { activityLevel: "LIGHT", activeMinutesSum: "10" };
    const vigorous = { activityLevel: "VIGOROUS" };
    const activeMinutesRollupByActivityLevel = [light, vigorous, other];
    const row = onTheDay({ activeMinutes: { activeMinutesRollupByActivityLevel } });
    for (const type of WITHOUT_ZONES) {
      api({ ...rollUp(type), body: { rollupDataPoints: type === "active-minutes" ? [row] : [] } });
    }
    api(rollUp("distance", WEARABLES));
    for (const type of Object.keys(LISTS)) api(daily(type));
    api(workouts);
    expect(await run(getActivitySummary, DAY))
      .toHaveProperty("result.summary", { lightlyActiveMinutes: 10, veryActiveMinutes: 0 });
  });

  it("loses only what the missing scope takes, and names it", async () => {
    for (const [type, sums] of Object.entries(SUMS)) {
      api({ ...rollUp(type), body: { rollupDataPoints: [onTheDay(sums)] } });
    }
    api(rollUp("distance", WEARABLES));
    for (const type of Object.keys(LISTS)) apiRefuses(daily(type));
    api(workouts);
    const { result } = await run(getActivitySummary, DAY);
    const scope = "health_metrics_and_measurements.readonly";
    expect(result).toMatchObject({
      summary: {
        steps: 9412,
        heartRateZones: [{ name: "Out of Range", minutes: 812 }, {}, {}, {}],
      },
      missing: [
        { part: "summary.heartRateZones[].min", why: "scope", scope },
        { part: "summary.heartRateZones[].max", why: "scope", scope },
        { part: "summary.restingHeartRate", why: "scope", scope },
      ],
    });
    expect(result).not.toHaveProperty("summary.heartRateZones.0.min");
  });

  it.each([
    ["floors", ["summary.floors"]],
    ["active-energy-burned", ["summary.activityCalories", "summary.caloriesBMR"]],
  ])("counts %s, which the API does not offer, as lost, too", async (lost, parts) => {
    const unoffered = rpcError(
      400, "INVALID_ARGUMENT", "Not supported", "UNSUPPORTED_DATA_TYPE_ACTION",
    );
    for (const [type, sums] of Object.entries(SUMS)) {
      const body = type === lost ? unoffered : { rollupDataPoints: [onTheDay(sums)] };
      api({ ...rollUp(type), status: type === lost ? 400 : 200, body });
    }
    api(rollUp("distance", WEARABLES));
    for (const type of Object.keys(LISTS)) api(daily(type));
    api(workouts);
    const missing = parts.map((part) => ({ part, why: "no source" }));
    const { result } = await run(getActivitySummary, DAY);
    expect(result).toHaveProperty("missing", missing);
    for (const part of parts) expect(result).not.toHaveProperty(part);
  });

  const wholeDayBut = (lost: string, answer: object) => {
    for (const [type, sums] of Object.entries(SUMS)) {
      const body = { rollupDataPoints: [onTheDay(sums)] };
      api({ ...rollUp(type), body, ...type === lost && answer });
    }
    api(rollUp("distance", WEARABLES));
    for (const type of Object.keys(LISTS)) api(daily(type));
    api(workouts);
  };

  it.each([
    ["without a reason", rpcError(403, "PERMISSION_DENIED", "The caller does not have permission")],
    ["with one", rpcError(403, "PERMISSION_DENIED", "No.", "RESOURCE_PERMISSION_DENIED")],
    ["in HTML", "<html>"],
  ])("loses one figure that is refused %s, and names it", async (_, body) => {
    wholeDayBut("floors", { status: 403, body });
    const { result } = await run(getActivitySummary, DAY);
    expect(result).toMatchObject({
      summary: { steps: 9412 }, missing: [{ part: "summary.floors", why: "refused" }],
    });
    expect(result).not.toHaveProperty("summary.floors");
  });

  it.each([
    ["fails", { status: 503, body: "", times: 3 }, "ServerError"],
    ["answers with an error in a success", { body: rpcError(500, "INTERNAL", "Oops.") }, "UnexpectedAnswerError"],
    ["answers with nothing", { body: "" }, "UnexpectedAnswerError"],
  ])("fails whole where one endpoint %s, and names its part", async (_, answer, name) => {
    skipWaits();
    for (const type of WITHOUT_ZONES) api(rollUp(type));
    api(rollUp("distance", WEARABLES));
    for (const type of Object.keys(LISTS)) api(daily(type));
    api({ ...workouts, ...answer });
    const { error } = await run(getActivitySummary, DAY);
    expect(error).toHaveProperty("name", name);
    expect(error).toHaveProperty("message", expect.stringMatching(/ It was asked for activities\.$/));
  });

  it("says why nothing is known where everything that it tells is refused", async () => {
    for (const type of Object.keys(SUMS)) {
      api({ ...rollUp(type), status: 403, body: rpcError(403, "PERMISSION_DENIED", "No.") });
    }
    api({ ...rollUp("distance", WEARABLES), status: 403, body: rpcError(403, "PERMISSION_DENIED", "No.") });
    for (const type of Object.keys(LISTS)) api(daily(type));
    api(workouts);
    const { summary } = await run(getActivitySummary, DAY);
    expect(summary).toBe("Activity on 2026-03-19 is not known: the API refuses it.");
  });

  it("fails when no scope allows anything", async () => {
    for (const type of Object.keys(SUMS)) apiRefuses(rollUp(type));
    apiRefuses(rollUp("distance", WEARABLES));
    for (const type of Object.keys(LISTS)) apiRefuses(daily(type));
    apiRefuses(workouts);
    const { error } = await run(getActivitySummary, DAY);
    expect(error).toMatchObject({
      name: "MissingScopeError", scope: "activity_and_fitness.readonly",
    });
  });
});
