import { millilitresOf, type Volume } from "../units";
import { mealTypeIdOf } from "./meals";
import type { FoodLog, NewFood } from "./shapes";

/** Millilitres by which the same drink may differ in another unit. */
const NEAR = 0.5;

/** Whether so many millilitres are the volume. */
export function isSameVolume(millilitres: number, volume: Volume): boolean {
  return Math.abs(millilitres - millilitresOf(volume)) < NEAR;
}

/** Whether a stored food of the day is the one to be logged, as far as that is told. */
export function isSameFood(
  { loggedFood }: FoodLog,
  { meal, food, serving }: NewFood,
  mealTypeId = mealTypeIdOf(meal),
): boolean {
  const { amount = loggedFood.amount } = serving;
  return isFood(loggedFood, food)
    && loggedFood.mealTypeId === mealTypeId
    && loggedFood.amount === amount;
}

function isFood(stored: FoodLog["loggedFood"], food: NewFood["food"]): boolean {
  if ("id" in food) return stored.foodId === food.id;
  const { calories = stored.calories } = food.values;
  const [name, wanted] = [stored.name, food.name].map((text) => text?.toLowerCase());
  return name === wanted && stored.calories === calories;
}
