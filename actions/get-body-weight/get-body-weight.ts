import fitbit from "../../fitbit.app";
import { weightOfDay } from "../../common/body/sentences";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["weight"];

const action = defineAction({
  key: "fitbit-get-body-weight",
  name: "Get Body Weight",
  description: "Get every weighing of one day, as the weight log has it. For more than one day use **List Weight Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/body/get-weight-log/)",
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
      description: "The units of weights, e.g. `en_US`. One of `metric` (kg), `en_US` (pounds), `en_GB` (stone); left out, `metric`.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-body-weight");
    const day = readDay("Date", this.date, "today");
    const weights = await this.fitbit.getWeightDay(day, call);
    $.export("$summary", weightOfDay(weights, day, call.unitSystem));
    return { weight: weights.weight };
  },
});

export default action;

export const googleHealth = {
  description: "Get every weighing of one day, in the shape of Fitbit's weight log. For more than one day use **List Weight Logs**.",
  docs: "users.dataTypes.dataPoints/list",
  records: ["weightLog"],
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.readonly"],
} satisfies Twin<typeof action>;
