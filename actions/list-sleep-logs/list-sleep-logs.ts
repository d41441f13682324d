import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { collectList, listedSoFar, readChosen } from "../../common/lists";
import { defineAction } from "../../common/pipedream";
import { sleepsListed } from "../../common/sleep/sentences";
import { sleepList } from "../../common/sleep/summary";
import { takesTwice, writtenByWords } from "../../common/props";
import type { Twin } from "../../common/twin";

export const scopes = ["sleep"];

const action = defineAction({
  key: "fitbit-list-sleep-logs",
  name: "List Sleep Logs",
  description: "List sleeps over any range of days, or the newest ones, newest first, with the minutes of each stage; every stretch of it comes with the detail `full`. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. For one day and its totals use **Get Sleep Log**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date-range/)",
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
    detail: {
      propDefinition: [
        fitbit,
        "detail",
      ],
    },
    writtenBy: {
      propDefinition: [
        fitbit,
        "writtenBy",
      ],
      description: `${writtenByWords} Of sleeps Fitbit does not say which an app wrote: they count as by \`hand\`.`,
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
    const chosen = readChosen(this);
    const range = await this.fitbit.getCivilRange(readRange(this), call);
    const { items, extent } = await collectList(
      (wanted) => this.fitbit.listSleepLogs(wanted, call),
      { ...range, ...chosen },
      sleepList,
    );
    const sentence = sleepsListed(items, extent);
    $.export("$summary", listedSoFar(sentence, extent, Date.now()));
    return { sleep: items, ...extent };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["sleepLog"],
  version: "0.0.1",
  scopes: ["sleep.readonly"],
  props: {
    writtenBy: {
      description: `${writtenByWords} ${takesTwice}`,
    },
  },
} satisfies Twin<typeof action>;
