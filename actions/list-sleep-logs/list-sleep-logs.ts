import fitbit from "../../fitbit.app";
import { readRange } from "../../common/dates";
import { readList } from "../../common/lists";
import { defineAction } from "../../common/pipedream";
import { sleepsListed } from "../../common/sentences";

export const scopes = ["sleep"];

export default defineAction({
  key: "fitbit-list-sleep-logs",
  name: "List Sleep Logs",
  description: "List sleeps with their stages over any range of days, or the newest ones, newest first. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. For one day and its totals use **Get Sleep Log**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date-range/)",
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
    startDate: {
      propDefinition: [
        fitbit,
        "startDate",
      ],
    },
    endDate: {
      propDefinition: [
        fitbit,
        "endDate",
      ],
    },
    limit: {
      propDefinition: [
        fitbit,
        "limit",
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
    const call = {
      $,
      successor: "google_health-list-sleep-logs",
      timeZone: this.timeZone,
    };
    const range = await this.fitbit.civilRange(readRange(this.startDate, this.endDate), call);
    const { items, extent } = await readList(
      (wanted) => this.fitbit.sleepLogs(wanted, call),
      { ...range, limit: this.limit },
      ({ dateOfSleep }) => dateOfSleep,
    );
    $.export("$summary", sleepsListed(items));
    return { sleep: items, ...extent };
  },
});

export const googleHealth = {
  description: "List sleeps with their stages over any range of days, or the newest ones, newest first. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. For one day and its totals use **Get Sleep Log**. Absent here, for want of a source: `efficiency`, thirty-day averages. Approximate here: `infoCode`. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile)",
  version: "0.1.0",
  scopes: ["sleep.readonly"],
};
