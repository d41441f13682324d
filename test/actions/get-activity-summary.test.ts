import getActivitySummary
  from "../../actions/get-activity-summary/get-activity-summary";
import { api, errors, fixture } from "../support/api";
import { refusal, run } from "../support/step";

const path = (date: string) => `/1/user/-/activities/date/${date}.json`;
const TODAY = "/1/user/-/activities/steps/date/today/1d.json";
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
    ["an empty object", {}],
    ["an empty body", ""],
    ["an empty summary", { activities: [], summary: {} }],
  ])("says that data comes after a sync for %s, and invents no zero", async (_, body) => {
    api({ path: path("2026-03-20"), body });
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

    it.each([
      ["refuses for want of the scope", 403, errors("insufficient_scope", "no permission")],
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
});
