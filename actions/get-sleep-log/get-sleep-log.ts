import fitbit from "../../fitbit.app";
import { readDay } from "../../common/dates";
import { defineAction } from "../../common/pipedream";
import { nightsAsleep } from "../../common/sentences";

export const scopes = ["sleep"];

export default defineAction({
  key: "fitbit-get-sleep-log",
  name: "Get Sleep Log",
  description: "Get every sleep that ended on a day, naps included, with its stages and the day's totals. For more than one day use **List Sleep Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date/)",
  version: "0.1.0",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
    date: {
      propDefinition: [
        fitbit,
        "date",
      ],
      description: "The day the sleep ended: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `2026-03-20`. Left out, it is today, which means last night.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = {
      $,
      successor: "google_health-get-sleep-log",
      timeZone: this.timeZone,
    };
    const date = await this.fitbit.civilDay(readDay("Date", this.date, "today"), call);
    const { data, missing } = await this.fitbit.sleepDay(date, call);
    $.export("$summary", nightsAsleep(data, date));
    return { date, ...data, missing };
  },
});

export const googleHealth = {
  description: "Get every sleep that ended on a day, naps included, with its stages and the day's totals. For more than one day use **List Sleep Logs**. Absent here, for want of a source: `efficiency`, thirty-day averages. Approximate here: `infoCode`. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile)",
  version: "0.1.0",
  scopes: ["sleep.readonly"],
};
