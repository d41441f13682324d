import fitbit from "../../fitbit.app";
import { activitiesListed } from "../../common/activity/sentences";
import { activityList } from "../../common/activity/summary";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { collectList, listedSoFar, readChosen } from "../../common/lists";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["activity"];

const action = defineAction({
  key: "fitbit-list-activity-logs",
  name: "List Activity Logs",
  description: "List exercises over any range of days, or the newest ones, newest first. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. For the totals of a day use **Get Activity Summary**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/get-activity-log-list/)",
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
    const call = callOf(this, $, "google_health-list-activity-logs");
    const chosen = readChosen(this);
    const range = await this.fitbit.getCivilRange(readRange(this), call);
    const { items, extent } = await collectList(
      (wanted) => this.fitbit.listActivityLogs(wanted, call),
      { ...range, ...chosen },
      activityList,
    );
    const sentence = activitiesListed(items, call.unitSystem, extent);
    $.export("$summary", listedSoFar(sentence, extent, Date.now()));
    return { activities: items, ...extent };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["activityLog"],
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
} satisfies Twin<typeof action>;
