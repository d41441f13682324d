import type { Answer } from "../answer";
import type { Call } from "../call";
import { offsetAt } from "../clocks";
import type { CivilDate, DayInput } from "../dates";
import type { DaysApi } from "../days";
import { defined, isFields } from "../fields";
import type { DataPoint } from "../google-health/answers";
import { dailySums, type Value } from "../google-health/daily";
import { clockOf } from "../google-health/days";
import { assemble } from "../google-health/parts";
import { OWN_ALONE } from "../google-health/remedies";
import type { Requests } from "../google-health/requests";
import { pointsOf, sourced, type Sourced } from "../google-health/sources";
import { isTimed, localTime, startOf, type Interval, type Timed } from "../google-health/times";
import { figure, idOf, valueOf } from "../google-health/values";
import { newInterval } from "../google-health/writes";
import { minuteAt } from "../intraday";
import type { Days } from "../ranges";
import { readDays, type DaySource } from "../series";
import { millilitresOf, volumeIn, type Volume } from "../units";
import { ApiError } from "../wire/errors";
import { whole } from "../wire/pages";
import type { LogsWanted, NutritionApi } from "./api";
import type { nutritionFoods } from "./google-health-foods";
import {
  changed, HYDRATION_LOG, newAmount, newFood, NUTRITION_LOG, storedMealTypeId, sumsOf,
  toFoodLog, toMillilitres, toWaterLog, type HydrationLog, type NutritionLog,
} from "./google-health-log";
import type { nutritionRecent } from "./google-health-recent";
import { usualTimeOf, type Meal } from "./meals";
import { nutritionDay, type NutritionMetric } from "./metrics";
import { isSameFood, isSameVolume } from "./same";
import type {
  FoodChange, FoodDay, FoodLog, NewFood, NewWater, WaterDay, WaterLog,
} from "./shapes";

const NUTRITION = "nutrition-log";
const HYDRATION = "hydration-log";

/** A log is of a moment, but its end must lie behind its start. */
const LENGTH_MS = 60_000;

const AT_FOODS = { lookAt: "Get Food Log" };
const AT_WATER = { lookAt: "Get Water Log" };

type Calendar = Requests & Pick<DaysApi, "getCivilDay">;

/** What each metric is the sum of, by data type and in its unit. */
const METRICS: Record<NutritionMetric, {
  type: typeof NUTRITION | typeof HYDRATION;
  of(sums: Value | undefined, call: Call): number | undefined;
}> = {
  caloriesIn: {
    type: NUTRITION,
    of: (sums) => {
      const kcal = sumOf(sums, "energy", "kcalSum");
      return kcal === undefined ? undefined : Math.round(kcal);
    },
  },
  water: {
    type: HYDRATION,
    of: (sums, { unitSystem }) =>
      volumeIn(unitSystem, sumOf(sums, "amountConsumed", "millilitersSum")),
  },
};

/** The only file that asks for Google's logs of what is eaten and drunk. */
export const nutrition = {
  /**
   * Foods are asked by the civil time at which they were eaten.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile
   */
  async getFoodDay(this: Calendar, day: DayInput, call: Call): Promise<Answer<FoodDay>> {
    const date = await this.getCivilDay(day, call);
    const range = { from: date, to: date };
    const { got, missing } = await assemble({
      foods: { fields: ["foods", "summary"], ask: () => foodsOf(this, range, call) },
      water: {
        fields: ["summary.water"],
        ask: async () => new Map(await dailySource(this, "water", call).ask(range)),
      },
    });
    const { foods = [] } = got;
    const water = METRICS.water.of(got.water?.get(date), call);
    const summary = { ...sumsOf(foods.map(({ value }) => value)), ...defined({ water }) };
    return { data: { date, foods: foods.map(toFood), summary }, missing };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile */
  async getWaterDay(this: Calendar, day: DayInput, call: Call): Promise<Answer<WaterDay>> {
    const date = await this.getCivilDay(day, call);
    const drinks = await drinksOf(this, { from: date, to: date }, call);
    const known = drinks.flatMap(({ value }) => toMillilitres(value) ?? []);
    const sum = known.length ? known.reduce((all, one) => all + one, 0) : undefined;
    const summary = defined({ water: volumeIn(call.unitSystem, sum) });
    return { data: { date, summary, water: drinks.map((drink) => toWater(drink, call)) } };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp */
  async getNutritionTimeSeries(
    this: Requests, metrics: readonly NutritionMetric[], range: Days, call: Call,
  ) {
    const sources = metrics.map((metric) => [metric, dailySource(this, metric, call)]);
    const { days, ...rest } = await readDays(
      Object.fromEntries(sources) as Record<NutritionMetric, DaySource<Value>>,
      range,
    );
    const series = [...days].flatMap(([date, sums]) => nutritionDay(date, Object.fromEntries(
      metrics.map((metric) => [metric, METRICS[metric].of(sums[metric], call)]),
    )));
    return { days: series, ...rest };
  },

  async listFoodLogs(this: Requests, wanted: LogsWanted, call: Call) {
    return (await foodsOf(this, wanted, call)).map((food) => (
      { date: dayOf(food), log: toFood(food) }
    ));
  },

  /** Looked for among what anybody stored of the day. */
  async findFoodLog(this: Requests, food: NewFood, call: Call) {
    const stored = await foodsOf(this, { from: food.date, to: food.date }, call);
    const mealTypeId = storedMealTypeId(food.meal);
    const foodLog = stored.map(toFood).find((log) => isSameFood(log, food, mealTypeId));
    return foodLog && { foodLog };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create */
  async createFoodLog(this: Requests, food: NewFood, call: Call) {
    const log = newFood(food);
    const interval = await intervalOn(this, food.date, food.meal, call);
    const stored = { record: "The food", ...AT_FOODS };
    const point = await this.createDataPoint(NUTRITION, {
      nutritionLog: { ...log, interval },
    }, stored, call);
    return { data: storedFood(point) };
  },

  /** Changed by what takes its place: PATCH fails with any body. */
  async updateFoodLog(this: Requests, logId: string, change: FoodChange, call: Call) {
    const before = await this.getDataPoint(NUTRITION, logId, call);
    const log = readFood(before);
    demandOwn(before);
    const stored = { record: "The change", ...AT_FOODS };
    const after = await this.replaceDataPoint(NUTRITION, logId, {
      nutritionLog: { ...changed(log, change), interval: spanOf(log) },
    }, stored, call);
    return { data: storedFood(after) };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete */
  async deleteFoodLog(this: Requests, logId: string, call: Call) {
    const stored = { record: "The deletion", ...AT_FOODS };
    await this.deleteDataPoints(NUTRITION, [logId], stored, call);
  },

  async listWaterLogs(this: Requests, wanted: LogsWanted, call: Call) {
    return (await drinksOf(this, wanted, call)).map((drink) => (
      { date: dayOf(drink), log: toWater(drink, call) }
    ));
  },

  /** Looked for among what anybody stored of the day. */
  async findWaterLog(this: Requests, { date, volume }: NewWater, call: Call) {
    const drinks = await drinksOf(this, { from: date, to: date }, call);
    const found = drinks.find(({ value }) =>
      isSameVolume(toMillilitres(value) ?? NaN, volume));
    return found && { waterLog: toWater(found, call) };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create */
  async createWaterLog(this: Requests, { date, volume }: NewWater, call: Call) {
    const interval = await intervalOn(this, date, "anytime", call);
    const stored = { record: "The water", ...AT_WATER };
    const point = await this.createDataPoint(HYDRATION, {
      hydrationLog: { interval, amountConsumed: newAmount(volume, millilitresOf(volume)) },
    }, stored, call);
    return { data: storedWater(point, call) };
  },

  /** Changed by what takes its place. */
  async updateWaterLog(this: Requests, logId: string, volume: Volume, call: Call) {
    const before = await this.getDataPoint(HYDRATION, logId, call);
    const interval = spanOf(readDrink(before));
    demandOwn(before);
    const amountConsumed = newAmount(volume, millilitresOf(volume));
    const stored = { record: "The change", ...AT_WATER };
    const point = await this.replaceDataPoint(HYDRATION, logId, {
      hydrationLog: { interval, amountConsumed },
    }, stored, call);
    return { data: storedWater(point, call) };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete */
  async deleteWaterLog(this: Requests, logId: string, call: Call) {
    const stored = { record: "The deletion", ...AT_WATER };
    await this.deleteDataPoints(HYDRATION, [logId], stored, call);
  },
} satisfies Omit<NutritionApi, Elsewhere>;

type Elsewhere = keyof typeof nutritionFoods | keyof typeof nutritionRecent;

type Eaten = Sourced<NutritionLog>;
type Drunk = Sourced<HydrationLog>;

/** Foods of some days, the oldest first. */
async function foodsOf(app: Requests, wanted: LogsWanted, call: Call): Promise<Eaten[]> {
  const query = pointsOf(wanted);
  const pages = sourced<NutritionLog>(app, NUTRITION, query, call, NUTRITION_LOG);
  return (await whole(pages)).reverse();
}

/** Drinks of some days, the oldest first. */
async function drinksOf(app: Requests, wanted: LogsWanted, call: Call): Promise<Drunk[]> {
  const query = pointsOf(wanted);
  const pages = sourced<HydrationLog>(app, HYDRATION, query, call, HYDRATION_LOG);
  return (await whole(pages)).reverse();
}

const toFood = ({ id, value }: Eaten): FoodLog => toFoodLog(id, value);

const toWater = ({ id, value }: Drunk, { unitSystem }: Call): WaterLog =>
  toWaterLog(id, value, unitSystem);

function dayOf({ value: { interval } }: Eaten | Drunk): CivilDate {
  return localTime(startOf(interval)).slice(0, 10);
}

function dailySource(app: Requests, metric: NutritionMetric, call: Call): DaySource<Value> {
  return dailySums(app, METRICS[metric].type, [metric], call);
}

/** A sum that stands in a message of its own; undefined where there is none. */
function sumOf(sums: Value | undefined, field: string, sum: string): number | undefined {
  const quantity = sums?.[field];
  return isFields(quantity) ? figure(quantity, sum) : undefined;
}

/** Now, for a log of today; of another day the time at which the meal is usually had. */
async function intervalOn(app: Requests, date: CivilDate, meal: Meal, call: Call) {
  const clock = await clockOf(app, call);
  const now = minuteAt(Date.now() + offsetAt(clock, Date.now()));
  const start = now.day === date ? now : { day: date, time: usualTimeOf(meal) };
  return newInterval(clock, start, LENGTH_MS);
}

/** The span of a log, without what the API works out of it. */
function spanOf({ interval }: Timed<object>): Interval {
  const { startTime, startUtcOffset, endTime, endUtcOffset } = interval;
  return { startTime, startUtcOffset, endTime, endUtcOffset };
}

function storedFood(point: DataPoint): { foodLog?: FoodLog } {
  const log = valueOf<NutritionLog>(point, "nutritionLog", NUTRITION_LOG);
  const id = idOf(point.name);
  return id && isTimed(log) ? { foodLog: toFoodLog(id, log) } : {};
}

function storedWater(point: DataPoint, { unitSystem }: Call): { waterLog?: WaterLog } {
  const log = valueOf<HydrationLog>(point, "hydrationLog", HYDRATION_LOG);
  const id = idOf(point.name);
  return id && log ? { waterLog: toWaterLog(id, log, unitSystem) } : {};
}

function readFood(point: DataPoint): Timed<NutritionLog> {
  const log = valueOf<NutritionLog>(point, "nutritionLog", NUTRITION_LOG);
  return isTimed(log) ? log : withoutTime();
}

function readDrink(point: DataPoint): Timed<HydrationLog> {
  const log = valueOf<HydrationLog>(point, "hydrationLog", HYDRATION_LOG);
  return isTimed(log) ? log : withoutTime();
}

function withoutTime(): never {
  throw new ApiError("unexpected", "Google Health gave the log without its times. Run the step again later.");
}

/** What apps write through the API arrives as. */
const WRITTEN = "GOOGLE_WEB_API";

/**
 * What cannot be deleted is not replaced: it would be there twice. Which app wrote through the
 * API is not known here.
 */
function demandOwn({ dataSource }: DataPoint): void {
  if ((dataSource?.platform ?? WRITTEN) === WRITTEN) return;
  throw new ApiError("forbidden", `The log was not changed: it would have to be deleted for that. ${OWN_ALONE}`);
}
