import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { foodAndWaterOf } from "../../common/nutrition/day";
import { eatenAndDrunk } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-get-nutrition-water",
  name: "Get Nutrition And Water Logs",
  description: "Get what was eaten and drunk on a day: the day's sums, its foods and its water, each half on its own. For foods or water alone use **Get Food Log** or **Get Water Log**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/get-food-log/)",
  version: "0.1.0",
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
    const call = callOf(this, $, "google_health-get-nutrition-water");
    const day = readDay("Date", this.date, "today");
    const { data, missing } = await foodAndWaterOf(this.fitbit, day, call);
    $.export("$summary", eatenAndDrunk(data, call.unitSystem));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["foodDay", "foodLog", "waterDay"],
  version: "0.0.1",
  scopes: ["nutrition.readonly"],
} satisfies Twin<typeof action>;
