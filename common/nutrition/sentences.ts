import type { CivilDate } from "../dates";
import { inWords, type RangeExtent } from "../ranges";
import { amount, counted, nothing } from "../sentences";
import { figuresOf } from "../statistics";
import { unitsOf, type UnitSystem, type Volume } from "../units";
import type { FoodAndWater } from "./day";
import { mealOf } from "./meals";
import type { NutritionFigures, NutritionMetric } from "./metrics";
import type {
  DatedWaterLog, Food, FoodDay, FoodHabit, FoodLog, FoodUnit, WaterDay,
} from "./shapes";

/** `on 2026-03-20`, or `today` where nothing says which day that is. */
const on = (date: CivilDate | undefined) => date === undefined ? "today" : `on ${date}`;

/** `500 ml`, in the unit of a system. */
function water(volume: number, units?: UnitSystem): string {
  return `${amount(volume)} ${unitsOf(units).volume.word}`;
}

/** `3 foods, 1,240 kcal, 1,500 ml of water on 2026-03-20`. */
export function foodsEaten({ date, foods, summary }: FoodDay, units?: UnitSystem): string {
  const { calories, water: drunk } = summary;
  if (!foods.length && !calories && !drunk) return nothing(`foods ${on(date)}`);
  const parts = [
    counted(foods.length, "food"),
    calories === undefined ? "" : `${amount(calories)} kcal`,
    drunk ? `${water(drunk, units)} of water` : "",
  ];
  return `${parts.filter(Boolean).join(", ")} ${on(date)}`;
}

/** `1,500 ml of water in 3 logs on 2026-03-20`. */
export function waterDrunk(
  { date, water: logs, summary }: WaterDay, units?: UnitSystem,
): string {
  if (!logs.length && !summary.water) return nothing(`water ${on(date)}`);
  const sum = summary.water === undefined ? "Water" : `${water(summary.water, units)} of water`;
  return `${sum} in ${counted(logs.length, "log")} ${on(date)}`;
}

/** `3 foods, 1,240 kcal, and 1,500 ml of water in 3 logs on 2026-03-20`. */
export function eatenAndDrunk({ date, raw }: FoodAndWater, units?: UnitSystem): string {
  const { nutrition: eaten, water: drunk } = raw;
  const halves = [
    eaten && foodsEaten({ ...eaten, summary: { ...eaten.summary, water: undefined } }),
    drunk && waterDrunk(drunk, units),
  ].flatMap((half) => half?.replace(/ today$/, "") ?? []);
  const known = halves.filter((half) => !half.startsWith("No "));
  return known.length ? `${known.join(", and ")} ${on(date)}` : nothing(`food or water ${on(date)}`);
}

/** `500 ml of water on 2026-03-20`. */
export function drink({ amount: volume, logDate }: DatedWaterLog, units?: UnitSystem): string {
  return `${volume === undefined ? "Water" : `${water(volume, units)} of water`} on ${logDate}`;
}

/** `8 fl oz of water on 2026-03-20`. */
export function waterOn({ value, unit }: Volume, date: CivilDate): string {
  return `${amount(value)} ${unit} of water on ${date}`;
}

/** `Porridge, 310 kcal, at breakfast`. */
export function food({ loggedFood }: Pick<FoodLog, "loggedFood">): string {
  const { name = "a food", calories, mealTypeId } = loggedFood;
  const meal = mealOf(mealTypeId) ?? "anytime";
  return [
    name,
    // Fitbit writes 0 of what it was not told.
    calories ? `${amount(calories)} kcal` : "",
    meal === "anytime" ? "" : `at ${meal}`,
  ].filter(Boolean).join(", ");
}

/** What an update says of a record, which may have got another id by it. */
export function updated(record: string, logId: string, stored: string | undefined): string {
  const isNew = stored !== undefined && stored !== logId;
  return `Updated ${record} ${logId}${isNew ? `: its id is now ${stored}` : ""}`;
}

const WORDS: Record<NutritionMetric, (figure: number, units?: UnitSystem) => string> = {
  caloriesIn: (kcal) => `${amount(Math.round(kcal))} kcal eaten`,
  water: (volume, units) => `${water(Math.round(volume), units)} of water`,
};

/**
 * `1,850 kcal eaten on average, on 5 days from …`. A day of which nothing was logged says
 * nothing of what was eaten.
 */
export function nutritionOverDays(
  metrics: readonly NutritionMetric[],
  { days, ...extent }: RangeExtent & { days: readonly NutritionFigures[] },
  units?: UnitSystem,
): string {
  const means = metrics.flatMap((metric) => {
    const logged = figuresOf(days, metric).filter((figure) => figure > 0);
    if (!logged.length) return [];
    const mean = logged.reduce((sum, figure) => sum + figure, 0) / logged.length;
    const often = logged.length === 1 ? "on 1 day" : `on average on ${logged.length} days`;
    return [`${WORDS[metric](mean, units)} ${often}`];
  });
  const range = inWords(extent);
  return means.length ? `${means.join(", ")}, ${range}` : nothing(`food or water logged ${range}`);
}

/** `Blueberries: 79 kcal in 1 cup`. */
export function foodFound({ name = "The food", calories, defaultServingSize, ...food }: Food) {
  if (calories === undefined) return name;
  const { name: unit, plural = unit } = food.defaultUnit ?? {};
  const size = defaultServingSize ?? 1;
  const serving = unit === undefined ? "" : ` in ${amount(size)} ${size === 1 ? unit : plural}`;
  return `${name}: ${amount(calories)} kcal${serving}`;
}

/** `5 recent foods: Porridge, Banana, Soup …`. */
export function foodsListed(foods: readonly FoodHabit[], which: string): string {
  if (!foods.length) return nothing(`${which} foods`);
  const names = foods.slice(0, 3).map(({ name }) => name);
  return `${counted(foods.length, `${which} food`)}: ${names.join(", ")}${foods.length > 3 ? " …" : ""}`;
}

/** `389 units of foods`. */
export function unitsListed(units: readonly FoodUnit[]): string {
  return units.length ? `${counted(units.length, "unit")} of foods` : nothing("units of foods");
}
