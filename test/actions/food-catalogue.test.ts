import * as deleteFoodLog from "../../actions/delete-food-log/delete-food-log";
import * as deleteWaterLog from "../../actions/delete-water-log/delete-water-log";
import * as getFood from "../../actions/get-food/get-food";
import * as listFoodUnits from "../../actions/list-food-units/list-food-units";
import * as listFrequentFoods from "../../actions/list-frequent-foods/list-frequent-foods";
import * as listRecentFoods from "../../actions/list-recent-foods/list-recent-foods";
import { interval, reconciled, USER } from "../google-health/records";
import {
  api as googleApi, apiRefuses, between, OWN, points, rpcError, run as runOnGoogle, twin,
} from "../google-health/support";
import { api, errors } from "../support/api";
import { noted } from "../support/noted";
import { options, refusal, run } from "../support/step";

const CUP = { id: 91, name: "cup", plural: "cups" };
const OUNCE = { id: 226, name: "oz", plural: "oz" };
const servings = [
  { multiplier: 1, servingSize: 1, unit: CUP, unitId: 91 },
  { multiplier: 3.658064603805542, servingSize: 20, unit: OUNCE, unitId: 226 },
];

describe("get-food", () => {
  const blueberries = {
    accessLevel: "PUBLIC", calories: 79, defaultServingSize: 1, defaultUnit: CUP,
    isGeneric: false, locale: "en_US", name: "Blueberry, Frozen", servings, units: [91, 226],
  };

  it("gives a food with its units, its id exact; no brand is absent", async () => {
    const body = { food: { ...blueberries, brand: "", foodId: 9007199254740993n } };
    api({ path: "/1/foods/9007199254740993.json", body });
    const { result, summary } = await run(getFood.default, { foodId: "9007199254740993" });
    expect(result).toEqual({ food: { ...blueberries, foodId: "9007199254740993" } });
    expect(summary).toBe("Blueberry, Frozen: 79 kcal in 1 cup");
  });

  it("fails in words where there is none, or something else", async () => {
    api({ path: "/1/foods/12.json", status: 404, body: errors("not_found", "No such food") });
    expect((await run(getFood.default, { foodId: "12" })).error).toHaveProperty("name", "NotFoundError");
    api({ path: "/1/foods/12.json", body: { food: { name: "?" } } });
    expect((await run(getFood.default, { foodId: "12" })).error).toHaveProperty("name", "UnexpectedAnswerError");
    expect(await refusal(getFood.default, { foodId: "a/b" })).toContain("Take `foodId` from List Recent Foods");
  });

  const unit = (id: number) => `${USER}/dataTypes/food-measurement-unit/dataPoints/${id}`;
  const path = `${points("food")}/2221498917036340391`;

  it("is Fitbit's on Google Health, by an id of its own", async () => {
    const cup = {
      amount: 1, multiplier: 1, foodMeasurementUnit: unit(91),
      foodMeasurementUnitDisplayName: "cup", foodMeasurementUnitDisplayNamePlural: "cups",
    };
    const food = {
      accessLevel: "FOOD_ACCESS_LEVEL_PUBLIC", displayName: "Blueberry, Frozen", brand: "Alder",
      languageCode: "en-US", energyAvg: { kcal: 78.5 }, defaultServing: cup,
      servings: [cup, { amount: 20, multiplier: 3.6, foodMeasurementUnit: unit(226) }],
      nutrients: [],
    };
    googleApi({ path, body: { name: `users/1${path.slice(12)}`, food } });
    const { result, summary } = await runOnGoogle(getFood, { foodId: "2221498917036340391" });
    expect(result).toEqual({
      food: {
        foodId: "2221498917036340391", name: "Blueberry, Frozen", brand: "Alder",
        accessLevel: "PUBLIC", calories: 79, defaultServingSize: 1, defaultUnit: CUP,
        locale: "en_US", units: [91, 226],
        servings: [
          { multiplier: 1, servingSize: 1, unit: CUP, unitId: 91 },
          { multiplier: 3.6, servingSize: 20, unit: { id: 226 }, unitId: 226 },
        ],
      },
    });
    expect(summary).toBe("Blueberry, Frozen: 79 kcal in 1 cup");
    googleApi({ path, status: 404, body: rpcError(404, "NOT_FOUND", "None", "RESOURCE_NOT_FOUND") });
    expect((await runOnGoogle(getFood, { foodId: "2221498917036340391" })).error)
      .toHaveProperty("name", "NotFoundError");
  });
});

describe("list-food-units", () => {
  it("gives the units by their ids, and leaves out what is none", async () => {
    noted();
    api({ path: "/1/foods/units.json", body: [CUP, OUNCE, null] });
    const { result, summary } = await run(listFoodUnits.default);
    expect(result).toEqual({ units: [CUP, OUNCE], count: 2 });
    expect(summary).toBe("2 units of foods");
  });

  it("is the same on Google Health, under ids of its own", async () => {
    const path = points("food-measurement-unit");
    const point = (id: string, displayName: string, pluralDisplayName?: string) => ({
      name: `users/1/dataTypes/food-measurement-unit/dataPoints/${id}`,
      foodMeasurementUnit: { displayName, pluralDisplayName },
    });
    const dataPoints = [point("91", "cup", "cups"), point("pinch-1", "pinch"), { name: "x" }];
    googleApi({ path, query: { pageSize: "10000" }, body: { dataPoints } });
    const { result } = await runOnGoogle(listFoodUnits);
    expect(result).toEqual({ units: [CUP, { id: "pinch-1", name: "pinch" }], count: 2 });
    apiRefuses({ path, query: { pageSize: "10000" } });
    expect((await runOnGoogle(listFoodUnits)).error)
      .toMatchObject({ name: "MissingScopeError", scope: "nutrition.readonly" });
  });
});

describe.each([
  ["frequent", listFrequentFoods],
  ["recent", listRecentFoods],
])("list-%s-foods", (which, module) => {
  const path = `/1/user/-/foods/log/${which}.json`;
  const apple = {
    accessLevel: "PUBLIC", amount: 1, brand: "", calories: 80, dateLastEaten: "2026-03-18",
    locale: "en_US", mealTypeId: 1, name: "Apple", unit: CUP, units: [204],
  };

  it("gives foods as Fitbit does, their ids as text", async () => {
    api({ path, body: [{ ...apple, foodId: 81409 }, { ...apple, name: "Soup", foodId: 9007199254740993n }] });
    const { result, summary } = await run(module.default);
    expect(result).toEqual({
      foods: [{ ...apple, foodId: "81409" }, { ...apple, name: "Soup", foodId: "9007199254740993" }],
      count: 2,
    });
    expect(summary).toBe(`2 ${which} foods: Apple, Soup`);
  });

  it("says so where there are none, and which scope is missing", async () => {
    api({ path, body: [] });
    expect((await run(module.default)).summary).toBe(`No ${which} foods. Data appears after the watch syncs.`);
    api({ path, status: 403, body: errors("insufficient_scope", "No permission") });
    expect((await run(module.default)).error).toMatchObject({ scope: "nutrition" });
  });
});

describe("the foods of a person on Google Health", () => {
  const log = (foodDisplayName: string, day: string, kcal?: number, food?: string) => ({
    foodDisplayName, food, mealType: "LUNCH", ...kcal !== undefined && { energy: { kcal } },
    interval: interval(`${day}T19:00:00Z`, `${day}T19:01:00Z`),
  });
  const RICE = "users/1/dataTypes/food/dataPoints/77";
  const answers = (...logs: object[]) => googleApi({
    path: `${points("nutrition-log")}:reconcile`,
    query: { filter: 'nutrition_log.interval.civil_start_time >= "2025-12-20"', pageSize: "10000" },
    body: { dataPoints: logs.map((one, i) => reconciled("nutritionLog", String(i), one)) },
  });
  const THREE = [
    log("Soup", "2026-03-18", 240), log("Rice", "2026-03-19", 320, RICE),
    log("soup", "2026-03-17", 200),
  ];
  const soup = { name: "Soup", calories: 240, mealTypeId: 3, dateLastEaten: "2026-03-18" };
  const rice = {
    name: "Rice", foodId: "77", calories: 320, mealTypeId: 3, dateLastEaten: "2026-03-19",
  };

  it("are those of the last 90 days, each once, by when and by how often", async () => {
    answers(...THREE);
    const recent = await runOnGoogle(listRecentFoods);
    expect(recent.result).toEqual({ foods: [rice, soup], count: 2 });
    answers(...THREE);
    const frequent = await runOnGoogle(listFrequentFoods);
    expect(frequent.result).toEqual({ foods: [soup, rice], count: 2 });
  });

  it("have no calories that nobody told", async () => {
    answers(log("Tea", "2026-03-19"));
    const { result } = await runOnGoogle(listRecentFoods);
    const tea = { name: "Tea", mealTypeId: 3, dateLastEaten: "2026-03-19" };
    expect(result).toEqual({ foods: [tea], count: 1 });
  });

  it("are none without logs", async () => {
    answers();
    expect((await runOnGoogle(listRecentFoods)).result).toEqual({ foods: [], count: 0 });
  });
});

describe("what is offered", () => {
  const foodsOn = (day: string, ...foods: object[]) => api({
    path: `/1/user/-/foods/log/date/${day}.json`, body: { foods, summary: {} },
  });

  it("to be deleted are the foods of three days, newest first", async () => {
    api({
      path: "/1/user/-/activities/steps/date/today/1d.json",
      body: { "activities-steps": [{ dateTime: "2026-03-20", value: "0" }] },
    });
    foodsOn("2026-03-18", { logId: 1, loggedFood: { name: "Soup", calories: 240, mealTypeId: 3 } });
    foodsOn("2026-03-19");
    foodsOn("2026-03-20", { logId: 2, loggedFood: { name: "Tea" } });
    expect(await options(deleteFoodLog.default, "foodLogId")).toMatchObject({
      options: [
        { label: "2026-03-20: Tea", value: "2" },
        { label: "2026-03-18: Soup, 240 kcal, at lunch", value: "1" },
      ],
    });
    expect(await options(deleteFoodLog.default, "foodLogId", { page: 1 }))
      .toMatchObject({ options: [] });
  });

  it("to be deleted on Google Health is what the same client wrote", async () => {
    googleApi({ path: "/v4/users/me/settings", body: { timeZone: "America/Los_Angeles" } });
    const filter = between("hydration_log.interval.civil_start_time", "2026-03-18", "2026-03-21");
    const hydrationLog = {
      interval: interval("2026-03-19T19:00:00Z", "2026-03-19T19:01:00Z"),
      amountConsumed: { milliliters: 250 },
    };
    googleApi({
      path: `${points("hydration-log")}:reconcile`,
      query: { pageSize: "10000", filter, dataSourceFamily: OWN },
      body: { dataPoints: [reconciled("hydrationLog", "7", hydrationLog)] },
    });
    expect(await options(twin(deleteWaterLog), "waterLogId"))
      .toMatchObject({ options: [{ label: "2026-03-19: 250 ml", value: "7" }] });
  });

  it("of foods are those of late", async () => {
    api({ path: "/1/user/-/foods/log/recent.json", body: [{ name: "Apple", foodId: 81409 }, { name: "?" }] });
    expect(await options(getFood.default, "foodId"))
      .toMatchObject({ options: [{ label: "Apple", value: "81409" }] });
  });
});
