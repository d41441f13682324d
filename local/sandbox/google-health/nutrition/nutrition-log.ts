import { UNNAMED_FOOD } from "../../person/truth";
import { dataType, METHODS } from "../data-type";
import { HealthError, invalid } from "../envelope";
import type { Fields } from "../read";
import type { Life } from "../state";
import { entries, record, removeFrom, session } from "../writer";
import { type Content, logs } from "./logs";
import { demandQuantities, quantity, sumOf } from "./quantities";

const foodOf: Content = (amount, own) => {
  const told = own ?? { foodDisplayName: UNNAMED_FOOD, mealType: "ANYTIME" };
  const energy = quantity(own?.energy, "kcal", amount);
  return { ...told, ...((!own || own.energy !== undefined) && { energy }) };
};

/** A sum for each nutrient that any of the logs has. */
function nutrientSums(all: Fields[]): object {
  const parts = all.flatMap(({ nutrients }) => (nutrients ?? []) as Fields[]);
  const kinds = [...new Set(parts.map(({ nutrient }) => nutrient))];
  const nutrients = kinds.map((nutrient) => ({
    nutrient,
    ...sumOf("quantity", "grams", parts.filter((part) => part.nutrient === nutrient)),
  }));
  return nutrients.length > 0 ? { nutrients } : {};
}

const sums = (all: Fields[]): object => ({
  ...sumOf("energy", "kcal", all),
  ...sumOf("energyFromFat", "kcal", all),
  ...sumOf("totalCarbohydrate", "grams", all),
  ...sumOf("totalFat", "grams", all),
  ...nutrientSums(all),
});

/** https://developers.google.com/health/reference/rest/v4/NutritionLog */
const MEALS = ["BREAKFAST", "LUNCH", "DINNER", "SNACK"];

/** What is asked of a log beyond the types of its fields. */
function demandFood({ switches }: Life, log: Fields): void {
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

export const nutritionLog = dataType("nutrition-log", "session", "nutrition", METHODS.all, {
  stream: logs("food", foodOf, sums),
  writer: {
    message: "NutritionLog",
    patched: () => "failed",
    read: session,
    add: (life, [at], log) => {
      demandFood(life, log);
      const { kcal = 0 } = (log.energy ?? {}) as Fields;
      return record("food", entries)(life, at, Number(kcal));
    },
    remove: removeFrom(entries),
  },
});
