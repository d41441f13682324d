import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readId, required } from "../../common/input";
import { readCalories, readMeal, readServing } from "../../common/nutrition/input";
import { updated } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-update-food-log",
  name: "Update Food Log",
  description: "Change the meal, the amount or the calories of a food log. Returns what was stored. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/update-food-log/)",
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
    foodLogId: {
      propDefinition: [
        fitbit,
        "foodLogId",
      ],
    },
    meal: {
      propDefinition: [
        fitbit,
        "foodMeal",
      ],
    },
    amount: {
      type: "string",
      label: "Amount",
      description: "How much was eaten, in the unit given beside it, e.g. `1.5`. Needed with a unit id, unless the food was logged by its name; left out, it stays as it is.",
      optional: true,
    },
    unitId: {
      propDefinition: [
        fitbit,
        "foodUnitId",
      ],
      description: "The id of the unit of the amount, e.g. `304` for servings. Take `id` from **List Food Units**. Needed, with the amount, of a food that was logged by its id.",
    },
    calories: {
      type: "integer",
      label: "Calories",
      description: "Kilocalories of all that was eaten, e.g. `310`: of a food that was logged by its name. Left out, they stay as they are.",
      optional: true,
      min: 0,
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-update-food-log");
    const form = this.fitbit.getIdForm();
    const logId = readId("Food Log ID", this.foodLogId, "Get Food Log", form);
    const change = {
      meal: required("Meal", readMeal(this.meal)),
      serving: readServing(this, form),
      calories: readCalories(this.calories),
    };
    const { data, missing } = await this.fitbit.updateFoodLog(logId, change, call);
    $.export("$summary", updated("food log", logId, data.foodLog?.logId));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Change the meal, the amount or the calories of a food log that the same Google client wrote: a new log takes its place, with an id of its own. Returns what was stored.",
  docs: "users.dataTypes.dataPoints/create",
  records: ["foodLog"],
  version: "0.0.1",
  scopes: ["nutrition.readonly", "nutrition.writeonly"],
} satisfies Twin<typeof action>;
