import logActivity from "../../actions/log-activity/log-activity";
import { api, fixture } from "../support/api";
import { options, refusal, run, skipWaits } from "../support/step";
import { TODAY } from "../support/today";

const PATH = "/1/user/-/activities.json";
const start = { date: "2026-03-20", startTime: "07:30" };
/** Written without a look: write-once.test.ts proves that. */
const half = { ...start, durationMinutes: 30, skipIfLogged: false };
const run30 = { ...half, activityName: "Run" };
const query = { ...start, manualCalories: "0", durationMillis: "1800000" };

describe("log-activity", () => {
  it("stores an activity in one request and gives what was stored, its id exact", async () => {
    api({
      method: "POST",
      path: PATH,
      query: {
        ...query,
        activityId: "90009",
        manualCalories: "320",
        distance: "5.2",
        distanceUnit: "kilometer",
      },
      body: fixture("activity-logged"),
    });
    const { result, summary } = await run(logActivity, {
      ...run30, calories: 320, distance: "5.2", distanceUnit: "kilometer",
    });
    expect(result).toMatchObject({
      activityLog: { logId: "5626850701523456789", name: "Run", distance: 5.2 },
    });
    expect(summary).toBe("Logged Run, 5.2 km in 30 min on 2026-03-20 at 07:30");
  });

  it.each([
    ["Walk", { activityId: "90013" }],
    ["Run", { activityId: "90009" }],
    ["bike", { activityId: "90001" }],
    ["SWIM", { activityId: "90024" }],
    [" Weights ", { activityId: "2131" }],
    ["Snow & ice / climbing", { activityName: "Snow & ice / climbing" }],
  ])("logs the name %j as %j", async (activityName, kind) => {
    api({ method: "POST", path: PATH, query: { ...query, ...kind } });
    const { summary } = await run(logActivity, { ...run30, activityName });
    expect(summary).toBe("Logged an activity on 2026-03-20 at 07:30");
  });

  it.each([
    ["metric", "5.2 km"],
    ["en_US", "5.2 mi"],
    ["en_GB", "5.2 km"],
  ])("logs a type by its id, answered in %s", async (unitSystem, far) => {
    api({
      method: "POST",
      path: PATH,
      unitSystem,
      query: { ...query, activityId: "52001" },
      body: fixture("activity-logged"),
    });
    const { summary } = await run(logActivity, {
      ...half, activityTypeId: 52001, unitSystem,
    });
    expect(summary).toContain(far);
  });

  it("asks which day is today before it stores", async () => {
    api({
      path: TODAY,
      body: { "activities-steps": [{ dateTime: "2026-03-20", value: "0" }] },
    });
    api({ method: "POST", path: PATH, query: { ...query, activityId: "90009" } });
    const { summary } = await run(logActivity, { ...run30, date: undefined });
    expect(summary).toContain("on 2026-03-20 at 07:30");
  });

  it("is sent once, and a 503 says where to look", async () => {
    skipWaits();
    api({ method: "POST", path: PATH, query: { ...query, activityId: "90009" }, status: 503 });
    const { error } = await run(logActivity, run30);
    expect(error).toHaveProperty("message", expect.stringContaining(
      "The activity may have been stored or changed all the same: look at List Activity Logs",
    ));
  });

  it.each([
    ["neither name nor type", { activityName: undefined }, "or Activity Type, such as 90009."],
    ["a blank name", { activityName: "  " }, "or Activity Type, such as 90009."],
    ["both name and type", { activityTypeId: 90009 }, "one of them, not both"],
    ["a distance without its unit", { distance: "5.2" }, "Distance: 5.2 has no unit"],
    ["an unknown time zone", { date: "today", timeZone: "Nowhere" }, "Time Zone: \"Nowhere\""],
  ])("refuses %s before any request", async (_, props, sentence) => {
    expect(await refusal(logActivity, { ...run30, ...props })).toContain(sentence);
  });

  describe("the choice of an activity type", () => {
    const all = [
      { label: "Run", value: 90009 },
      { label: "Weights", value: 2131 },
      { label: "Very Leisurely - Bike", value: 1010 },
      { label: "Walk", value: 90013 },
    ];

    it.each([
      [undefined, all],
      ["", all],
      ["bike LEIS", [all[2]]],
      ["rowing", []],
    ])("offers what matches %j", async (query, found) => {
      api({ path: "/1/activities.json", body: fixture("activity-types") });
      expect(await options(logActivity, "activityTypeId", { query })).toEqual({ options: found });
    });

    it("has one page", async () => {
      const { options: found } = await options(logActivity, "activityTypeId", { page: 1 });
      expect(found).toEqual([]);
    });

    it("is empty when the catalogue is", async () => {
      api({ path: "/1/activities.json", body: { categories: [] } });
      expect(await options(logActivity, "activityTypeId")).toEqual({ options: [] });
    });
  });
});
