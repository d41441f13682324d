import { HealthError, invalid } from "./envelope";
import { type Fields, isObject, snake } from "./read";
import type { Life } from "./state";
import { within } from "./writer";

const MEASURES = ["kcal", "grams", "milliliters"];
const MOST = 100_000;

/** Energies, weights and volumes, wherever they stand in a value, lie within their range. */
export function demandQuantities(value: unknown, path: string): void {
  if (Array.isArray(value)) {
    value.forEach((part, i) => demandQuantities(part, `${path}[${i}]`));
  }
  if (!isObject(value)) return;
  for (const [name, part] of Object.entries(value)) {
    const inner = `${path}.${snake(name)}`;
    if (MEASURES.includes(name)) within(part, inner, MOST);
    else demandQuantities(part, inner);
  }
}

/** https://developers.google.com/health/reference/rest/v4/NutritionLog */
const MEALS = ["BREAKFAST", "LUNCH", "DINNER", "SNACK"];

/** What is asked of a food log beyond the types of its fields. */
export function demandFoodLog({ switches }: Life, log: Fields): void {
  const path = "data_point.nutrition_log";
  const { food, foodDisplayName, serving } = log;
  if (food !== undefined || serving !== undefined) {
    throw new HealthError(501, "The sandbox keeps no catalogue of foods and their units:"
      + " leave food and serving out.");
  }
  if (foodDisplayName === undefined || foodDisplayName === "") {
    throw invalid(path, "A nutrition log needs food or food_display_name.");
  }
  const meal = log.mealType as string | undefined;
  if (meal !== undefined && !switches.anyMealType && !MEALS.includes(meal)) {
    const field = `${path}.meal_type`;
    throw invalid(field, `Invalid value at '${field}': must be one of ${MEALS.join(", ")}`);
  }
  demandQuantities(log, path);
}
