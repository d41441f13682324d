import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { readFlag } from "../../common/input";
import { readFood, readMeal, readServing } from "../../common/nutrition/input";
import { food } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import { timeZoneOfStart } from "../../common/props";
import { logged } from "../../common/sentences";
import type { Twin } from "../../common/twin";
import { writeOnce } from "../../common/write-once";

export const scopes = ["nutrition"];

export const example = { foodName: "Porridge", meal: "breakfast", calories: 310 };

const action = defineAction({
  key: "fitbit-log-food",
  name: "Log Food",
  description: "Record a food that was eaten: one of Fitbit's database by its id, or any by its name with calories and nutrients. Returns what was stored. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/create-food-log/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
    foodName: {
      type: "string",
      label: "Food Name",
      description: "What was eaten, e.g. `Porridge`. Give this with its calories and nutrients, or a food id.",
      optional: true,
    },
    foodId: {
      propDefinition: [
        fitbit,
        "foodId",
      ],
      description: "The id of a food in Fitbit's database, e.g. `81409`, whose calories and nutrients are known. Take `foodId` from **List Recent Foods** or **List Frequent Foods**. Give this with a unit id, or a food name.",
      optional: true,
    },
    meal: {
      propDefinition: [
        fitbit,
        "meal",
      ],
    },
    amount: {
      type: "string",
      label: "Amount",
      description: "How much was eaten, in the unit given beside it, e.g. `1.5`. Left out, it is 1.",
      optional: true,
    },
    unitId: {
      propDefinition: [
        fitbit,
        "foodUnitId",
      ],
      description: "The id of the unit of the amount, e.g. `304` for servings. Take `id` from **List Food Units**, and of a food with an id one of `units` of **Get Food**. Left out, it is servings.",
    },
    calories: {
      type: "integer",
      label: "Calories",
      description: "Kilocalories of all that was eaten, e.g. `310`.",
      optional: true,
      min: 0,
    },
    carbs: {
      type: "string",
      label: "Carbs",
      description: "Carbohydrates in grams, e.g. `27.5`.",
      optional: true,
    },
    fat: {
      type: "string",
      label: "Fat",
      description: "Fat in grams, e.g. `3.5`.",
      optional: true,
    },
    fiber: {
      type: "string",
      label: "Fiber",
      description: "Dietary fiber in grams, e.g. `2.5`.",
      optional: true,
    },
    protein: {
      type: "string",
      label: "Protein",
      description: "Protein in grams, e.g. `12.5`.",
      optional: true,
    },
    sodium: {
      type: "string",
      label: "Sodium",
      description: "Sodium in milligrams, e.g. `120`.",
      optional: true,
    },
    date: {
      propDefinition: [
        fitbit,
        "date",
      ],
      description: "The day it was eaten: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `2026-03-20`. Left out, it is today.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
    skipIfLogged: {
      propDefinition: [
        fitbit,
        "skipIfLogged",
      ],
      description: "Look first whether the same food is logged at that meal of the day, as far as it is told, and if it is, return it and write nothing, e.g. `true`. It takes one request more. Where this connection may not look, it writes, and `missing` says so. Left out, `false`.",
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-log-food");
    const form = this.fitbit.getIdForm();
    const day = readDay("Date", this.date, "today");
    const eaten = {
      food: readFood(this, form),
      meal: readMeal(this.meal) ?? "anytime",
      serving: readServing(this, form),
    };
    const skipIfLogged = readFlag("Skip If Logged", this.skipIfLogged);
    const log = { ...eaten, date: await this.fitbit.getCivilDay(day, call) };
    const { data, missing } = await writeOnce(skipIfLogged, {
      find: () => this.fitbit.findFoodLog(log, call),
      create: () => this.fitbit.createFoodLog(log, call),
    });
    const stored = food(data.foodLog ?? { loggedFood: {} });
    $.export("$summary", logged(`${stored} on ${log.date}`, data));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Record a food that was eaten, by its name with calories and nutrients: today as of now, on another day at the usual hour of its meal. Returns what was stored.",
  docs: "users.dataTypes.dataPoints/create",
  records: ["foodLog"],
  version: "0.0.1",
  scopes: ["nutrition.readonly", "nutrition.writeonly"],
  props: {
    foodName: {
      description: "What was eaten, e.g. `Porridge`.",
      optional: false,
    },
    foodId: null,
    amount: {
      description: "How much was eaten, in the unit given beside it, e.g. `1.5`. Left out, it is 1 where there is a unit.",
    },
    unitId: {
      description: "The id of the unit of the amount, needed with it, e.g. `304`. Take `id` from **List Food Units**.",
    },
    timeZone: {
      description: timeZoneOfStart,
    },
  },
} satisfies Twin<typeof action>;
