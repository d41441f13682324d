import { isCivilDate } from "../dates";
import { defined, isFields, numberOf, textOf } from "../fields";
import { rounded } from "../units";
import { numbersOf, recordId, textsOf } from "../wire/records";
import type {
  Food, FoodHabit, FoodLog, FoodServing, FoodUnit, LoggedFood, NutritionalValues, WaterLog,
} from "./shapes";

const DIGITS = 2;

/** A figure of foods or drinks without the noise of floating point; undefined for none. */
export function figureOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : rounded(number, DIGITS);
}

/**
 * What Fitbit answers in the names that it documents: for some days of August 2025 it wrote
 * `logged_food` for `loggedFood`.
 */
export function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) =>
    [name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), camelCased(inner)]));
}

const VALUES = ["calories", "carbs", "fat", "fiber", "protein", "sodium"] as const;

/** The nutritional values of an answer; what is no figure there is absent. */
export function readValues(value: unknown): NutritionalValues {
  return figuresIn(value, VALUES);
}

/** The sums of a day, water included. */
export function readSums(value: unknown): NutritionalValues & { water?: number } {
  return figuresIn(value, [...VALUES, "water"] as const);
}

function figuresIn<K extends string>(value: unknown, names: readonly K[]) {
  const fields = isFields(value) ? value : {};
  const known = names.map((name) => [name, figureOf(fields[name])]);
  return defined(Object.fromEntries(known) as { [N in K]?: number });
}

/** A food log; undefined without its id. */
export function readFoodLog(value: unknown): FoodLog | undefined {
  const log = camelCased(value);
  if (!isFields(log)) return undefined;
  const logId = recordId(log.logId);
  if (logId === undefined) return undefined;
  const { logDate = "" } = textsOf(log, "logDate");
  return {
    ...log,
    logId,
    logDate: isCivilDate(logDate) ? logDate : undefined,
    loggedFood: readLoggedFood(log.loggedFood),
    nutritionalValues: isFields(log.nutritionalValues)
      ? readValues(log.nutritionalValues)
      : undefined,
  };
}

function readLoggedFood(value: unknown): LoggedFood {
  const food = isFields(value) ? value : {};
  return {
    ...food,
    ...textsOf(food, "name"),
    ...numbersOf(food, "amount", "calories", "mealTypeId"),
    foodId: recordId(food.foodId),
    unit: readUnit(food.unit),
  };
}

/** A unit of foods; undefined for what has neither an id nor a name. */
export function readUnit(value: unknown): FoodUnit | undefined {
  const unit = isFields(value) ? value : {};
  const known = defined({ ...numbersOf(unit, "id"), ...textsOf(unit, "name", "plural") });
  return Object.keys(known).length ? known : undefined;
}

/** A water log; undefined without its id. */
export function readWaterLog(value: unknown): WaterLog | undefined {
  const log = camelCased(value);
  if (!isFields(log)) return undefined;
  const logId = recordId(log.logId);
  return logId === undefined ? undefined : { ...log, logId, amount: figureOf(log.amount) };
}

/** A food of the database; undefined without its id. */
export function readFood(value: unknown): Food | undefined {
  const food = camelCased(value);
  if (!isFields(food)) return undefined;
  const foodId = recordId(food.foodId);
  if (foodId === undefined) return undefined;
  return {
    ...food,
    ...textsOf(food, "name", "brand", "accessLevel", "locale"),
    ...numbersOf(food, "calories", "defaultServingSize"),
    foodId,
    defaultUnit: readUnit(food.defaultUnit),
    servings: list(food.servings, readServing),
    units: list(food.units, numberOf),
  };
}

function readServing(value: unknown): FoodServing | undefined {
  if (!isFields(value)) return undefined;
  const figures = numbersOf(value, "multiplier", "servingSize", "unitId");
  return defined({ ...figures, unit: readUnit(value.unit) });
}

function list<T>(value: unknown, read: (item: unknown) => T | undefined): T[] {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) => read(item) ?? []);
}

/** A food that the person eats; undefined for one without a name. */
export function readHabit(value: unknown): FoodHabit | undefined {
  const food = camelCased(value);
  if (!isFields(food) || textOf(food.name) === undefined) return undefined;
  return readLoggedFood(food);
}
