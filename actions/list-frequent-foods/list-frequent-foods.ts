import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { foodsListed } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-list-frequent-foods",
  name: "List Frequent Foods",
  description: "List the foods that you eat most often, with how much of each and at which meal. For the foods of a day use **Get Food Log**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/get-frequent-foods/)",
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
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-list-frequent-foods");
    const foods = await this.fitbit.listFrequentFoods(call);
    $.export("$summary", foodsListed(foods, "frequent"));
    return { foods, count: foods.length };
  },
});

export default action;

export const googleHealth = {
  description: "List the foods that you logged in the last 90 days, the most frequent first, with how much of each and at which meal. For the foods of a day use **Get Food Log**.",
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["foodHabit"],
  version: "0.0.1",
  scopes: ["nutrition.readonly"],
} satisfies Twin<typeof action>;
