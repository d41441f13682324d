import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import type { Twin } from "../../common/twin";
import { vitalsTold } from "../../common/vitals/sentences";

export const scopes = ["temperature"];

const action = defineAction({
  key: "fitbit-get-skin-temperature",
  name: "Get Skin Temperature",
  description: "Get by how much the skin was warmer or colder than usual in each night over any range, by the day that the night ended on: `skinTemperature` in °C, or °F, against the person's own baseline, which takes the first weeks of a watch. A night without any has no row. [See the documentation](https://dev.fitbit.com/build/reference/web-api/temperature/get-temperature-skin-summary-by-interval/)",
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
    startDate: {
      propDefinition: [
        fitbit,
        "seriesStartDate",
      ],
    },
    endDate: {
      propDefinition: [
        fitbit,
        "endDate",
      ],
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
      description: "The unit of the difference, e.g. `en_US` for °F. One of `metric`, `en_US`, `en_GB`; left out, `metric`, which is °C.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-skin-temperature");
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const series = await this.fitbit.getVitals("tempSkin", range, call);
    const { result, sentence, error } = vitalsTold("tempSkin", series, range, call.unitSystem);
    $.export("$summary", rangeSoFar(sentence, result, Date.now(), error));
    return result;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["skinTemperature"],
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.readonly"],
} satisfies Twin<typeof action>;
