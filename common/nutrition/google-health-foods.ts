import type { Call } from "../call";
import { addDays } from "../dates";
import { defined, numberOf, textOf } from "../fields";
import type { DataPoint } from "../google-health/answers";
import { daysOf } from "../google-health/filters";
import type { Requests } from "../google-health/requests";
import { sourced, type Sourced } from "../google-health/sources";
import { localTime, newestFirst, startOf } from "../google-health/times";
import { figure, valueOf, type Numeric } from "../google-health/values";
import { whole } from "../wire/pages";
import type { Shape } from "../wire/records";
import type { NutritionApi } from "./api";
import {
  NUTRITION_LOG, toLoggedFood, unitIdOf, type NutritionLog,
} from "./google-health-log";
import type { Food, FoodHabit, FoodServing, FoodUnit } from "./shapes";

/** What the API answers with, as far as it is read. */
interface GoogleServing {
  amount?: Numeric;
  multiplier?: Numeric;
  foodMeasurementUnit?: string;
  foodMeasurementUnitDisplayName?: string;
  foodMeasurementUnitDisplayNamePlural?: string;
}

interface GoogleFood {
  displayName?: string;
  brand?: string;
  accessLevel?: string;
  languageCode?: string;
  energyAvg?: { kcal?: Numeric };
  defaultServing?: GoogleServing;
  servings?: GoogleServing[];
}

interface GoogleUnit {
  displayName?: string;
  pluralDisplayName?: string;
}

const SERVING = {
  foodMeasurementUnit: "text",
  foodMeasurementUnitDisplayName: "text",
  foodMeasurementUnitDisplayNamePlural: "text",
} as const;

const FOOD: Shape = {
  displayName: "text",
  brand: "text",
  accessLevel: "text",
  languageCode: "text",
  energyAvg: {},
  defaultServing: SERVING,
  servings: [SERVING],
};

/** The days whose logs say what a person eats. */
const HABIT_DAYS = 90;

/** Google's foods themselves. Their catalogue has thousands of pages: it is never walked. */
export const nutritionFoods = {
  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/get */
  async getFood(this: Requests, foodId: string, call: Call): Promise<Food> {
    const point = await this.getDataPoint("food", foodId, call);
    return toFood(foodId, valueOf<GoogleFood>(point, "food", FOOD) ?? {});
  },

  /** Worked out from the logs of the last 90 days. */
  async listRecentFoods(this: Requests, call: Call) {
    return (await foodsOfLate(this, call)).map(([newest]) => toHabit(newest));
  },

  /** Worked out from the logs of the last 90 days. */
  async listFrequentFoods(this: Requests, call: Call) {
    const foods = await foodsOfLate(this, call);
    return foods.sort((a, b) => b.length - a.length).map(([newest]) => toHabit(newest));
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/list */
  async listFoodUnits(this: Requests, call: Call) {
    const points = await whole(this.listDataPoints("food-measurement-unit", {}, call));
    return points.map(toUnit).filter(({ name }) => name !== undefined);
  },
} satisfies Partial<NutritionApi>;

type Eaten = [Sourced<NutritionLog>, ...Sourced<NutritionLog>[]];

/** Logs of one food together; the newest first, of each and of all. */
async function foodsOfLate(app: Requests, call: Call): Promise<Eaten[]> {
  const from = addDays(new Date().toISOString().slice(0, 10), -HABIT_DAYS);
  const query = { span: daysOf({ from }) };
  const all = await whole(
    sourced<NutritionLog>(app, "nutrition-log", query, call, NUTRITION_LOG),
  );
  const foods = new Map<string, Eaten>();
  for (const log of all.sort((a, b) => newestFirst(a.value, b.value))) {
    const { food, foodDisplayName } = log.value;
    const name = food ?? foodDisplayName?.toLowerCase();
    if (name === undefined) continue;
    const known = foods.get(name);
    if (known) known.push(log);
    else foods.set(name, [log]);
  }
  return [...foods.values()];
}

function toHabit({ value }: Sourced<NutritionLog>): FoodHabit {
  const dateLastEaten = localTime(startOf(value.interval)).slice(0, 10);
  return { ...toLoggedFood(value), dateLastEaten };
}

/** A food in Fitbit's shape; what it lacks is absent. */
function toFood(foodId: string, food: GoogleFood): Food {
  const { defaultServing, servings = [], languageCode } = food;
  const kcal = figure(food.energyAvg, "kcal");
  return {
    foodId,
    ...defined({
      name: food.displayName,
      brand: food.brand,
      accessLevel: food.accessLevel?.replace("FOOD_ACCESS_LEVEL_", ""),
      calories: kcal === undefined ? undefined : Math.round(kcal),
      defaultServingSize: numberOf(defaultServing?.amount),
      defaultUnit: defaultServing && unitOf(defaultServing),
      locale: languageCode?.replace("-", "_"),
    }),
    servings: servings.map(toServing),
    units: servings.flatMap((serving) => unitIdOf(serving.foodMeasurementUnit) ?? []),
  };
}

function toServing(serving: GoogleServing): FoodServing {
  return defined({
    multiplier: numberOf(serving.multiplier),
    servingSize: numberOf(serving.amount),
    unit: unitOf(serving),
    unitId: unitIdOf(serving.foodMeasurementUnit),
  });
}

function unitOf(serving: GoogleServing): FoodUnit {
  return defined({
    id: unitIdOf(serving.foodMeasurementUnit),
    name: serving.foodMeasurementUnitDisplayName,
    plural: serving.foodMeasurementUnitDisplayNamePlural,
  });
}

function toUnit({ name, ...point }: DataPoint): FoodUnit {
  const unit = valueOf<GoogleUnit>(point, "foodMeasurementUnit");
  return defined({
    id: unitIdOf(name),
    name: textOf(unit?.displayName),
    plural: textOf(unit?.pluralDisplayName),
  });
}
