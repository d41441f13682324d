import { fitbitAlone } from "../../fitbit.app";
import { stepsGiven } from "../../common/activity/sentences";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { defineAction } from "../../common/pipedream";

export const scopes = ["activity"];

export const successor = "google_health-get-activity-time-series";

export default defineAction({
  key: "fitbit-get-daily-steps",
  name: "Get Daily Steps",
  description: "Get the steps of a day, or of each day of a range, as Fitbit answers them. For other figures, or several at once, use **Get Activity Time Series**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date-range/)",
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
    date: {
      propDefinition: [
        fitbitAlone,
        "date",
      ],
    },
    endDate: {
      propDefinition: [
        fitbitAlone,
        "lastDate",
      ],
      description: "The last day, where more than one is wanted: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `2026-03-20`. Left out, it is Date.",
    },
    timeZone: {
      propDefinition: [
        fitbitAlone,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, successor);
    const from = readDay("Date", this.date, "today");
    const to = readDay("End Date", this.endDate) ?? from;
    const steps = await this.fitbit.getDailySteps({ from, to }, call);
    $.export("$summary", stepsGiven(steps));
    return steps;
  },
});
