import type { Call } from "../call";
import { get, type Requests } from "../fitbit/requests";
import { ApiError } from "../wire/errors";
import { path } from "../wire/paths";
import { readEach } from "../wire/records";
import type { NutritionApi } from "./api";
import { readFood, readHabit, readUnit } from "./records";
import type { Food, FoodHabit } from "./shapes";

const SCOPE = "nutrition";

/** Fitbit's paths of foods themselves. */
export const nutritionFoods = {
  /** https://dev.fitbit.com/build/reference/web-api/nutrition/get-food/ */
  async getFood(this: Requests, foodId: string, call: Call): Promise<Food> {
    const { food } = await get<{ food: object }>(this, {
      path: path`/1/foods/${foodId}.json`,
      root: "food",
      scope: SCOPE,
    }, call);
    return readFood(food) ?? unreadable();
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition/get-recent-foods/ */
  async listRecentFoods(this: Requests, call: Call) {
    return await habits(this, "recent", call);
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition/get-frequent-foods/ */
  async listFrequentFoods(this: Requests, call: Call) {
    return await habits(this, "frequent", call);
  },

  /** https://dev.fitbit.com/build/reference/web-api/nutrition/get-food-units/ */
  async listFoodUnits(this: Requests, call: Call) {
    const units = await get<unknown[]>(this, {
      path: path`/1/foods/units.json`,
      root: "[]",
      scope: SCOPE,
    }, call);
    return readEach(units, "food units", readUnit, call);
  },
} satisfies Partial<NutritionApi>;

async function habits(app: Requests, which: string, call: Call): Promise<FoodHabit[]> {
  const foods = await get<unknown[]>(app, {
    path: path`/1/user/-/foods/log/${which}.json`,
    root: "[]",
    scope: SCOPE,
  }, call);
  return readEach(foods, `${which} foods`, readHabit, call);
}

function unreadable(): never {
  throw new ApiError("unexpected", "Fitbit gave the food without an id. Run the step again later.");
}
