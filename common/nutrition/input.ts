import { ConfigurationError } from "@pipedream/platform";
import {
  readAnyId, readChoice, readDecimal, readId, readInteger, readText, required, type IdForm,
} from "../input";
import type { Given } from "../pipedream";
import { volumeUnits, type Volume } from "../units";
import { meals, type Meal } from "./meals";
import type { NewFood, Serving } from "./shapes";

type Text = Given<string | undefined> | undefined;

/** The most of anything in a log: Google takes no more, and nobody eats it. */
const MOST = 100_000;

/**
 * An amount of water with its unit, which says what the number means. Throws a
 * ConfigurationError where one is missing.
 */
export function readVolume(amount: Given<string>, unit: Given<string>): Volume {
  const value = readDecimal("Amount", amount, { min: 0.1, max: MOST, example: "250" });
  return {
    value: required("Amount", value),
    unit: required("Unit", readChoice("Unit", unit, volumeUnits)),
  };
}

/** A meal of the day. */
export function readMeal(meal: Text): Meal | undefined {
  return readChoice("Meal", meal, meals);
}

/** How much was eaten, and in which unit. */
export function readServing(
  { amount, unitId }: { amount: Text; unitId: Given<string | undefined> }, form: IdForm,
): Serving {
  return {
    amount: readDecimal("Amount", amount, { min: 0.01, max: MOST, example: "1.5" }),
    unitId: readAnyId("Unit ID", unitId, { field: "id", tool: "List Food Units" }, form),
  };
}

/** What tells a food: its id where foods have ids, or its name with what it holds. */
interface Foods {
  foodId: Given<string | undefined>;
  foodName: Text;
  calories: Given<number | undefined>;
  carbs: Text;
  fat: Text;
  fiber: Text;
  protein: Text;
  sodium: Text;
}

/**
 * The food that is meant, by its id or by its name: one of the two. Throws a
 * ConfigurationError otherwise, and for values of a food that has its own.
 */
export function readFood({ foodId, foodName, ...given }: Foods, form: IdForm): NewFood["food"] {
  const name = readText("Food Name", foodName);
  const values = {
    calories: readCalories(given.calories),
    carbs: readAmount("Carbs", given.carbs, "27.5"),
    fat: readAmount("Fat", given.fat, "3.5"),
    fiber: readAmount("Fiber", given.fiber, "2.5"),
    protein: readAmount("Protein", given.protein, "12.5"),
    sodium: readAmount("Sodium", given.sodium, "120"),
  };
  const id = readAnyId("Food ID", foodId, FOOD_ID, form);
  if (id === undefined) {
    if (name !== undefined) return { name, values };
    throw new ConfigurationError(NEITHER);
  }
  const told = Object.values(values).some((value) => value !== undefined);
  if (name !== undefined || told) throw new ConfigurationError(BOTH);
  return { id };
}

const NEITHER = "Food Name is missing: fill it in, such as Porridge, or check the expression in it. On Fitbit that or Food ID, such as 81409.";
const BOTH = "Give either Food ID, whose values are known, or Food Name with calories and nutrients: one of them, not both.";

const FOOD_ID = { field: "foodId", tool: "List Recent Foods" };

/** The id of a food of the database. */
export function readFoodId(foodId: Given<string | undefined>, form: IdForm): string {
  return readId("Food ID", foodId, FOOD_ID, form);
}

/** Kilocalories of a food. */
export function readCalories(calories: Given<number | undefined>): number | undefined {
  return readInteger("Calories", calories, { max: MOST, example: "310" });
}

function readAmount(label: string, given: Text, example: string): number | undefined {
  return readDecimal(label, given, { max: MOST, example });
}
