import { isFields, type Fields } from "../../local/runtime/component";

/** A value at both doors; undefined where it is absent. */
type Two = readonly [unknown, unknown];

/** Fitbit writes 0 of what nobody told. */
const untold = (values: Two): boolean => values.includes(undefined) && values.includes(0);

/** Either door has an id of its own, and Google none of what its database has not. */
const ownId = ([left, right]: Two): boolean =>
  typeof left === "string" && (right === undefined || typeof right === "string");

/** A name alone, which may be in the plural. */
const unit = ([left, right]: Two): boolean => {
  if (left === undefined || right === undefined) return true;
  if (typeof left !== "string" || typeof right !== "string") return false;
  return left.startsWith(right) || right.startsWith(left);
};

/** Fitbit takes a serving for granted. */
const serving = ([left, right]: Two): boolean => left === 1 && right === undefined;

const ANYTIME = 7;
const SNACKS: unknown[] = [2, 4, 6];

/** A snack that was logged through Google's door. */
const snack = (values: Two): boolean =>
  values.includes(ANYTIME) && values.some((meal) => SNACKS.includes(meal));

/** How far approximate fields of foods and water may differ. */
export const nutritionRules = {
  "foodDay summary": untold,
  "waterDay summary.water": untold,
  "foodLog loggedFood.foodId": ownId,
  "foodLog loggedFood.unit": unit,
  "foodLog loggedFood.amount": serving,
  "foodLog loggedFood.mealTypeId": snack,
  "foodLog loggedFood.calories": untold,
  "foodLog nutritionalValues": untold,
  "nutritionFigures caloriesIn": untold,
  "nutritionFigures water": untold,
  "food foodId": ownId,
  "foodHabit foodId": ownId,
  "foodHabit unit": unit,
  "foodHabit amount": serving,
  "foodHabit calories": untold,
};

const ROWS = /^foods-log-(.+)$/;

/** A series without its rows, where they say what its days say. */
export function withoutFoodRows(result: Fields): Fields {
  const days = new Map((result.days as Fields[]).map((day) => [day.date, day]));
  return Object.fromEntries(Object.entries(result).filter(([root, rows]) => {
    const [, metric = ""] = ROWS.exec(root) ?? [];
    const isSame = (row: unknown) =>
      isFields(row) && row.value === days.get(row.dateTime)?.[metric];
    return !metric || !(rows as unknown[]).every(isSame);
  }));
}
