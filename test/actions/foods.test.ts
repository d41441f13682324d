import * as getFoodLog from "../../actions/get-food-log/get-food-log";
import * as getNutritionWater from "../../actions/get-nutrition-water/get-nutrition-water";
import * as logFood from "../../actions/log-food/log-food";
import * as updateFoodLog from "../../actions/update-food-log/update-food-log";
import { interval, listed, reconciled, USER } from "../google-health/records";
import {
  api as googleApi, apiRefuses, between, date, points, run as runOnGoogle,
} from "../google-health/support";
import { api, errors } from "../support/api";
import { noted } from "../support/noted";
import { refusal, run } from "../support/step";

const DAY = { date: "2026-03-19" };
const FOODS = "/1/user/-/foods/log";
const PATH = `${FOODS}/date/2026-03-19.json`;
const WATER_PATH = `${FOODS}/water/date/2026-03-19.json`;
const ID = 6162294541376126423n;
const NUTRITION = points("nutrition-log");
const SERVING = { id: 304, name: "serving", plural: "servings" };

const SUMS = { calories: 310, carbs: 54.01, fat: 6.2, fiber: 8.1, protein: 11.3, sodium: 230 };

const porridge = {
  isFavorite: false,
  logDate: "2026-03-19",
  logId: ID,
  loggedFood: {
    accessLevel: "PUBLIC", amount: 2, brand: "", calories: 310, foodId: 9007199254740993n,
    locale: "en_US", mealTypeId: 1, name: "Porridge", unit: SERVING, units: [304, 147],
  },
  nutritionalValues: SUMS,
};

/** The same as it is given: the ids as text. */
const given = {
  ...porridge,
  logId: String(ID),
  loggedFood: { ...porridge.loggedFood, foodId: "9007199254740993" },
};

/** A meal as the Google Health app writes it: no ids, and dust in the figures. */
const phulka = {
  interval: interval("2026-03-20T02:30:00Z", "2026-03-20T02:45:00Z"),
  mealType: "DINNER",
  foodDisplayName: "Phulka",
  energy: { kcal: 280.4, userProvidedUnit: "KILOCALORIE" },
  serving: { amount: 4, foodMeasurementUnitDisplayName: "pieces" },
  totalCarbohydrate: { grams: 60 },
  totalFat: { grams: 0.30000001192092896 },
  nutrients: [
    { nutrient: "PROTEIN", quantity: { grams: 12 } },
    { nutrient: "DIETARY_FIBER", quantity: { grams: 4 } },
    { nutrient: "CARBOHYDRATES", quantity: { grams: 60 } },
    { nutrient: "SODIUM", quantity: { grams: 0.7599999904632568 } },
  ],
};

const BANANA = "users/me/dataTypes/food/dataPoints/2221498917036340391";
const banana = {
  interval: interval("2026-03-19T17:00:00Z", "2026-03-19T17:01:00Z"),
  mealType: "BEFORE_LUNCH",
  foodDisplayName: "Banana",
  food: BANANA,
  energy: { kcal: 105.4 },
  serving: {
    amount: 1, foodMeasurementUnit: "users/me/dataTypes/food-measurement-unit/dataPoints/204",
    foodMeasurementUnitDisplayName: "medium",
  },
  totalCarbohydrate: {},
};

const asked = {
  path: `${NUTRITION}:reconcile`,
  query: {
    pageSize: "10000",
    filter: between("nutrition_log.interval.civil_start_time", "2026-03-19", "2026-03-20"),
  },
};
const drunk = {
  method: "POST" as const,
  path: `${points("hydration-log")}:dailyRollUp`,
  sent: { range: { start: { date: date("2026-03-19") }, end: { date: date("2026-03-20") } } },
};
const hydration = {
  ...asked,
  path: `${points("hydration-log")}:reconcile`,
  query: { ...asked.query, filter: asked.query.filter.replaceAll("nutrition", "hydration") },
};
const eaten = (...logs: object[]) => ({
  dataPoints: logs.map((log, i) => reconciled("nutritionLog", String(10 + i), log)),
});
const millilitres = (millilitersSum: number) => ({
  rollupDataPoints: [{
    civilStartTime: { date: date("2026-03-19"), time: {} },
    hydrationLog: { amountConsumed: { millilitersSum } },
  }],
});

describe("get-food-log", () => {
  it("gives foods, sums, goals and notes in one request, ids exact", async () => {
    const body = {
      foods: [porridge], notes: [], goals: { calories: 2100 },
      summary: { ...SUMS, water: 1892.7099609375 },
    };
    api({ path: PATH, body });
    const { result, summary } = await run(getFoodLog.default, DAY);
    expect(result).toEqual({
      date: "2026-03-19", foods: [given], notes: [], goals: { calories: 2100 },
      summary: { ...SUMS, water: 1892.71 },
    });
    expect(summary).toBe("1 food, 310 kcal, 1,892.71 ml of water on 2026-03-19");
  });

  it("takes the names of August 2025", async () => {
    const foods = [{
      log_id: ID, log_date: "2026-03-19", is_favorite: false,
      logged_food: { name: "Porridge", food_id: 12, meal_type_id: 1, unit: SERVING },
      nutritional_values: SUMS,
    }];
    api({ path: PATH, body: { foods, summary: { calories: 310 } } });
    const { result } = await run(getFoodLog.default, DAY);
    expect(result).toMatchObject({
      foods: [{
        logId: String(ID), logDate: "2026-03-19", isFavorite: false, nutritionalValues: SUMS,
        loggedFood: { name: "Porridge", foodId: "12", mealTypeId: 1 },
      }],
    });
  });

  it("has nothing where the API has null, as of foods without unit and values", async () => {
    const loggedFood = { name: "Egg", amount: 2, calories: 155, mealTypeId: 7, unit: null, units: [] };
    const foods = [{ logId: 5, logDate: "2026-03-19", loggedFood, nutritionalValues: null }];
    api({ path: PATH, body: { foods, goals: null, summary: { calories: 155, fat: null } } });
    const { result } = await run(getFoodLog.default, DAY);
    const { unit, ...known } = loggedFood;
    expect(unit).toBeNull();
    expect(result).toEqual({
      date: "2026-03-19",
      foods: [{ logId: "5", logDate: "2026-03-19", loggedFood: known }],
      summary: { calories: 155 },
    });
  });

  it("is an empty day with an empty list, and no day without it", async () => {
    const summary = { calories: 0, carbs: 0, fat: 0, water: 0 };
    api({ path: PATH, body: { foods: [], summary } });
    const empty = await run(getFoodLog.default, DAY);
    expect(empty.result).toEqual({ date: "2026-03-19", foods: [], summary });
    expect(empty.summary).toBe("No foods on 2026-03-19. Data appears after the watch syncs.");
    for (const body of [{ summary }, {}]) {
      api({ path: PATH, body });
      const { error } = await run(getFoodLog.default, DAY);
      expect(error).toHaveProperty("name", "UnexpectedAnswerError");
    }
  });

  it("leaves out what has no id, and says so", async () => {
    const notes = noted();
    api({ path: PATH, body: { foods: [{ loggedFood: { name: "?" } }, porridge], summary: SUMS } });
    const { result } = await run(getFoodLog.default, DAY);
    expect(result).toMatchObject({ foods: [{ logId: String(ID) }] });
    expect(notes).toEqual([expect.stringContaining("Left out of the food logs: 1 of 2")]);
  });

  it("says which scope is missing", async () => {
    api({ path: PATH, status: 403, body: errors("insufficient_scope", "No permission") });
    const { error } = await run(getFoodLog.default, DAY);
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "nutrition" });
  });

  it("is Fitbit's on Google Health: milligrams of sodium, meals by number, sums of the logs", async () => {
    googleApi({ ...asked, body: eaten(phulka, banana) });
    googleApi({ ...drunk, body: millilitres(700.25) });
    const { result, summary } = await runOnGoogle(getFoodLog, DAY);
    expect(result).toEqual({
      date: "2026-03-19",
      foods: [
        {
          logId: "11",
          logDate: "2026-03-19",
          loggedFood: {
            name: "Banana", foodId: "2221498917036340391", calories: 105, amount: 1,
            mealTypeId: 2, unit: { id: 204, name: "medium" },
          },
          nutritionalValues: { calories: 105, carbs: 0 },
        },
        {
          logId: "10",
          logDate: "2026-03-19",
          loggedFood: {
            name: "Phulka", calories: 280, amount: 4, mealTypeId: 5, unit: { name: "pieces" },
          },
          nutritionalValues: {
            calories: 280, carbs: 60, fat: 0.3, fiber: 4, protein: 12, sodium: 760,
          },
        },
      ],
      summary: {
        calories: 386, carbs: 60, fat: 0.3, fiber: 4, protein: 12, sodium: 760, water: 700.25,
      },
    });
    expect(summary).toBe("2 foods, 386 kcal, 700.25 ml of water on 2026-03-19");
  });

  it.each([
    ["BREAKFAST", 1], ["BEFORE_LUNCH", 2], ["LUNCH", 3], ["BEFORE_DINNER", 4], ["DINNER", 5],
    ["AFTER_DINNER", 6], ["ANYTIME", 7], ["SNACK", 7], ["BEFORE_BREAKFAST", 7], [undefined, 7],
  ])("reads the meal %s as %s", async (mealType, mealTypeId) => {
    googleApi({ ...asked, body: eaten({ ...banana, mealType }) });
    googleApi(drunk);
    const { result } = await runOnGoogle(getFoodLog, DAY);
    expect(result).toMatchObject({ foods: [{ loggedFood: { mealTypeId } }] });
  });

  it.each([
    ["has no quantity", [{ nutrient: "PROTEIN" }], undefined],
    ["has none that is a number", [{ nutrient: "PROTEIN", quantity: { grams: "NaN" } }], undefined],
    ["has an empty one, which is 0", [{ nutrient: "PROTEIN", quantity: {} }], 0],
    ["is told twice, once without", [{ nutrient: "PROTEIN" }, { nutrient: "PROTEIN", quantity: { grams: 12 } }], 12],
  ])("sums on Google Health what a nutrient has that %s", async (_, nutrients, protein) => {
    googleApi({ ...asked, body: eaten({ ...banana, nutrients }) });
    googleApi(drunk);
    const { result } = await runOnGoogle(getFoodLog, DAY);
    const { summary } = result as { summary: { protein?: number } };
    expect(summary.protein).toBe(protein);
  });

  it("has no figures on Google Health of a day without logs, and no zeros", async () => {
    googleApi(asked);
    googleApi(drunk);
    const { result } = await runOnGoogle(getFoodLog, DAY);
    expect(result).toEqual({ date: "2026-03-19", foods: [], summary: {} });
  });

  it("loses the water alone where that is refused", async () => {
    googleApi({ ...asked, body: eaten(banana) });
    apiRefuses(drunk);
    const { result } = await runOnGoogle(getFoodLog, DAY);
    expect(result).toMatchObject({
      summary: { calories: 105 },
      missing: [{ part: "summary.water", why: "scope", scope: "nutrition.readonly" }],
    });
  });
});

describe("get-nutrition-water", () => {
  const water = { summary: { water: 500 }, water: [{ amount: 500, logId: 12 }] };

  it("keeps the fields of the registry's action", async () => {
    api({ path: PATH, body: { foods: [porridge], goals: { calories: 2100 }, summary: SUMS } });
    api({ path: WATER_PATH, body: water });
    const { result, summary } = await run(getNutritionWater.default, DAY);
    const entries = [{ amount: 500, logId: "12" }];
    expect(result).toEqual({
      date: "2026-03-19",
      nutrition: { summary: SUMS, goals: { calories: 2100 }, foods: [given], meals: [] },
      water: { summary: { water: 500 }, goal: null, entries },
      raw: {
        nutrition: { foods: [given], goals: { calories: 2100 }, summary: SUMS },
        water: { summary: { water: 500 }, water: entries },
      },
    });
    expect(summary).toBe("1 food, 310 kcal, and 500 ml of water in 1 log on 2026-03-19");
  });

  it.each([
    ["nutrition", PATH, WATER_PATH, water, "500 ml of water in 1 log on 2026-03-19"],
    ["water", WATER_PATH, PATH, { foods: [porridge], summary: SUMS }, "1 food, 310 kcal on 2026-03-19"],
  ])("gives the other half where %s is refused", async (part, refused, path, body, said) => {
    api({ path: refused, status: 403, body: errors("insufficient_scope", "No permission") });
    api({ path, body });
    const { result, summary } = await run(getNutritionWater.default, DAY);
    expect(result).toMatchObject({
      [part]: { summary: null }, raw: { [part]: null },
      missing: [{ part, why: "scope", scope: "nutrition" }],
    });
    expect(summary).toBe(said);
  });

  it("fails where both are refused, and where one fails otherwise", async () => {
    const denied = { status: 403, body: errors("insufficient_scope", "No permission") };
    api({ path: PATH, ...denied });
    api({ path: WATER_PATH, ...denied });
    expect((await run(getNutritionWater.default, DAY)).error)
      .toHaveProperty("name", "MissingScopeError");
    api({ path: PATH, status: 410, body: "" });
    expect((await run(getNutritionWater.default, DAY)).error)
      .toHaveProperty("name", "ApiOffError");
  });

  it("is the same on Google Health, in three requests", async () => {
    googleApi({ ...asked, body: eaten(banana) });
    googleApi({ ...drunk, body: millilitres(300) });
    const hydrationLog = { interval: banana.interval, amountConsumed: { milliliters: 300 } };
    googleApi({ ...hydration, body: { dataPoints: [reconciled("hydrationLog", "7", hydrationLog)] } });
    const { result } = await runOnGoogle(getNutritionWater, DAY);
    expect(result).toMatchObject({
      nutrition: { summary: { calories: 105, water: 300 }, goals: null, meals: [] },
      water: { summary: { water: 300 }, goal: null, entries: [{ logId: "7", amount: 300 }] },
    });
  });
});

describe("log-food", () => {
  const CREATE = { method: "POST" as const, path: `${FOODS}.json` };
  const stored = { foodDay: { date: "2026-03-19", summary: SUMS }, foodLog: porridge };

  it("logs a food by its name with what it holds", async () => {
    api({
      ...CREATE,
      query: {
        foodName: "Porridge", calories: "310", totalCarbohydrate: "54.01", totalFat: "6.2",
        dietaryFiber: "8.1", protein: "11.3", sodium: "230", mealTypeId: "1", unitId: "304",
        amount: "2", date: "2026-03-19",
      },
      body: stored,
    });
    const { result, summary } = await run(logFood.default, {
      ...DAY, foodName: "Porridge", meal: "breakfast", amount: "2", unitId: "304", calories: 310,
      carbs: "54,01", fat: "6.2", fiber: "8.1", protein: "11.3", sodium: "230",
    });
    expect(result).toEqual({ foodLog: given });
    expect(summary).toBe("Logged Porridge, 310 kcal, at breakfast on 2026-03-19");
  });

  it.each([
    ["breakfast", "1"], ["morning snack", "2"], ["lunch", "3"], ["afternoon snack", "4"],
    ["dinner", "5"], ["evening snack", "6"], ["anytime", "7"], [undefined, "7"],
  ])("knows %s as %s, and one serving of what has no amount", async (meal, mealTypeId) => {
    const query = { foodName: "Tea", mealTypeId, unitId: "304", amount: "1", date: "2026-03-19" };
    api({ ...CREATE, query, body: stored });
    await run(logFood.default, { ...DAY, foodName: "Tea", meal });
  });

  it("logs a food of the database by its id, in the names of August 2025 too", async () => {
    const query = { foodId: "81409", mealTypeId: "3", unitId: "204", amount: "1.5", date: "2026-03-19" };
    api({ ...CREATE, query, body: { food_day: {}, food_log: { log_id: 12, logged_food: { name: "Apple" } } } });
    const props = { ...DAY, foodId: "81409", meal: "lunch", amount: "1.5", unitId: "204" };
    const { result, summary } = await run(logFood.default, props);
    expect(result).toMatchObject({ foodLog: { logId: "12", loggedFood: { name: "Apple" } } });
    expect(summary).toBe("Logged Apple on 2026-03-19");
  });

  it.each([
    [{}, "Food Name is missing"],
    [{ foodId: "81409", foodName: "Apple" }, "Give either Food ID"],
    [{ foodId: "81409", calories: 12 }, "Give either Food ID"],
    [{ foodId: "8/1" }, "Food ID: \"8/1\" is not an id. Take `foodId` from List Recent Foods"],
    [{ foodName: "Tea", amount: "0" }, "Amount: \"0\" is not a number from 0.01 to 100000."],
    [{ foodName: "Tea", protein: "much" }, "Protein: \"much\" is not a number"],
  ])("refuses %j before any request", async (props, problem) => {
    expect(await refusal(logFood.default, { ...DAY, ...props })).toContain(problem);
  });

  it("looks first, if it is told to, for the same food at that meal", async () => {
    api({ path: PATH, body: { foods: [porridge], summary: SUMS } });
    const props = { ...DAY, foodName: "porridge", meal: "breakfast", skipIfLogged: true };
    const { result } = await run(logFood.default, props);
    expect(result).toEqual({ foodLog: given, alreadyLogged: true });
    api({ path: PATH, body: { foods: [porridge], summary: SUMS } });
    const query = { foodName: "porridge", mealTypeId: "3", unitId: "304", amount: "1", date: "2026-03-19" };
    api({ ...CREATE, query, body: stored });
    const other = await run(logFood.default, { ...props, meal: "lunch" });
    expect(other.result).not.toHaveProperty("alreadyLogged");
  });

  it("tells on Google Health grams, the usual hour of the meal, and the meals that it takes", async () => {
    const nutritionLog = {
      interval: {
        startTime: "2026-03-19T23:00:00Z", startUtcOffset: "-25200s",
        endTime: "2026-03-19T23:01:00Z", endUtcOffset: "-25200s",
      },
      foodDisplayName: "Crisps",
      mealType: "SNACK",
      energy: { kcal: 152 },
      totalCarbohydrate: { grams: 15 },
      nutrients: [{ nutrient: "SODIUM", quantity: { grams: 0.12 } }],
      serving: {
        amount: 2,
        foodMeasurementUnit: "users/me/dataTypes/food-measurement-unit/dataPoints/304",
      },
    };
    const response = { name: `${USER}/dataTypes/nutrition-log/dataPoints/9`, nutritionLog };
    googleApi({ method: "POST", path: NUTRITION, sent: { nutritionLog }, body: { done: true, response } });
    const { result } = await runOnGoogle(logFood, {
      ...DAY, timeZone: "America/Los_Angeles", foodName: "Crisps", meal: "afternoon snack",
      calories: 152, carbs: "15", sodium: "120", amount: "2", unitId: "304",
    });
    expect(result).toMatchObject({
      foodLog: {
        logId: "9", logDate: "2026-03-19",
        loggedFood: { name: "Crisps", mealTypeId: 7, amount: 2, unit: { id: 304 } },
        nutritionalValues: { calories: 152, carbs: 15, sodium: 120 },
      },
    });
  });

  it("needs a unit with an amount on Google Health, and a name", async () => {
    const bare = { ...DAY, timeZone: "UTC", foodName: "Tea", amount: "2" };
    const { error } = await runOnGoogle(logFood, bare);
    expect(error).toHaveProperty("message", expect.stringContaining("Unit ID is missing"));
  });
});

describe("update-food-log", () => {
  const props = { foodLogId: "5", meal: "dinner", calories: 350 };

  it("changes it in place on Fitbit", async () => {
    const query = { mealTypeId: "5", calories: "350" };
    const foodLog = { ...porridge, logId: 5 };
    api({ method: "POST", path: `${FOODS}/5.json`, query, body: { foodLog } });
    const { result, summary } = await run(updateFoodLog.default, props);
    expect(result).toMatchObject({ foodLog: { logId: "5" } });
    expect(summary).toBe("Updated food log 5");
  });

  const OURS = { platform: "GOOGLE_WEB_API" };
  const unit = banana.serving.foodMeasurementUnit;

  it.each([
    [
      "keeps what is told of a food by its name", phulka, props,
      {
        ...phulka, energy: { kcal: 350 }, serving: undefined,
      },
    ],
    [
      "has Google fill in a food of its database anew", banana,
      { foodLogId: "5", meal: "lunch", amount: "2" },
      {
        interval: banana.interval, food: BANANA, mealType: "LUNCH",
        serving: { amount: 2, foodMeasurementUnit: unit },
      },
    ],
  ])("puts another in its place on Google Health and %s", async (_, log, changes, after) => {
    googleApi({ path: `${NUTRITION}/5`, body: listed("nutritionLog", "5", OURS, log) });
    const name = (id: string) => `${USER}/dataTypes/nutrition-log/dataPoints/${id}`;
    const sent = { nutritionLog: JSON.parse(JSON.stringify(after)) as object };
    const response = { name: name("6"), nutritionLog: { ...log, ...after } };
    googleApi({ method: "POST", path: NUTRITION, sent, body: { done: true, response } });
    googleApi({
      method: "POST",
      path: `${NUTRITION}:batchDelete`,
      sent: { names: ["users/me/dataTypes/nutrition-log/dataPoints/5"] },
      body: { done: true, response: { dataPoints: [{ name: name("5") }] } },
    });
    const { result, summary } = await runOnGoogle(updateFoodLog, changes);
    expect(result).toMatchObject({ foodLog: { logId: "6" } });
    expect(summary).toBe("Updated food log 5: its id is now 6");
  });

  it("writes nothing in the place of what the app or a watch wrote", async () => {
    const theirs = { platform: "FITBIT", recordingMethod: "MANUAL" };
    googleApi({ path: `${NUTRITION}/5`, body: listed("nutritionLog", "5", theirs, phulka) });
    const { error } = await runOnGoogle(updateFoodLog, props);
    expect(error).toHaveProperty("message", expect.stringContaining("The log was not changed"));
  });
});
