import fitbit from "../../fitbit.app";
import { bodyMetricOptions, bodyMetrics, bodyRoot } from "../../common/body/metrics";
import { bodyOverDays } from "../../common/body/sentences";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { readChoices } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import { seriesResult } from "../../common/series";
import type { Twin } from "../../common/twin";

export const scopes = ["weight"];

const action = defineAction({
  key: "fitbit-get-body-time-series",
  name: "Get Body Time Series",
  description: "Get weight, body fat and body mass index of each day over any range, joined by day, as many as you choose. `days` has them as numbers. On a day without a weighing Fitbit has the last known figure. For the weighings themselves use **List Weight Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/body-timeseries/get-body-timeseries-by-date-range/)",
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
    metrics: {
      type: "string[]",
      label: "Metrics",
      description: "The figures to return, e.g. `weight`. Any of `weight`, `fat`, `bmi`; left out, `weight`.",
      optional: true,
      options: bodyMetricOptions,
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
    const call = callOf(this, $, "google_health-get-body-time-series");
    const chosen = readChoices("Metrics", this.metrics, bodyMetrics);
    const metrics = chosen.length ? chosen : bodyMetrics.slice(0, 1);
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const series = await this.fitbit.getBodyTimeSeries(metrics, range, call);
    const result = seriesResult(series, range, metrics.map(bodyRoot));
    const sentence = bodyOverDays(metrics, result, call.unitSystem);
    $.export("$summary", rangeSoFar(sentence, result, Date.now(), series.error));
    return result;
  },
});

export default action;

export const googleHealth = {
  description: "Get weight, body fat and body mass index of each day over any range, joined by day, as many as you choose. `days` has them as numbers. For the weighings themselves use **List Weight Logs**.",
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  records: ["bodyFigures"],
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.readonly"],
} satisfies Twin<typeof action>;
