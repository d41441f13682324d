import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { readChoice } from "../../common/input";
import { details } from "../../common/lists";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import type { Twin } from "../../common/twin";
import { glucoseTold } from "../../common/vitals/sentences";

export const scopes = ["blood_glucose"];

const action = defineAction({
  key: "fitbit-get-blood-glucose",
  name: "Get Blood Glucose",
  description: "Get the blood glucose of each day over any range, in mmol/L, or mg/dL: the mean, the least, the greatest and how many readings there were. With the detail `full`, each reading with its local time and how it was measured. A day without any has no row. [See the documentation](https://dev.fitbit.com/build/reference/web-api/blood-glucose/get-blood-glucose-by-interval/)",
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
      description: "The unit of readings, e.g. `en_US` for mg/dL. One of `metric`, `en_US`, `en_GB`; left out, `metric`, which is mmol/L.",
    },
    detail: {
      propDefinition: [
        fitbit,
        "detail",
      ],
      description: "How much of each day to return, e.g. `full`. One of `summary` (its sums), `full` (its readings too); left out, `summary`.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-blood-glucose");
    const values = readChoice("Detail", this.detail, details) === "full";
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const series = await this.fitbit.getBloodGlucose(range, { values }, call);
    const { result, sentence, error } = glucoseTold(series, range, call.unitSystem);
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
