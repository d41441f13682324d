import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { collectList, readLimit } from "../../common/lists";
import { defineAction } from "../../common/pipedream";
import { sleepsListed } from "../../common/sleep/sentences";
import type { Twin } from "../../common/twin";

export const scopes = ["sleep"];

const action = defineAction({
  key: "fitbit-list-sleep-logs",
  name: "List Sleep Logs",
  description: "List sleeps with their stages over any range of days, or the newest ones, newest first. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. For one day and its totals use **Get Sleep Log**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date-range/)",
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
    const call = callOf(this, $, "google_health-list-sleep-logs");
    const limit = readLimit(this.limit);
    const range = await this.fitbit.getCivilRange(readRange(this), call);
    const { items, extent } = await collectList(
      (wanted) => this.fitbit.listSleepLogs(wanted, call),
      { ...range, limit },
      ({ dateOfSleep }) => dateOfSleep,
    );
    $.export("$summary", sleepsListed(items));
    return { sleep: items, ...extent };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["sleepLog"],
  version: "0.0.1",
  scopes: ["sleep.readonly"],
} satisfies Twin<typeof action>;
