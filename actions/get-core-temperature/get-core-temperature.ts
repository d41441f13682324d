import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import type { Twin } from "../../common/twin";
import { coreTold } from "../../common/vitals/sentences";

export const scopes = ["temperature"];

const action = defineAction({
  key: "fitbit-get-core-temperature",
  name: "Get Core Temperature",
  description: "Get the body temperatures that were logged over any range, each with its local time in `tempCore`, and the mean, the least and the greatest of each day in `days`, in °C, or °F. A day without any has no row. For the skin in sleep use **Get Skin Temperature**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/temperature/get-temperature-core-summary-by-interval/)",
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
      description: "The unit of temperatures, e.g. `en_US` for °F. One of `metric`, `en_US`, `en_GB`; left out, `metric`, which is °C.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-core-temperature");
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const series = await this.fitbit.getCoreTemperatures(range, call);
    const { result, sentence, error } = coreTold(series, range, call.unitSystem);
    $.export("$summary", rangeSoFar(sentence, result, Date.now(), error));
    return result;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.readonly"],
} satisfies Twin<typeof action>;
