import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { defineAction } from "../../common/pipedream";
import { nightsAsleep } from "../../common/sleep/sentences";
import type { Twin } from "../../common/twin";

export const scopes = ["sleep"];

const action = defineAction({
  key: "fitbit-get-sleep-log",
  name: "Get Sleep Log",
  description: "Get every sleep that ended on a day, naps included, with its stages and the day's totals. For more than one day use **List Sleep Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date/)",
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
    const call = callOf(this, $, "google_health-get-sleep-log");
    const day = readDay("Date", this.date, "today");
    const { data, missing } = await this.fitbit.getSleepDay(day, call);
    $.export("$summary", nightsAsleep(data, data.date));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["sleepLog"],
  version: "0.0.1",
  scopes: ["sleep.readonly"],
} satisfies Twin<typeof action>;
