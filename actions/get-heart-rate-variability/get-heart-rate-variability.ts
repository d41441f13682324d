import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { readChoice } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import type { Twin } from "../../common/twin";
import { granularitiesOf } from "../../common/vitals/readings";
import { readingsTold, vitalsTold } from "../../common/vitals/sentences";

export const scopes = ["heartrate"];

const action = defineAction({
  key: "fitbit-get-heart-rate-variability",
  name: "Get Heart Rate Variability",
  description: "Get the heart rate variability (RMSSD, in ms) of each night over any range, by the day that the night ended on: `hrv` of all sleep and `deepHrv` of deep sleep. With the granularity `5min`, each reading of the nights. A night without any has no row. [See the documentation](https://dev.fitbit.com/build/reference/web-api/heartrate-variability/get-hrv-summary-by-interval/)",
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
    granularity: {
      type: "string",
      label: "Granularity",
      description: "How fine the figures are, e.g. `5min`. One of `daily` (one a night), `5min` (each reading: RMSSD, and HF and LF power in ms²); left out, `daily`.",
      optional: true,
      options: granularitiesOf.hrv,
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-heart-rate-variability");
    const granularity = readChoice("Granularity", this.granularity, granularitiesOf.hrv);
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const { result, sentence, error } = granularity === "5min"
      ? readingsTold("hrv", await this.fitbit.getVitalReadings("hrv", range, call), range)
      : vitalsTold("hrv", await this.fitbit.getVitals("hrv", range, call), range);
    $.export("$summary", rangeSoFar(sentence, result, Date.now(), error));
    return result;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["hrvReading"],
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.readonly"],
} satisfies Twin<typeof action>;
