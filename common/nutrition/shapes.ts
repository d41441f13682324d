import type { CivilDate } from "../dates";
import type { Volume } from "../units";
import type { Meal } from "./meals";

/** A unit that foods are measured in. Its id belongs to the app. */
export interface FoodUnit {
  id?: number | string;
  name?: string;
  plural?: string;
}

/** Kilocalories, grams, and of sodium milligrams; what is not known is absent. */
export interface NutritionalValues {
  calories?: number;
  carbs?: number;
  fat?: number;
  fiber?: number;
  protein?: number;
  sodium?: number;
}

/** What was eaten, how much of it and at which meal. */
export interface LoggedFood {
  name?: string;
  /** Of a food that the app's database has. */
  foodId?: string;
  calories?: number;
  amount?: number;
  mealTypeId?: number;
  unit?: FoodUnit;
  [field: string]: unknown;
}

/** https://dev.fitbit.com/build/reference/web-api/nutrition/get-food-log/ */
export interface FoodLog {
  logId: string;
  logDate?: CivilDate;
  loggedFood: LoggedFood;
  nutritionalValues?: NutritionalValues;
  [field: string]: unknown;
}

/** One day's foods and sums; what nothing tells is absent. */
export interface FoodDay {
  /** Absent where it is today, and nothing says which day that is. */
  date?: CivilDate;
  foods: FoodLog[];
  /** Water is in the unit of the call. */
  summary: NutritionalValues & { water?: number };
  goals?: { calories?: number };
  notes?: unknown[];
}

/** Something drunk, in the unit of the call. */
export interface WaterLog {
  logId: string;
  amount?: number;
}

/** The same with its day, by itself. */
export interface DatedWaterLog extends WaterLog {
  logDate: CivilDate;
}

/** https://dev.fitbit.com/build/reference/web-api/nutrition/get-water-log/ */
export interface WaterDay {
  date?: CivilDate;
  summary: { water?: number };
  water: WaterLog[];
}

/** A food to log: one of the database by its id, or any by its name. */
export interface NewFood {
  date: CivilDate;
  meal: Meal;
  food: { id: string } | NamedFood;
  serving: Serving;
}

export interface NamedFood {
  name: string;
  values: NutritionalValues;
}

/** How much; what is left out is one of the usual unit. */
export interface Serving {
  amount?: number;
  unitId?: string;
}

/** What a food log changes to; what is left out stays as it is, where the API can tell. */
export interface FoodChange {
  meal: Meal;
  serving: Serving;
  calories?: number;
}

/** Water to log. */
export interface NewWater {
  date: CivilDate;
  volume: Volume;
}

/** A food of the database: https://dev.fitbit.com/build/reference/web-api/nutrition/get-food/ */
export interface Food {
  foodId: string;
  name?: string;
  brand?: string;
  /** `PUBLIC`, or `PRIVATE` for one that a person made. */
  accessLevel?: string;
  /** Of the default serving. */
  calories?: number;
  defaultServingSize?: number;
  defaultUnit?: FoodUnit;
  locale?: string;
  servings?: FoodServing[];
  units?: (number | string)[];
  [field: string]: unknown;
}

/** How much of a unit is how many times the default serving. */
export interface FoodServing {
  multiplier?: number;
  servingSize?: number;
  unit?: FoodUnit;
  unitId?: number | string;
}

/** A food that the person eats: https://dev.fitbit.com/build/reference/web-api/nutrition/get-recent-foods/ */
export interface FoodHabit extends LoggedFood {
  dateLastEaten?: CivilDate;
}
