import { MINUTE } from "../../person/days";
import { type Entry, UNNAMED_FOOD } from "../../person/truth";
import { type Fields, isObject } from "../read";
import type { Life } from "../state";
import { momentOf, observationInterval } from "../time";
import { type Point, starts, type Stream } from "./point";
import { nonZero } from "./rollups";

/** What a log tells; `own` is what this client wrote of it. The amount is that of truth. */
type Content = (amount: number, own: Fields | undefined) => object;

const quantity = (own: unknown, measure: string, amount: number): object =>
  ({ ...(isObject(own) && own), [measure]: amount });

const drink: Content = (amount, own) =>
  ({ amountConsumed: quantity(own?.amountConsumed, "milliliters", amount) });

const food: Content = (amount, own) => {
  const told = own ?? { foodDisplayName: UNNAMED_FOOD, mealType: "ANYTIME" };
  const energy = quantity(own?.energy, "kcal", amount);
  return { ...told, ...((!own || own.energy !== undefined) && { energy }) };
};

function pointOf({ person, state }: Life, entry: Entry, content: Content): Point {
  const { key, value: amount } = entry;
  const written = state.written.get(key);
  const start = written?.start ?? momentOf(person.timeline, entry.start);
  // Eating takes no time in truth, but an interval must not be empty.
  const end = written?.end ?? momentOf(person.timeline, entry.start + MINUTE);
  return {
    start,
    end,
    source: written ? "self" : "app",
    key,
    amount,
    value: () => (
      { interval: observationInterval(start, end), ...content(amount, written?.value) }
    ),
  };
}

function logs(type: Entry["type"], content: Content, sums: (logs: Fields[]) => object): Stream {
  return {
    points: (life, span) => life.person.entries()
      .filter((entry) => entry.type === type)
      .filter(starts(span))
      .map((entry) => pointOf(life, entry, content)),
    rollUp: (points) => sums(points.map(({ value }) => value() as Fields)),
  };
}

/** Quantities added up, with the unit that was given with the last of them. */
function sum(measure: string, quantities: Fields[]): object {
  const total = quantities.reduce((before, { [measure]: one }) => before + Number(one), 0);
  const unit = quantities.at(-1)?.userProvidedUnit;
  return {
    ...nonZero(`${measure}Sum`, total),
    ...(unit !== undefined && { userProvidedUnitLast: unit }),
  };
}

/** The sum of a field, if any of the logs has it. */
function sumOf(field: string, measure: string, all: Fields[]): object {
  const quantities = all.map(({ [field]: one }) => one).filter(isObject);
  return quantities.length > 0 ? { [field]: sum(measure, quantities) } : {};
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

export const hydrationLogStream = logs("water", drink, (all) =>
  sumOf("amountConsumed", "milliliters", all));

export const nutritionLogStream = logs("food", food, (all) => ({
  ...sumOf("energy", "kcal", all),
  ...sumOf("energyFromFat", "kcal", all),
  ...sumOf("totalCarbohydrate", "grams", all),
  ...sumOf("totalFat", "grams", all),
  ...nutrientSums(all),
}));
