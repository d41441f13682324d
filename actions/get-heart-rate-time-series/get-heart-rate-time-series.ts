import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { heartRateOverDays } from "../../common/heart/sentences";
import { readFlag } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import { seriesResult } from "../../common/series";
import type { Twin } from "../../common/twin";

export const scopes = ["heartrate"];

const action = defineAction({
  key: "fitbit-get-heart-rate-time-series",
  name: "Get Heart Rate Time Series",
  description: "Get the resting heart rate of each day over any range, in beats per minute, and on request the minutes and calories in each heart rate zone. A day without any has no row. For the heart rate by the minute use **Get Intraday Heart Rate**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/heartrate-timeseries/get-heartrate-timeseries-by-date-range/)",
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
    zones: {
      type: "boolean",
      label: "Heart Rate Zones",
      description: "Return the minutes and calories of each day in each heart rate zone too, e.g. `true`. Left out, `false`.",
      optional: true,
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-heart-rate-time-series");
    const zones = readFlag("Heart Rate Zones", this.zones);
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const series = await this.fitbit.getHeartRateTimeSeries(range, { zones }, call);
    const result = seriesResult(series, range, ["activities-heart"]);
    const sentence = heartRateOverDays(result);
    $.export("$summary", rangeSoFar(sentence, result, Date.now(), series.error));
    return result;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["heartDay"],
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.readonly", "activity_and_fitness.readonly"],
  props: {
    zones: {
      description: "Return the minutes and calories of each day in each heart rate zone too, e.g. `true`. It takes a request for each fortnight. Left out, `false`.",
    },
  },
} satisfies Twin<typeof action>;
