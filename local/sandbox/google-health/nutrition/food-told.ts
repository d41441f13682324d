import { type Food, foodById, type Held, heldIn, unitById } from "../../person/foods";
import { type Eaten, type Entry, UNNAMED_FOOD } from "../../person/truth";
import { type Fields, isObject } from "../read";
import type { Life } from "../state";
import { foodName, foodNamed, unitNamed } from "./catalogue";

/** The meals by their numbers. */
const MEALS = [
  "", "BREAKFAST", "BEFORE_LUNCH", "LUNCH", "BEFORE_DINNER", "DINNER", "AFTER_DINNER", "ANYTIME",
];
const ANYTIME = 7;

const NUTRIENTS = { PROTEIN: "protein", DIETARY_FIBER: "fiber", SODIUM: "sodium" } as const;

const numberIn = (quantity: unknown, measure: string): number | undefined =>
  (isObject(quantity) ? Number(quantity[measure] ?? 0) : undefined);

/** Amounts are kept in 32 bits, whose dust shows. */
const stored = (grams: number): object => ({ grams: Math.fround(grams) });

/** What the app tells of a food; a unit by its name alone. */
export function foodTold(life: Life, { food, value }: Entry): object {
  const energy = { kcal: value };
  if (!food) return { foodDisplayName: UNNAMED_FOOD, mealType: "ANYTIME", energy };
  const { name, foodId, meal, amount, unitId = 0, carbs, fat } = food;
  const known = foodId === undefined ? undefined : foodById(foodId);
  const unit = unitById(unitId);
  const nutrients = Object.entries(NUTRIENTS).flatMap(([nutrient, field]) => {
    const grams = food[field];
    return grams === undefined ? [] : [{ nutrient, quantity: stored(grams) }];
  });
  return {
    ...(known && { food: foodName(life, known) }),
    foodDisplayName: name,
    mealType: MEALS[meal] ?? "ANYTIME",
    energy: { ...energy, userProvidedUnit: "KILOCALORIE" },
    ...(carbs !== undefined && { totalCarbohydrate: stored(carbs) }),
    ...(fat !== undefined && { totalFat: stored(fat) }),
    ...(nutrients.length > 0 && { nutrients }),
    ...(unit && amount !== undefined && {
      serving: {
        amount, foodMeasurementUnitDisplayName: amount === 1 ? unit.name : unit.plural,
      },
    }),
  };
}

/** What a client wrote of a food, as it is true of the person. */
export function eatenOf(life: Life, log: Fields): Eaten {
  const { foodDisplayName, mealType, totalCarbohydrate, totalFat, nutrients = [] } = log;
  const { amount, foodMeasurementUnit } = (log.serving ?? {}) as Fields;
  const meal = MEALS.indexOf(String(mealType));
  const grams = (kind: string) => {
    const found = (nutrients as Fields[]).find(({ nutrient }) => nutrient === kind);
    return numberIn(found?.quantity, "grams");
  };
  return {
    name: String(foodDisplayName),
    foodId: foodNamed(life, log.food)?.id,
    meal: meal > 0 ? meal : ANYTIME,
    amount: amount as number | undefined,
    unitId: unitNamed(foodMeasurementUnit),
    carbs: numberIn(totalCarbohydrate, "grams"),
    fat: numberIn(totalFat, "grams"),
    fiber: grams("DIETARY_FIBER"),
    protein: grams("PROTEIN"),
    sodium: grams("SODIUM"),
  };
}

/** A log of a food of the catalogue, filled in with what that holds. */
export function filledIn(food: Food, log: Fields): Fields {
  const [{ unitId: usual }] = food.servings;
  const { amount = 1, foodMeasurementUnit } = (log.serving ?? {}) as Fields;
  const unit = unitNamed(foodMeasurementUnit) ?? usual;
  const held: Held = heldIn(food, Number(amount), unit) ?? food.held;
  return {
    ...log,
    foodDisplayName: food.name,
    energy: { kcal: held.kcal },
    totalCarbohydrate: { grams: held.carbs },
    totalFat: { grams: held.fat },
    nutrients: Object.entries(NUTRIENTS).map(([nutrient, field]) => (
      { nutrient, quantity: { grams: held[field] } }
    )),
  };
}
