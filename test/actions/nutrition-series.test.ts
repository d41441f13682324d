import * as getNutritionTimeSeries
  from "../../actions/get-nutrition-time-series/get-nutrition-time-series";
import { addDays } from "../../common/dates";
import {
  api as googleApi, apiRefuses, date, points, rpcError, run as runOnGoogle,
} from "../google-health/support";
import { api, errors } from "../support/api";
import { run, skipWaits } from "../support/step";

const DAYS = { startDate: "2026-03-17", endDate: "2026-03-19" };
const BOTH = { ...DAYS, metrics: ["caloriesIn", "water"] };
const path = (metric: string, from = DAYS.startDate, to = DAYS.endDate) =>
  `/1/user/-/foods/log/${metric}/date/${from}/${to}.json`;
const rows = (...values: unknown[]) =>
  values.map((value, i) => ({ dateTime: addDays(DAYS.startDate, i), value }));

const range = (from: string, to: string) =>
  ({ range: { start: { date: date(from) }, end: { date: date(addDays(to, 1)) } } });
const rollUp = (type: string, from = DAYS.startDate, to = DAYS.endDate) => ({
  method: "POST" as const, path: `${points(type)}:dailyRollUp`, sent: range(from, to),
});
const sums = (...days: [string, object][]) => ({
  rollupDataPoints: days.map(([day, value]) => (
    { civilStartTime: { date: date(day), time: {} }, ...value }
  )),
});
const kcal = (kcalSum: number) => ({ nutritionLog: { energy: { kcalSum } } });
const millilitres = (millilitersSum: number) =>
  ({ hydrationLog: { amountConsumed: { millilitersSum } } });

describe("get-nutrition-time-series", () => {
  it.each<[string, (value: number) => unknown]>([
    ["numbers", (value) => value],
    ["text, as in older answers", String],
  ])("joins figures by day, whether they are %s", async (_, written) => {
    const calories = rows(...[1850, 0, 1655].map((value) => written(value)));
    const water = rows(...[1892.7099609375, 0, 500].map((value) => written(value)));
    api({ path: path("caloriesIn"), body: { "foods-log-caloriesIn": calories } });
    api({ path: path("water"), body: { "foods-log-water": water } });
    const { result, summary } = await run(getNutritionTimeSeries.default, BOTH);
    expect(result).toEqual({
      "foods-log-caloriesIn": rows(1850, 0, 1655),
      "foods-log-water": rows(1892.71, 0, 500),
      "days": [
        { date: "2026-03-17", caloriesIn: 1850, water: 1892.71 },
        { date: "2026-03-18", caloriesIn: 0, water: 0 },
        { date: "2026-03-19", caloriesIn: 1655, water: 500 },
      ],
      "startDate": "2026-03-17",
      "endDate": "2026-03-19",
      "count": 3,
      "truncated": false,
    });
    // A day without logs says nothing of what was eaten.
    expect(summary).toBe("1,753 kcal eaten on average on 2 days, 1,196 ml of water on average on 2 days, from 2026-03-17 to 2026-03-19");
  });

  it("gives the calories alone where nothing is chosen, and a root that is in snake case", async () => {
    const body = { foods_log_calories_in: [{ date_time: "2026-03-17", value: "54" }] };
    api({ path: path("caloriesIn"), body });
    const { result } = await run(getNutritionTimeSeries.default, DAYS);
    expect(result).toMatchObject({ days: [{ date: "2026-03-17", caloriesIn: 54 }] });
    api({ path: path("water"), body: { foods_log_water: [{ date_time: "2026-03-18", value: 7 }] } });
    const water = await run(getNutritionTimeSeries.default, { ...DAYS, metrics: ["water"] });
    expect(water.result).toMatchObject({ "foods-log-water": [{ dateTime: "2026-03-18", value: 7 }] });
  });

  it("takes an answer without its root for no empty series", async () => {
    for (const body of [{}, { "foods-log-caloriesIn": [] }]) {
      api({ path: path("water"), body });
      const { error } = await run(getNutritionTimeSeries.default, { ...DAYS, metrics: ["water"] });
      expect(error).toHaveProperty("name", "UnexpectedAnswerError");
    }
  });

  it("says so where there is nothing", async () => {
    api({ path: path("caloriesIn"), body: { "foods-log-caloriesIn": [] } });
    const { result, summary } = await run(getNutritionTimeSeries.default, DAYS);
    expect(result).toMatchObject({ days: [], count: 0 });
    expect(summary).toBe("No food or water logged from 2026-03-17 to 2026-03-19. Data appears after the watch syncs.");
  });

  it("measures water in the units that are asked for", async () => {
    const en = { ...BOTH, metrics: ["water"], unitSystem: "en_US" };
    api({ path: path("water"), unitSystem: "en_US", body: { "foods-log-water": rows(64) } });
    const { summary } = await run(getNutritionTimeSeries.default, en);
    expect(summary).toContain("64 fl oz of water on 1 day");
    googleApi({ ...rollUp("hydration-log"), body: sums(["2026-03-17", millilitres(1892.7058920000002)]) });
    const there = await runOnGoogle(getNutritionTimeSeries, en);
    expect(there.result).toMatchObject({ days: [{ date: "2026-03-17", water: 64 }] });
    expect(there.summary).toBe(summary);
  });

  it("asks for three years at once, and for no more", async () => {
    const metrics = ["water"];
    const body = { "foods-log-water": [] };
    api({ path: path("water", "2023-03-22", "2026-03-20"), body });
    await run(getNutritionTimeSeries.default, { startDate: "2023-03-22", endDate: "2026-03-20", metrics });
    api({ path: path("water", "2023-03-21", "2026-03-19"), body });
    api({ path: path("water", "2026-03-20", "2026-03-20"), body });
    await run(getNutritionTimeSeries.default, { startDate: "2023-03-21", endDate: "2026-03-20", metrics });
  });

  it("names the scope that is missing", async () => {
    api({ path: path("caloriesIn"), status: 403, body: errors("insufficient_scope", "No permission") });
    const { error } = await run(getNutritionTimeSeries.default, DAYS);
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "nutrition" });
  });

  it("is Fitbit's on Google Health; a day without logs has no row", async () => {
    googleApi({ ...rollUp("nutrition-log"), body: sums(["2026-03-19", kcal(1655.4)], ["2026-03-17", kcal(1849.5)]) });
    googleApi({ ...rollUp("hydration-log"), body: sums(["2026-03-18", { hydrationLog: {} }], ["2026-03-17", millilitres(500)]) });
    const { result } = await runOnGoogle(getNutritionTimeSeries, BOTH);
    expect(result).toMatchObject({
      "foods-log-caloriesIn": [
        { dateTime: "2026-03-17", value: 1850 }, { dateTime: "2026-03-19", value: 1655 },
      ],
      "foods-log-water": [{ dateTime: "2026-03-17", value: 500 }],
      "days": [
        { date: "2026-03-17", caloriesIn: 1850, water: 500 },
        { date: "2026-03-19", caloriesIn: 1655 },
      ],
    });
  });

  it("asks for 90 days at once on Google Health: five requests a year", async () => {
    const pieces = [
      ["2025-03-20", "2025-06-17"], ["2025-06-18", "2025-09-15"], ["2025-09-16", "2025-12-14"],
      ["2025-12-15", "2026-03-14"], ["2026-03-15", "2026-03-19"],
    ] as const;
    pieces.forEach(([from, to]) => googleApi(rollUp("nutrition-log", from, to)));
    const { result } = await runOnGoogle(getNutritionTimeSeries, {
      startDate: "2025-03-20", endDate: "2026-03-19",
    });
    expect(result).toMatchObject({ days: [], truncated: false });
  });

  it("loses the metric alone that is refused on Google Health, and fails with a failure", async () => {
    googleApi({ ...rollUp("nutrition-log"), body: sums(["2026-03-17", kcal(1850)]) });
    apiRefuses(rollUp("hydration-log"));
    const { result } = await runOnGoogle(getNutritionTimeSeries, BOTH);
    expect(result).toMatchObject({
      days: [{ date: "2026-03-17", caloriesIn: 1850 }],
      missing: [{ part: "water", why: "scope", scope: "nutrition.readonly" }],
    });
    skipWaits();
    const failure = { status: 500, body: rpcError(500, "INTERNAL", "Internal error encountered.") };
    googleApi({ ...rollUp("nutrition-log"), ...failure, times: 3 });
    expect((await runOnGoogle(getNutritionTimeSeries, DAYS)).error)
      .toHaveProperty("name", "ServerError");
  });
});
