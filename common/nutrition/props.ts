import { optionsCall } from "../call";
import { addDays } from "../dates";
import type { DaysApi } from "../days";
import type { OptionsAnswer, OptionsQuery } from "../pipedream";
import type { LogsWanted, NutritionApi } from "./api";
import { meals } from "./meals";
import { food } from "./sentences";

type Api = NutritionApi & Pick<DaysApi, "getToday">;

/** Days whose logs are offered: today's and those before. */
const OFFERED_DAYS = 3;

/** The logs of late that this app may delete, newest first. */
async function recentLogs<T>(
  app: Api,
  { page }: OptionsQuery,
  list: (wanted: LogsWanted) => Promise<T[]>,
  toOption: (log: T) => { label: string; value: string },
): Promise<OptionsAnswer> {
  if (page > 0) return { options: [] };
  const to = await app.getToday(optionsCall());
  const logs = await list({ from: addDays(to, 1 - OFFERED_DAYS), to, own: true });
  return { options: logs.reverse().map(toOption) };
}

const NAMES = meals.map((meal) => `\`${meal}\``).join(", ");

const MEAL = {
  type: "string",
  label: "Meal",
  description: `The meal it was eaten at, e.g. \`lunch\`. One of ${NAMES}`,
  options: meals,
} as const;

export const nutritionProps = {
  foodLogId: {
    type: "string",
    label: "Food Log ID",
    description: "The id of a food log, e.g. `2369048793018741424`. Take `logId` from **Get Food Log**.",
    async options(this: Api, query: OptionsQuery) {
      const list = (wanted: LogsWanted) => this.listFoodLogs(wanted, optionsCall());
      return recentLogs(this, query, list, ({ date, log }) => (
        { label: `${date}: ${food(log)}`, value: log.logId }
      ));
    },
  },
  waterLogId: {
    type: "string",
    label: "Water Log ID",
    description: "The id of a water log, e.g. `2369048793018741424`. Take `logId` from **Get Water Log**.",
    async options(this: Api, query: OptionsQuery) {
      const list = (wanted: LogsWanted) => this.listWaterLogs(wanted, optionsCall());
      return recentLogs(this, query, list, ({ date, log: { amount = "?", logId } }) => (
        { label: `${date}: ${amount} ml`, value: logId }
      ));
    },
  },
  foodId: {
    type: "string",
    label: "Food ID",
    description: "The id of a food in the app's own database, e.g. `81409`. Take `foodId` from **List Recent Foods** or **List Frequent Foods**.",
    async options(this: Api, { page }: OptionsQuery) {
      const foods = page > 0 ? [] : await this.listRecentFoods(optionsCall());
      return foods.flatMap(({ name, foodId }) =>
        name === undefined || foodId === undefined ? [] : [{ label: name, value: foodId }]);
    },
  },
  meal: {
    ...MEAL,
    description: `${MEAL.description}; left out, \`anytime\`.`,
    optional: true,
  },
  /** Of a food that is logged already. */
  foodMeal: {
    ...MEAL,
    description: `${MEAL.description}: the one that it has, where that is to stay.`,
  },
  /** Of a source. */
  meals: {
    type: "string[]",
    label: "Meals",
    description: `Only foods of these meals, e.g. \`lunch\`. Any of ${NAMES}; left out, all.`,
    optional: true,
    options: meals,
  },
  foodUnitId: {
    type: "string",
    label: "Unit ID",
    description: "The id of the unit of the amount, e.g. `304` for servings. Take `id` from **List Food Units**, or from `units` of **Get Food**.",
    optional: true,
  },
  waterAmount: {
    type: "string",
    label: "Amount",
    description: "How much water, in the unit given beside it, e.g. `250`.",
  },
  waterUnit: {
    type: "string",
    label: "Unit",
    description: "The unit of the amount, e.g. `ml`. One of `ml`, `fl oz`, `cup`; ounces and cups are those of the United States.",
    options: ["ml", "fl oz", "cup"],
  },
} as const;
