import { fitbitAlone } from "../../fitbit.app";
import { callOf } from "../../common/call";
import { heartRatesGiven } from "../../common/heart/sentences";
import { readChoice } from "../../common/input";
import { granularities, readWindow, windowOf } from "../../common/intraday";
import { defineAction } from "../../common/pipedream";

export const scopes = ["heartrate"];

export const successor = "google_health-get-intraday-heart-rate";

export default defineAction({
  key: "fitbit-get-heart-rate",
  name: "Get Heart Rate",
  description: "Get the heart rate within a day as Fitbit answers it, with the day's heart rate zones, for at most 24 hours. For longer ranges, for a workout, or with the mean use **Get Intraday Heart Rate**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/intraday/get-heartrate-intraday-by-interval/)",
  version: "0.1.0",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit: fitbitAlone,
    startDate: {
      propDefinition: [
        fitbitAlone,
        "firstDate",
      ],
    },
    endDate: {
      propDefinition: [
        fitbitAlone,
        "lastDate",
      ],
    },
    detailLevel: {
      type: "string",
      label: "Detail Level",
      description: "How fine the readings are, e.g. `5min`. One of `1sec`, `1min`, `5min`, `15min`; left out, `1min`.",
      optional: true,
      options: granularities,
    },
    startTime: {
      propDefinition: [
        fitbitAlone,
        "firstTime",
      ],
    },
    endTime: {
      propDefinition: [
        fitbitAlone,
        "lastTime",
      ],
    },
    timezone: {
      type: "string",
      label: "Timezone",
      description: "The clock of the times given and returned, e.g. `UTC`. Left out, it is your own.",
      optional: true,
      options: [
        "UTC",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, successor);
    const granularity = readChoice("Detail Level", this.detailLevel, granularities) ?? "1min";
    const timezone = readChoice("Timezone", this.timezone, ["UTC"]);
    const window = await windowOf(this.fitbit, readWindow(this), call);
    const rates = await this.fitbit.getHeartRates(window, { granularity, timezone }, call);
    $.export("$summary", heartRatesGiven(rates, window));
    return rates;
  },
});
