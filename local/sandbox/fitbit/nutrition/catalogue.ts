import {
  type Food, FOOD_UNITS, foodById, type FoodUnit, unitById,
} from "../../person/foods";
import type { Eaten, Entry } from "../../person/truth";
import { UNNAMED_FOOD } from "../../person/truth";
import { notFound } from "../envelope";
import type { Answer, Call, Route } from "../route";

/** The unit of what is measured in no other. */
export const SERVING = 304;

/** Above the ids of the catalogue: foods that people name themselves. */
const OWN_FOOD = 700_000_000;

const ownId = (name: string): number =>
  OWN_FOOD + Buffer.from(name).reduce((h, b) => (h * 31 + b) % 10_000_019, 7);

const unitOf = (id: number): FoodUnit | undefined => unitById(id);

/** What is told of a food wherever it is told. */
const common = ({ id, name, brand }: Food) => (
  { accessLevel: "PUBLIC", brand, foodId: id, locale: "en_US", name }
);

const unitIds = ({ servings }: Food): number[] => servings.map(({ unitId }) => unitId);

/** A food as it was eaten: one of the catalogue, or one that the person named. */
export function eatenFood({ food, value }: Entry): object {
  const told: Eaten = food ?? { name: UNNAMED_FOOD, meal: 7 };
  const known = told.foodId === undefined ? undefined : foodById(told.foodId);
  const { name, meal: mealTypeId, amount = 1, unitId = SERVING } = told;
  return {
    ...(known
      ? { ...common(known), units: unitIds(known) }
      : { accessLevel: "PRIVATE", brand: "", foodId: ownId(name), name, units: [unitId] }),
    amount,
    calories: Math.round(value),
    mealTypeId,
    unit: unitOf(unitId),
  };
}

function foodByPath({ params }: Call): Answer {
  const food = /^\d{1,15}$/.test(params.id ?? "") ? foodById(Number(params.id)) : undefined;
  if (!food) throw notFound();
  const [usual] = food.servings;
  return {
    body: {
      food: {
        ...common(food),
        calories: Math.round(food.held.kcal),
        defaultServingSize: usual.size,
        defaultUnit: unitOf(usual.unitId),
        isGeneric: food.brand === "",
        servings: food.servings.map(({ unitId, size, multiplier }) => (
          { multiplier, servingSize: size, unit: unitOf(unitId), unitId }
        )),
        units: unitIds(food),
      },
    },
  };
}

const scope = "nutrition";

export const foodCatalogueRoutes: Route[] = [
  { method: "GET", path: "/1/foods/units.json", scope, answer: () => ({ body: FOOD_UNITS }) },
  { method: "GET", path: "/1/foods/:id.json", scope, answer: foodByPath },
];
