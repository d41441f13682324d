import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { foodsEaten } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-get-food-log",
  name: "Get Food Log",
  description: "Get every food that was logged on a day, with the day's sums: calories, carbs, fat, fiber, protein, sodium and water. For many days use **Get Nutrition Time Series**, for water alone **Get Water Log**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/get-food-log/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
    date: {
      propDefinition: [
        fitbit,
        "date",
      ],
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
      description: "The unit of water: millilitres, or fluid ounces with `en_US`, e.g. `en_US`. One of `metric`, `en_US`, `en_GB`; left out, `metric`.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-food-log");
    const day = readDay("Date", this.date, "today");
    const { data, missing } = await this.fitbit.getFoodDay(day, call);
    $.export("$summary", foodsEaten(data, call.unitSystem));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["foodDay", "foodLog"],
  version: "0.0.1",
  scopes: ["nutrition.readonly"],
} satisfies Twin<typeof action>;
