import getActivitySummary
  from "../../actions/get-activity-summary/get-activity-summary";
import { api, errors, fixture } from "../support/api";
import { noted } from "../support/noted";
import { refusal, run } from "../support/step";
import { nothingTells, refuses, TODAY } from "../support/today";

const path = (date: string) => `/1/user/-/activities/date/${date}.json`;
const todayIs = (dateTime: string) => ({ "activities-steps": [{ dateTime, value: "812" }] });

describe("get-activity-summary", () => {
  it("gives the day as Fitbit does, and beside it the figures that are read most", async () => {
    api({ path: path("2026-03-20"), body: fixture("activity-day") });
    const { result, summary } = await run(getActivitySummary, { date: "2026-03-20" });
    expect(summary).toBe("9,412 steps, 6.8 km, 2,310 calories on 2026-03-20");
    expect(result).toMatchObject({
      date: "2026-03-20",
      calories: { out: 2310, bmr: 1673 },
      distance: {
        total: 6.8,
        tracker: 6.75,
        logged: 1.25,
        byActivity: { "veryActive": 2.1, "Treadmill, 0% Incline": 0.5 },
      },
      activeMinutes: { very: 31, fairly: 12, lightly: 210, sedentary: 702, total: 253 },
      activities: [{ logId: "9061654908234352111", name: "Walk" }],
      goals: { distance: 8.05, steps: 10000 },
      summary: { steps: 9412, restingHeartRate: 57 },
    });
  });

  it.each([
    ["metric", "6.8 km"],
    ["en_US", "6.8 mi"],
    ["en_GB", "6.8 km"],
  ])("speaks the units of %s", async (unitSystem, far) => {
    api({ path: path("2026-03-20"), unitSystem, body: fixture("activity-day") });
    const { summary } = await run(getActivitySummary, { date: "2026-03-20", unitSystem });
    expect(summary).toContain(far);
  });

  it.each([
    ["an empty object", 200, {}],
    ["an empty body", 200, ""],
    ["no content", 204, ""],
    ["a list", 200, []],
    ["goals alone", 200, { goals: { steps: 10_000 } }],
    ["figures that are no object", 200, { summary: "none" }],
  ])("calls no day idle that Fitbit does not tell of: %s", async (_, status, body) => {
    api({ path: path("2026-03-20"), status, body });
    const { error } = await run(getActivitySummary, { date: "2026-03-20" });
    expect(error).toMatchObject({ name: "UnexpectedAnswerError", status });
  });

  it("says that data comes after a sync for an empty summary, and invents no zero", async () => {
    api({ path: path("2026-03-20"), body: { activities: [], summary: {} } });
    const { result, summary } = await run(getActivitySummary, { date: "2026-03-20" });
    expect(summary).toBe("No activity on 2026-03-20. Data appears after the watch syncs.");
    expect(result).toEqual({
      date: "2026-03-20",
      calories: { out: null, bmr: null },
      distance: { total: null, tracker: null, logged: null, byActivity: {} },
      activeMinutes: {
        very: null, fairly: null, lightly: null, sedentary: null, total: null,
      },
      activities: [],
      summary: {},
    });
  });

  it.each([
    ["metric", 8_050_000, 8.05],
    ["en_US", 8_046_720, 5],
    ["metric", 8.05, 8.05],
    ["metric", undefined, undefined],
  ])("reads a goal in %s of %s as %s", async (unitSystem, sent, distance) => {
    api({
      path: path("2026-03-20"),
      unitSystem,
      body: { goals: { distance: sent, steps: 10000 }, summary: { steps: 1 } },
    });
    const { result } = await run(getActivitySummary, { date: "2026-03-20", unitSystem });
    expect(result).toHaveProperty("goals", distance === undefined
      ? { steps: 10000 }
      : { distance, steps: 10000 });
  });

  describe("today", () => {
    it.each([
      [undefined, "2026-03-20"],
      ["today", "2026-03-20"],
      ["yesterday", "2026-03-19"],
      ["21 days ago", "2026-02-27"],
    ])("is asked of Fitbit once for the day %s", async (date, day) => {
      api({ path: TODAY, body: todayIs("2026-03-20") });
      api({ path: path(day), body: fixture("activity-day") });
      const { result } = await run(getActivitySummary, { date });
      expect(result).toHaveProperty("date", day);
    });

    it.each([
      ["Pacific/Kiritimati", "2026-03-20T09:59:59Z", "2026-03-20"],
      ["Pacific/Kiritimati", "2026-03-20T10:00:00Z", "2026-03-21"],
      ["Pacific/Pago_Pago", "2026-03-20T10:59:59Z", "2026-03-19"],
      ["Pacific/Pago_Pago", "2026-03-20T11:00:00Z", "2026-03-20"],
      ["Europe/Berlin", "2026-03-28T22:59:59Z", "2026-03-28"],
      ["Europe/Berlin", "2026-03-29T21:59:59Z", "2026-03-29"],
      ["Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30"],
      ["America/New_York", "2026-11-01T04:30:00Z", "2026-11-01"],
      ["America/New_York", "2026-11-02T04:59:59Z", "2026-11-01"],
    ])("in %s at %s is %s, without asking", async (timeZone, now, day) => {
      api({ path: path(day), body: fixture("activity-day") });
      const { result } = await run(getActivitySummary, { timeZone }, now);
      expect(result).toHaveProperty("date", day);
    });

    it("names the scope that is missing for the day itself, and for today", async () => {
      nothingTells();
      refuses(path("today"));
      const { error } = await run(getActivitySummary);
      expect(error).toMatchObject({ name: "MissingScopeError", scope: "activity" });
    });

    it("is the day of its activities where the day itself is asked for today", async () => {
      nothingTells();
      const walk = { logId: 1, name: "Walk", startDate: "2026-03-19", startTime: "10:00" };
      api({ path: path("today"), body: { activities: [walk], summary: { steps: 812 } } });
      const { result, summary } = await run(getActivitySummary);
      expect(result).toHaveProperty("date", "2026-03-19");
      expect(summary).toBe("812 steps on 2026-03-19");
    });

    it.each([
      ["answers without a day", 200, { "activities-steps": [] }],
      ["answers with nothing", 200, ""],
    ])("needs a time zone when Fitbit %s", async (_, status, body) => {
      api({ path: TODAY, status, body });
      expect(await refusal(getActivitySummary, {})).toMatch(
        /which day it is for you\. Write dates such as 2026-03-20, or set Time Zone/,
      );
    });

    it("fails with the API's own failure when there is another", async () => {
      api({ path: TODAY, status: 401, body: errors("expired_token", "Access token expired") });
      const { error } = await run(getActivitySummary);
      expect(error).toMatchObject({ name: "ExpiredTokenError", status: 401 });
    });
  });

  it("reads an odd day as far as it goes", async () => {
    api({
      path: path("2026-03-20"),
      body: {
        activities: [
          null,
          { name: "Walk", startDate: "2026-03-20" },
          { logId: 253000706, activityId: 90013, hasStartTime: true, startDate: "2026-03-20", startTime: "10:00", steps: 0 },
        ],
        goals: { steps: "10000", distance: { of: 3 }, floors: null },
        summary: {
          steps: "812",
          caloriesOut: null,
          floors: { of: 3 },
          distances: [null, { activity: "total" }, { activity: "tracker", distance: "0.5" }],
          heartRateZones: [null, "Peak", { name: "Cardio", minutes: "2", max: null }],
          marginalCalories: 12,
        },
      },
    });
    const lines = noted();
    const { result } = await run(getActivitySummary, { date: "2026-03-20" });
    expect(result).toMatchObject({
      calories: { out: null },
      distance: { total: null, tracker: 0.5 },
      activities: [{ logId: "253000706", name: "Walk", startTime: "10:00" }],
    });
    expect(result).toHaveProperty("summary", {
      steps: 812,
      distances: [{ activity: "tracker", distance: 0.5 }],
      heartRateZones: [{ name: "Cardio", minutes: 2 }],
      marginalCalories: 12,
    });
    expect(result).toHaveProperty("goals", { steps: 10_000 });
    expect(lines).toEqual([
      "Left out of the activities of the day: 2 of 3, for want of an id or a time that can be read.",
    ]);
  });
});
