import { unitById } from "../../person/foods";
import { dataType, METHODS } from "../data-type";
import { invalid } from "../envelope";
import type { Fields } from "../read";
import type { Life } from "../state";
import { entries, removeFrom, session } from "../writer";
import { foodNamed, unitNamed } from "./catalogue";
import { eatenOf, filledIn, foodTold } from "./food-told";
import { type Content, logs } from "./logs";
import { demandQuantities, quantity, sumOf } from "./quantities";

/** What this client wrote: the server fills in what it knows of foods and of their units. */
const foodOf: Content = (life, entry, own) => {
  if (!own) return foodTold(life, entry);
  const known = foodNamed(life, own.food);
  const log = known ? filledIn(known, own) : own;
  const energy = log.energy !== undefined && {
    energy: quantity(log.energy, "kcal", entry.value),
  };
  return { ...log, ...energy, ...(log.serving !== undefined && { serving: named(log) }) };
};

function named({ serving }: Fields): object {
  const { foodMeasurementUnit, amount } = serving as Fields;
  const unit = unitById(unitNamed(foodMeasurementUnit) ?? 0);
  const name = amount === 1 ? unit?.name : unit?.plural;
  return { ...(serving as object), foodMeasurementUnitDisplayName: name };
}

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
function demandFood(life: Life, log: Fields): void {
  const path = "data_point.nutrition_log";
  const { switches } = life;
  const { food, foodDisplayName, serving } = log;
  if (food !== undefined && !foodNamed(life, food)) {
    throw invalid(`${path}.food`, `There is no food ${JSON.stringify(food)}.`);
  }
  const { foodMeasurementUnit: unit } = (serving ?? {}) as Fields;
  if (serving !== undefined && unitNamed(unit) === undefined) {
    const field = `${path}.serving.food_measurement_unit`;
    throw invalid(field, `There is no unit ${JSON.stringify(unit)}.`);
  }
  if (food === undefined && (foodDisplayName === undefined || foodDisplayName === "")) {
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
      const known = foodNamed(life, log.food);
      const told = known ? filledIn(known, log) : log;
      const { kcal = 0 } = (told.energy ?? {}) as Fields;
      const food = eatenOf(life, told);
      return life.person.addEntry("food", at.at, Number(kcal), { food }).key;
    },
    remove: removeFrom(entries),
  },
});
