import type { Call } from "../call";
import type { CivilDate } from "../dates";
import { isFields } from "../fields";
import { rowsByDay } from "../fitbit/days";
import { get, type Requests } from "../fitbit/requests";
import type { DaySource } from "../series";
import { path } from "../wire/paths";
import { readEach } from "../wire/records";
import { rootOf, type NutritionMetric } from "./metrics";
import { camelCased, figureOf, readFoodLog, readSums, readWaterLog } from "./records";

/** The scope of all that is eaten and drunk. */
export const SCOPE = "nutrition";

/** Days of one request of a series. */
const LONGEST = 1_095;

/** A day of foods; one without its list is no empty day. */
export async function askFoods(app: Requests, date: CivilDate, call: Call) {
  const { foods, summary, goals, notes } = await get<Record<string, unknown>>(app, {
    path: path`/1/user/-/foods/log/date/${date}.json`,
    root: "foods[]",
    scope: SCOPE,
  }, call);
  return {
    foods: readEach(foods, "food logs", readFoodLog, call),
    summary: readSums(summary),
    ...isFields(goals) && { goals: { ...goals, calories: figureOf(goals.calories) } },
    ...Array.isArray(notes) && { notes: notes as unknown[] },
  };
}

/** A day of water; one without its list is no empty day. */
export async function askWater(app: Requests, date: CivilDate, call: Call) {
  const { water, summary } = await get<Record<string, unknown>>(app, {
    path: path`/1/user/-/foods/log/water/date/${date}.json`,
    root: "water[]",
    scope: SCOPE,
  }, call);
  return {
    summary: { water: figureOf(isFields(summary) ? summary.water : undefined) },
    water: readEach(water, "water logs", readWaterLog, call),
  };
}

/** How Google's front end wrote a root for some days of August 2025. */
function snakeCased(root: string): string {
  return root.replaceAll("-", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The daily figures of a metric, as far as they can be read. */
export function dailySeries(
  app: Requests, metric: NutritionMetric, call: Call,
): DaySource<number> {
  const root = rootOf(metric);
  const roots = [root, snakeCased(root)];
  return {
    parts: [metric],
    longest: LONGEST,
    async ask({ from, to }) {
      // A root that is missing is no empty series: https://github.com/home-assistant/core/issues/150311
      const body = await get<Record<string, unknown>>(app, {
        path: path`/1/user/-/foods/log/${metric}/date/${from}/${to}.json`,
        scope: SCOPE,
        root: roots.map((name) => `${name}[]`),
      }, call);
      const rows = roots.flatMap((name) => rowsByDay(camelCased(body[name])));
      return rows.flatMap(([date, row]): [CivilDate, number][] => {
        // A number, or text in older answers.
        const value = figureOf(row.value);
        return value === undefined ? [] : [[date, value]];
      });
    },
  };
}
