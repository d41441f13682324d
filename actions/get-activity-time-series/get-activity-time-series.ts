import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { activityMetricOptions, activityMetrics, labelled, rootOf } from "../../common/activity/metrics";
import { figuresOverDays } from "../../common/activity/sentences";
import { readChoices } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import { seriesResult } from "../../common/series";
import type { Twin } from "../../common/twin";

export const scopes = ["activity"];

const action = defineAction({
  key: "fitbit-get-activity-time-series",
  name: "Get Activity Time Series",
  description: "Get daily figures of activity over any range, joined by day: steps, distance, floors, elevation, calories, active minutes or swimming strokes, as many as you choose. `days` has them as numbers. For one day with all of them use **Get Activity Summary**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date-range/)",
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
      description: "The figures to return, e.g. `steps`. Some of `steps`, `distance`, `floors`, `elevation`, `calories`, `activityCalories`, `caloriesBMR`, `minutesSedentary`, `minutesLightlyActive`, `minutesFairlyActive`, `minutesVeryActive`, `swimming-strokes`; with `tracker/` before it, as in `tracker/steps`, only what a device recorded, without what was logged by hand. Left out, `steps`.",
      optional: true,
      options: activityMetricOptions,
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-activity-time-series");
    const chosen = readChoices("Metrics", this.metrics, activityMetrics);
    const metrics = chosen.length ? chosen : activityMetrics.slice(0, 1);
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const series = await this.fitbit.getActivityTimeSeries(metrics, range, call);
    const result = seriesResult(series, range, metrics.map(rootOf));
    const sentence = figuresOverDays(labelled(metrics, result.days), result);
    $.export("$summary", rangeSoFar(sentence, result, Date.now(), series.error));
    return result;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  records: ["activityFigures"],
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
} satisfies Twin<typeof action>;
