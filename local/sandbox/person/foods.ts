/** A unit that foods are measured in. */
export interface FoodUnit { id: number; name: string; plural: string }

const unit = (id: number, name: string, plural = `${name}s`): FoodUnit => ({ id, name, plural });

/** Some of the units that there are. */
export const FOOD_UNITS: readonly FoodUnit[] = [
  unit(91, "cup"), unit(128, "fl oz", "fl oz"), unit(147, "gram"), unit(179, "large"),
  unit(180, "lb", "lbs"), unit(204, "medium"), unit(209, "ml", "ml"), unit(226, "oz", "oz"),
  unit(304, "serving"), unit(311, "slice"), unit(349, "tbsp", "tbsp"), unit(389, "kg", "kg"),
];

export const unitById = (id: number): FoodUnit | undefined =>
  FOOD_UNITS.find((one) => one.id === id);

/** What a food holds: kilocalories and grams. */
export interface Held {
  kcal: number;
  carbs: number;
  fat: number;
  fiber: number;
  protein: number;
  sodium: number;
}

/** So much of a unit is so many times the default serving. */
interface Serving { unitId: number; size: number; multiplier: number }

/** A food of the catalogue; what it holds is that of the default serving, the first one. */
export interface Food {
  id: number;
  name: string;
  brand: string;
  servings: readonly [Serving, ...Serving[]];
  held: Held;
}

/** One of a unit, and how much of the food that weighs. */
function food(
  id: number, name: string, unitId: number, grams: number,
  [kcal, carbs, fat, fiber, protein, milligrams]: [
    number, number, number, number, number, number,
  ],
  brand = "",
): Food {
  return {
    id,
    name,
    brand,
    servings: [
      { unitId, size: 1, multiplier: 1 },
      { unitId: 147, size: 100, multiplier: 100 / grams },
      { unitId: 226, size: 1, multiplier: 28.3495 / grams },
    ],
    held: { kcal, carbs, fat, fiber, protein, sodium: milligrams / 1000 },
  };
}

/** The catalogue, as far as the person knows it. */
export const FOODS = [
  food(81409, "Apple", 204, 182, [95, 25.13, 0.31, 4.37, 0.47, 1.82]),
  food(81000, "Banana", 204, 118, [105, 26.95, 0.39, 3.07, 1.29, 1.18]),
  food(82301, "Porridge", 91, 234, [158, 27.25, 3.23, 4.01, 5.94, 115.13]),
  food(82294, "Wholemeal Bread", 311, 32, [81, 13.67, 1.13, 1.93, 3.98, 145.66]),
  food(82547, "Blueberries", 91, 148, [84, 21.45, 0.49, 3.55, 1.1, 1.48]),
  food(82782, "Orange Juice", 91, 248, [112, 25.79, 0.5, 0.5, 1.74, 2.48]),
  food(83110, "Lentil Soup", 91, 248, [139, 20.18, 2.8, 7.69, 9.27, 329.84]),
  food(83455, "Chicken Salad", 304, 250, [267, 9.35, 12.41, 3.12, 29.66, 486.55]),
  food(83990, "Salmon with Rice", 304, 320, [468, 44.8, 17.73, 1.65, 31.29, 241.02]),
  food(84021, "Spaghetti with Tomato Sauce", 304, 300, [398, 71.55, 6.21, 5.85, 13.28, 552.9]),
  food(14724757, "Peanut Butter", 349, 16, [96, 3.56, 8.12, 0.8, 3.55, 68], "Harvest Mill"),
  food(14046577, "Natural Yogurt", 304, 150, [92, 7.04, 4.87, 0, 5.22, 69.3], "Alder Dairy"),
] as const satisfies readonly Food[];

export const foodById = (id: number): Food | undefined => FOODS.find((one) => one.id === id);

/** What so much of a food holds; undefined where it is not measured in that unit. */
export function heldIn(
  { servings, held }: Food, amount: number, unitId: number,
): Held | undefined {
  const serving = servings.find((one) => one.unitId === unitId);
  if (!serving) return undefined;
  const times = (amount / serving.size) * serving.multiplier;
  const of = (value: number, digits = 100): number =>
    Math.round(value * times * digits) / digits;
  const { kcal, carbs, fat, fiber, protein, sodium } = held;
  return {
    kcal: of(kcal), carbs: of(carbs), fat: of(fat), fiber: of(fiber), protein: of(protein),
    sodium: of(sodium, 1e5),
  };
}
