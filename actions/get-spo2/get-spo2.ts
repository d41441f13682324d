import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { readChoice } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import type { Twin } from "../../common/twin";
import { granularitiesOf } from "../../common/vitals/readings";
import { readingsTold, vitalsTold } from "../../common/vitals/sentences";

export const scopes = ["oxygen_saturation"];

const action = defineAction({
  key: "fitbit-get-spo2",
  name: "Get SpO2",
  description: "Get the oxygen saturation of the blood (SpO2, in percent) of each night over any range, by the day that the night ended on: `spo2` on average, `spo2Min` and `spo2Max`. With the granularity `1min`, each reading of the nights. A night without any has no row. [See the documentation](https://dev.fitbit.com/build/reference/web-api/spo2/get-spo2-summary-by-interval/)",
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
      description: "How fine the figures are, e.g. `1min`. One of `daily` (one a night), `1min` (each reading); left out, `daily`.",
      optional: true,
      options: granularitiesOf.spo2,
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-spo2");
    const granularity = readChoice("Granularity", this.granularity, granularitiesOf.spo2);
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const { result, sentence, error } = granularity === "1min"
      ? readingsTold("spo2", await this.fitbit.getVitalReadings("spo2", range, call), range)
      : vitalsTold("spo2", await this.fitbit.getVitals("spo2", range, call), range);
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
