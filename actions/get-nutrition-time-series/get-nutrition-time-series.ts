import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { readChoices } from "../../common/input";
import { nutritionMetricOptions, nutritionMetrics, rootOf } from "../../common/nutrition/metrics";
import { nutritionOverDays } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import { seriesResult } from "../../common/series";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-get-nutrition-time-series",
  name: "Get Nutrition Time Series",
  description: "Get the calories eaten and the water drunk each day over any range, joined by day. `days` has them as numbers. For one day with all its foods use **Get Food Log**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition-timeseries/get-nutrition-timeseries-by-date-range/)",
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
      description: "The figures to return, e.g. `water`. Some of `caloriesIn`, `water`; left out, `caloriesIn`.",
      optional: true,
      options: nutritionMetricOptions,
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
    const call = callOf(this, $, "google_health-get-nutrition-time-series");
    const chosen = readChoices("Metrics", this.metrics, nutritionMetrics);
    const metrics = chosen.length ? chosen : nutritionMetrics.slice(0, 1);
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const series = await this.fitbit.getNutritionTimeSeries(metrics, range, call);
    const result = seriesResult(series, range, metrics.map(rootOf));
    const sentence = nutritionOverDays(metrics, result, call.unitSystem);
    $.export("$summary", rangeSoFar(sentence, result, Date.now(), series.error));
    return result;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  records: ["nutritionFigures"],
  version: "0.0.1",
  scopes: ["nutrition.readonly"],
} satisfies Twin<typeof action>;
