import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { unitsListed } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-list-food-units",
  name: "List Food Units",
  description: "List the units that foods are measured in, such as cup or serving, with the ids that **Log Food** takes. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/get-food-units/)",
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
    const call = callOf(this, $, "google_health-list-food-units");
    const units = await this.fitbit.listFoodUnits(call);
    $.export("$summary", unitsListed(units));
    return { units, count: units.length };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/list",
  version: "0.0.1",
  scopes: ["nutrition.readonly"],
} satisfies Twin<typeof action>;
