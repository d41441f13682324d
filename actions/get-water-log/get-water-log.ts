import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { waterDrunk } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-get-water-log",
  name: "Get Water Log",
  description: "Get the water that was logged on a day: each log, and the sum. For many days use **Get Nutrition Time Series**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/get-water-log/)",
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
    const call = callOf(this, $, "google_health-get-water-log");
    const day = readDay("Date", this.date, "today");
    const { data, missing } = await this.fitbit.getWaterDay(day, call);
    $.export("$summary", waterDrunk(data, call.unitSystem));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["waterDay"],
  version: "0.0.1",
  scopes: ["nutrition.readonly"],
} satisfies Twin<typeof action>;
