import { readChoices } from "../input";
import type { Given } from "../pipedream";
import { mealOf, meals, type Meal } from "./meals";
import type { FoodLog } from "./shapes";

/** What a filter reads of a food: its meal. */
export function contentOfFood({ loggedFood }: FoodLog): string {
  return `m${loggedFood.mealTypeId ?? ""}`;
}

/** The meals that a user chose; what is left out means all. */
export function readMeals(given: Given<string[] | undefined>): Meal[] {
  return readChoices("Meals", given, meals);
}

/** Whether a food was eaten at one of the meals chosen. */
export function isOfMeals({ loggedFood }: FoodLog, chosen: readonly Meal[]): boolean {
  return !chosen.length || chosen.includes(mealOf(loggedFood.mealTypeId) ?? "anytime");
}
