import type { Answer } from "../answer";
import type { Call } from "../call";
import type { CivilDate, DayInput } from "../dates";
import type { DaysApi } from "../days";
import { defined } from "../fields";
import { askDay, type SeriesUntilToday } from "../fitbit/days";
import { postRecord, remove, type Requests } from "../fitbit/requests";
import { cut, inOrder, type Days } from "../ranges";
import { readDays, type DaySource } from "../series";
import { millilitresIn, millilitresOf, unitsOf, volumeIn, type Volume } from "../units";
import { path } from "../wire/paths";
import type { LogsWanted, NutritionApi, OfDay } from "./api";
import { askFoods, askWater, dailySeries, SCOPE } from "./fitbit-days";
import type { nutritionFoods } from "./fitbit-foods";
import type { nutritionRecent } from "./fitbit-recent";
import { mealTypeIdOf } from "./meals";
import {
  nutritionDay, rootOf, type NutritionFigures, type NutritionMetric,
} from "./metrics";
import { readFoodLog, readWaterLog } from "./records";
import { isSameFood, isSameVolume } from "./same";
import type {
  FoodChange, FoodDay, NamedFood, NewFood, NewWater, Serving, WaterDay, WaterLog,
} from "./shapes";

/** The unit of a food without another: a serving. */
const SERVING = "304";

/** What answers name so, and for some days of August 2025 named otherwise. */
const FOOD_LOG = ["foodLog", "food_log"];
const WATER_LOG = ["waterLog", "water_log"];

const AT_FOODS = { lookAt: "Get Food Log" };
const AT_WATER = { lookAt: "Get Water Log" };

type Calendar = Requests & Pick<DaysApi, "getCivilDay">;

/** https://dev.fitbit.com/build/reference/web-api/nutrition-timeseries/get-nutrition-timeseries-by-date/ */
export const waterUntilToday: SeriesUntilToday = {
  path: path`/1/user/-/foods/log/water/date/today/1d.json`,
  scope: SCOPE,
  root: rootOf("water"),
};

/** The only file that knows Fitbit's paths of what is eaten and drunk. */
export const nutrition = {
  /** https://dev.fitbit.com/build/reference/web-api/nutrition/get-food-log/ */
  async getFoodDay(this: Calendar, day: DayInput, call: Call): Promise<Answer<FoodDay>> {
    const ask = (date: CivilDate) => askFoods(this, date, call);
    const data = await askDay(this, day, call, ask, ({ foods: [first] }) => first?.logDate);
    return { data };
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition/get-water-log/ */
  async getWaterDay(this: Calendar, day: DayInput, call: Call): Promise<Answer<WaterDay>> {
    const ask = (date: CivilDate) => askWater(this, date, call);
    return { data: await askDay(this, day, call, ask, () => undefined) };
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition-timeseries/get-nutrition-timeseries-by-date-range/ */
  async getNutritionTimeSeries(
    this: Requests, metrics: readonly NutritionMetric[], range: Days, call: Call,
  ) {
    const sources = metrics.map((metric) => [metric, dailySeries(this, metric, call)]);
    const { days, ...rest } = await readDays(
      Object.fromEntries(sources) as Record<NutritionMetric, DaySource<number>>,
      range,
    );
    const series = [...days].flatMap(([date, figures]: [CivilDate, NutritionFigures]) =>
      nutritionDay(date, figures));
    return { days: series, ...rest };
  },

  async listFoodLogs(this: Requests, wanted: LogsWanted, call: Call) {
    return await eachDay(wanted, async (date) => (await askFoods(this, date, call)).foods);
  },

  async findFoodLog(this: Requests, food: NewFood, call: Call) {
    const { foods } = await askFoods(this, food.date, call);
    const foodLog = foods.find((log) => isSameFood(log, food));
    return foodLog && { foodLog };
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition/create-food-log/ */
  async createFoodLog(this: Requests, { date, meal, food, serving }: NewFood, call: Call) {
    const foodLog = await postRecord(this, {
      path: path`/1/user/-/foods/log.json`,
      root: FOOD_LOG,
      params: {
        ..."id" in food ? { foodId: food.id } : named(food),
        mealTypeId: mealTypeIdOf(meal),
        ...served({ amount: 1, unitId: SERVING, ...defined(serving) }),
        date,
      },
      scope: SCOPE,
      stored: { record: "The food", ...AT_FOODS },
    }, readFoodLog, call);
    return { data: { foodLog } };
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition/update-food-log/ */
  async updateFoodLog(
    this: Requests, logId: string, { meal, serving, calories }: FoodChange, call: Call,
  ) {
    const foodLog = await postRecord(this, {
      path: path`/1/user/-/foods/log/${logId}.json`,
      root: FOOD_LOG,
      params: { mealTypeId: mealTypeIdOf(meal), ...served(serving), calories },
      scope: SCOPE,
      stored: { record: "The change", ...AT_FOODS },
    }, readFoodLog, call);
    return { data: { foodLog } };
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition/delete-food-log/ */
  async deleteFoodLog(this: Requests, logId: string, call: Call) {
    await remove(this, {
      path: path`/1/user/-/foods/log/${logId}.json`,
      scope: SCOPE,
      stored: { record: "The deletion", ...AT_FOODS },
    }, call);
  },

  async listWaterLogs(this: Requests, wanted: LogsWanted, call: Call) {
    return await eachDay(wanted, async (date) => (await askWater(this, date, call)).water);
  },

  async findWaterLog(this: Requests, { date, volume }: NewWater, call: Call) {
    const { water } = await askWater(this, date, call);
    const waterLog = water.find(({ amount = NaN }) =>
      isSameVolume(millilitresIn(call.unitSystem, amount), volume));
    return waterLog && { waterLog };
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition/create-water-log/ */
  async createWaterLog(this: Requests, { date, volume }: NewWater, call: Call) {
    const waterLog = await postWater(this, path`/1/user/-/foods/log/water.json`, {
      params: { date },
      stored: { record: "The water", ...AT_WATER },
    }, volume, call);
    return { data: { waterLog } };
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition/update-water-log/ */
  async updateWaterLog(this: Requests, logId: string, volume: Volume, call: Call) {
    const waterLog = await postWater(this, path`/1/user/-/foods/log/water/${logId}.json`, {
      stored: { record: "The change", ...AT_WATER },
    }, volume, call);
    return { data: { waterLog } };
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition/delete-water-log/ */
  async deleteWaterLog(this: Requests, logId: string, call: Call) {
    await remove(this, {
      path: path`/1/user/-/foods/log/water/${logId}.json`,
      scope: SCOPE,
      stored: { record: "The deletion", ...AT_WATER },
    }, call);
  },
} satisfies Omit<NutritionApi, Elsewhere>;

type Elsewhere = keyof typeof nutritionFoods | keyof typeof nutritionRecent;

/** The logs of days, which are asked for one by one; the first failure is that of all. */
async function eachDay<T>(
  { from, to }: Days, ask: (date: CivilDate) => Promise<T[]>,
): Promise<OfDay<T>[]> {
  const logs: OfDay<T>[] = [];
  for await (const part of inOrder(cut({ from, to }, 1), ({ from: date }) => ask(date))) {
    if ("stop" in part) throw part.stop.error;
    const { piece: { from: date }, answer } = part;
    logs.push(...answer.map((log) => ({ date, log })));
  }
  return logs;
}

/** The values that may be told of a food by its name. */
function named({ name, values }: NamedFood) {
  return {
    foodName: name,
    calories: values.calories,
    totalCarbohydrate: values.carbs,
    totalFat: values.fat,
    dietaryFiber: values.fiber,
    protein: values.protein,
    sodium: values.sodium,
  };
}

function served({ amount, unitId }: Serving) {
  return { unitId, amount };
}

/**
 * Documented is that an answer has the units of the call. One that says what was sent may be
 * in the unit that was sent.
 */
async function postWater(
  app: Requests,
  path: string,
  { params, ...request }: Pick<Parameters<typeof postRecord>[1], "params" | "stored">,
  volume: Volume,
  call: Call,
): Promise<WaterLog | undefined> {
  const { value: amount, unit } = volume;
  const log = await postRecord(app, {
    path,
    root: WATER_LOG,
    params: { ...params, amount, unit },
    scope: SCOPE,
    ...request,
  }, readWaterLog, call);
  const isEcho = log?.amount === amount && unit !== unitsOf(call.unitSystem).volume.word;
  return isEcho ? { ...log, amount: volumeIn(call.unitSystem, millilitresOf(volume)) } : log;
}
