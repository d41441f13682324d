import { ConfigurationError } from "@pipedream/platform";
import { defined, numberOf } from "../fields";
import { localTime, startOf, type Interval, type Timed } from "../google-health/times";
import { figure, idOf, type Numeric } from "../google-health/values";
import { rounded, volumeIn, type UnitSystem, type Volume } from "../units";
import { path } from "../wire/paths";
import { mealTypeIdOf, type Meal } from "./meals";
import type {
  FoodChange, FoodLog, FoodUnit, LoggedFood, NamedFood, NewFood, NutritionalValues, Serving,
  WaterLog,
} from "./shapes";

/** What the API answers with, as far as it is read. */
interface Grams {
  grams?: Numeric;
}

interface Nutrient {
  nutrient?: string;
  quantity?: Grams;
}

interface GoogleServing {
  amount?: Numeric;
  foodMeasurementUnit?: string;
  foodMeasurementUnitDisplayName?: string;
}

export interface NutritionLog {
  interval?: Partial<Interval>;
  mealType?: string;
  food?: string;
  foodDisplayName?: string;
  energy?: { kcal?: Numeric };
  totalCarbohydrate?: Grams;
  totalFat?: Grams;
  nutrients?: Nutrient[];
  serving?: GoogleServing;
}

export interface HydrationLog {
  interval?: Partial<Interval>;
  amountConsumed?: { milliliters?: Numeric };
}

/** The fields that are read as more than numbers and times. */
export const NUTRITION_LOG = {
  interval: {},
  mealType: "text",
  food: "text",
  foodDisplayName: "text",
  energy: {},
  totalCarbohydrate: {},
  totalFat: {},
  nutrients: [{ nutrient: "text", quantity: {} }],
  serving: { foodMeasurementUnit: "text", foodMeasurementUnitDisplayName: "text" },
} as const;

export const HYDRATION_LOG = { interval: {}, amountConsumed: {} } as const;

/** What the meals are called. That of a log need not be told: it was eaten at any time. */
const MEALS: Record<string, Meal> = {
  BREAKFAST: "breakfast",
  BEFORE_LUNCH: "morning snack",
  LUNCH: "lunch",
  BEFORE_DINNER: "afternoon snack",
  DINNER: "dinner",
  AFTER_DINNER: "evening snack",
};

/** https://developers.google.com/health/reference/rest/v4/NutritionLog documents these alone. */
const WRITTEN: { [M in Meal]?: string } = {
  "breakfast": "BREAKFAST",
  "morning snack": "SNACK",
  "lunch": "LUNCH",
  "afternoon snack": "SNACK",
  "dinner": "DINNER",
  "evening snack": "SNACK",
};

/** Fitbit's id of the meal that a new log of a meal is read as. */
export function storedMealTypeId(meal: Meal): number {
  return mealTypeId(WRITTEN[meal]);
}

function mealTypeId(mealType = ""): number {
  return mealTypeIdOf(MEALS[mealType] ?? "anytime");
}

/** A food log in Fitbit's shape; values that it lacks are absent. */
export function toFoodLog(id: string, log: Timed<NutritionLog>): FoodLog {
  return {
    logId: id,
    logDate: localTime(startOf(log.interval)).slice(0, 10),
    loggedFood: toLoggedFood(log),
    nutritionalValues: sumsOf([log]),
  };
}

/** What was eaten, how much of it and at which meal. */
export function toLoggedFood(log: NutritionLog): LoggedFood {
  return defined({
    name: log.foodDisplayName,
    foodId: idOf(log.food) || undefined,
    calories: sumsOf([log]).calories,
    amount: numberOf(log.serving?.amount),
    mealTypeId: mealTypeId(log.mealType),
    unit: toUnit(log.serving),
  });
}

type Values = Record<keyof NutritionalValues, number | undefined>;

/** What a log tells, in Fitbit's units. */
function valuesOf(log: NutritionLog): Values {
  return {
    calories: figure(log.energy, "kcal"),
    carbs: figure(log.totalCarbohydrate, "grams"),
    fat: figure(log.totalFat, "grams"),
    fiber: nutrientIn(log, "DIETARY_FIBER"),
    protein: nutrientIn(log, "PROTEIN"),
    sodium: nutrientIn(log, "SODIUM", MILLIGRAMS),
  };
}

const MILLIGRAMS = 1_000;

/** A nutrient, in grams or in a part of them. */
function nutrientIn({ nutrients }: NutritionLog, name: string, perGram = 1) {
  const found = nutrients?.find(({ nutrient, quantity }) => nutrient === name && quantity);
  const grams = figure(found?.quantity, "grams");
  return grams === undefined ? undefined : grams * perGram;
}

const DIGITS: Record<keyof Values, number> = {
  calories: 0, carbs: 2, fat: 2, fiber: 2, protein: 2, sodium: 2,
};

const names = Object.keys(DIGITS) as (keyof Values)[];

/**
 * The sums of a day's logs, of what they tell. The API's own sum of a day has been seen to
 * lack a nutrient that its logs had.
 */
export function sumsOf(logs: readonly NutritionLog[]): NutritionalValues {
  const all = logs.map(valuesOf);
  const sums = names.map((name) => {
    const known = all.flatMap(({ [name]: value }) => value ?? []);
    const sum = known.reduce((total, value) => total + value, 0);
    return [name, known.length ? rounded(sum, DIGITS[name]) : undefined];
  });
  return defined(Object.fromEntries(sums) as NutritionalValues);
}

/** A unit by its id, which belongs to this API, and by its name. */
export function toUnit(serving: GoogleServing | undefined): FoodUnit | undefined {
  const unit = defined({
    id: unitIdOf(serving?.foodMeasurementUnit),
    name: serving?.foodMeasurementUnitDisplayName,
  });
  return Object.keys(unit).length ? unit : undefined;
}

/** The id that a unit's resource name ends with: a number where it is one. */
export function unitIdOf(name: unknown): number | string | undefined {
  const id = idOf(name);
  if (!id) return undefined;
  return Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

/** What is told of a new food, beside when it was eaten. */
export function newFood({ meal, food, serving }: NewFood): NutritionLog {
  return defined({
    ..."id" in food ? { food: path`users/me/dataTypes/food/dataPoints/${food.id}` } : named(food),
    mealType: WRITTEN[meal],
    serving: newServing(serving),
  });
}

function named({ name, values }: NamedFood): NutritionLog {
  const { calories: kcal, carbs, fat, fiber, protein, sodium } = values;
  const nutrients = [
    nutrient("DIETARY_FIBER", fiber),
    nutrient("PROTEIN", protein),
    nutrient("SODIUM", sodium, MILLIGRAMS),
  ].flat();
  return {
    foodDisplayName: name,
    ...kcal !== undefined && { energy: { kcal } },
    ...carbs !== undefined && { totalCarbohydrate: { grams: carbs } },
    ...fat !== undefined && { totalFat: { grams: fat } },
    ...nutrients.length && { nutrients },
  };
}

function nutrient(name: string, amount: number | undefined, perGram = 1): Nutrient[] {
  if (amount === undefined) return [];
  return [{ nutrient: name, quantity: { grams: amount / perGram } }];
}

/** An amount is one of a unit. Throws a ConfigurationError for one without. */
function newServing({ amount, unitId }: Serving): GoogleServing | undefined {
  if (unitId !== undefined) {
    return { amount: amount ?? 1, foodMeasurementUnit: nameOf(unitId) };
  }
  if (amount === undefined) return undefined;
  throw new ConfigurationError("Unit ID is missing: Google Health takes an amount with its unit alone. Take `id` from List Food Units.");
}

function nameOf(unitId: string): string {
  return path`users/me/dataTypes/food-measurement-unit/dataPoints/${unitId}`;
}

/**
 * A log with what changes of it. A food of the database is filled in anew by what it is; any
 * other keeps its values, unless others are given.
 */
export function changed(
  log: Timed<NutritionLog>, { meal, serving, calories }: FoodChange,
): NutritionLog {
  const { food, foodDisplayName, totalCarbohydrate, totalFat, nutrients } = log;
  const energy = calories === undefined ? log.energy : { kcal: calories };
  return defined({
    ...food === undefined
      ? { foodDisplayName, energy, totalCarbohydrate, totalFat, nutrients }
      : { food },
    mealType: WRITTEN[meal],
    serving: changedServing(log.serving, serving),
  });
}

function changedServing(
  { amount, foodMeasurementUnit }: GoogleServing = {}, wanted: Serving,
): GoogleServing | undefined {
  const isKept = wanted.amount === undefined && wanted.unitId === undefined;
  const unitId = wanted.unitId ?? (idOf(foodMeasurementUnit) || undefined);
  if (isKept && unitId === undefined) return undefined;
  return newServing({ amount: wanted.amount ?? numberOf(amount), unitId });
}

/** A water log in Fitbit's shape, in the unit of a system. */
export function toWaterLog(
  id: string, { amountConsumed }: HydrationLog, system: UnitSystem | undefined,
): WaterLog {
  const amount = volumeIn(system, toMillilitres({ amountConsumed }));
  return { logId: id, ...defined({ amount }) };
}

/** The millilitres of a log; undefined where nothing tells them. */
export function toMillilitres({ amountConsumed }: HydrationLog): number | undefined {
  return figure(amountConsumed, "milliliters");
}

const VOLUME_UNITS: Record<Volume["unit"], string> = {
  "ml": "MILLILITER",
  "fl oz": "FLUID_OUNCE_US",
  "cup": "CUP_US",
};

/** A volume, and the unit that it was told in. */
export function newAmount(volume: Volume, milliliters: number) {
  return { milliliters, userProvidedUnit: VOLUME_UNITS[volume.unit] };
}
