import { type Food, FOOD_UNITS, FOODS, unitById } from "../../person/foods";
import { dataType } from "../data-type";
import type { Point } from "../points/point";
import type { Life } from "../state";

const ALWAYS = { at: 0, offset: 0 };

/** A point of a catalogue, which nobody measured and which has no time. */
const catalogued = (key: string, value: () => object): Point =>
  ({ start: ALWAYS, end: ALWAYS, source: "app", key, amount: 0, value });

/** The resource name of a food's unit: it ends with the number that Fitbit has for it. */
export const unitName = ({ state }: Life, id: number): string =>
  `users/${state.ids.user}/dataTypes/food-measurement-unit/dataPoints/${id}`;

const foodKey = ({ id }: Food): string => `catalogue:${id}`;

/** The resource name of a food: its id is this API's own. */
export const foodName = ({ state }: Life, food: Food): string =>
  `users/${state.ids.user}/dataTypes/food/dataPoints/${state.ids.idOf(foodKey(food))}`;

const lastOf = (name: unknown): string => String(name).split("/").at(-1) ?? "";

/** The food that a resource name names. */
export const foodNamed = ({ state }: Life, name: unknown): Food | undefined =>
  FOODS.find((food) => state.ids.idOf(foodKey(food)) === lastOf(name));

/** The number of the unit that a resource name names. */
export const unitNamed = (name: unknown): number | undefined =>
  unitById(Number(lastOf(name)))?.id;

function servingOf(
  life: Life, { unitId, size, multiplier }: Food["servings"][number],
): object {
  const { name = "", plural = "" } = unitById(unitId) ?? {};
  return {
    amount: size,
    foodMeasurementUnit: unitName(life, unitId),
    foodMeasurementUnitDisplayName: name,
    foodMeasurementUnitDisplayNamePlural: plural,
    multiplier,
  };
}

function foodValue(life: Life, food: Food): object {
  const { servings, brand, name, held } = food;
  const nutrient = (kind: string, grams: number) => ({ nutrient: kind, quantity: { grams } });
  return {
    accessLevel: "FOOD_ACCESS_LEVEL_PUBLIC",
    ...(brand !== "" && { brand }),
    displayName: name,
    languageCode: "en-US",
    defaultServing: servingOf(life, servings[0]),
    servings: servings.map((serving) => servingOf(life, serving)),
    energyAvg: { kcal: held.kcal },
    totalCarbohydrate: { grams: held.carbs },
    totalFat: { grams: held.fat },
    nutrients: [
      nutrient("DIETARY_FIBER", held.fiber), nutrient("PROTEIN", held.protein),
      nutrient("SODIUM", held.sodium),
    ],
  };
}

const catalogue = (id: string, points: (life: Life) => Point[]) =>
  dataType(id, "food", "nutrition", ["list", "get"], {
    listTakesFamily: false,
    stream: { points },
  });

export const foods = catalogue("food", (life) => FOODS.map((food) =>
  catalogued(foodKey(food), () => foodValue(life, food))));

export const foodUnits = catalogue("food-measurement-unit", ({ state }) => (
  // Lists go backwards.
  [...FOOD_UNITS].reverse().map(({ id, name, plural }) => {
    const key = `unit:${id}`;
    state.ids.give(key, String(id));
    return catalogued(key, () => ({ displayName: name, pluralDisplayName: plural }));
  })
));
