import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { collectList, listedSoFar, readChosen } from "../../common/lists";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";
import { alertList, alertsListed } from "../../common/vitals/lists";

export const scopes = ["irregular_rhythm_notifications"];

const action = defineAction({
  key: "fitbit-list-irregular-rhythm-alerts",
  name: "List Irregular Rhythm Alerts",
  description: "List the notifications of an irregular heart rhythm over any range of days, or the newest ones, newest first: when it began and when it was detected. The beats that led to it come with the detail `full`. Fitbit lists an alert once it was opened in the app. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. [See the documentation](https://dev.fitbit.com/build/reference/web-api/irregular-rhythm-notifications/get-irn-alerts-list/)",
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
      description: "The most alerts to return, newest first, e.g. `20`. Left out: all of the range, or the newest 100 when there is no start date.",
    },
    detail: {
      propDefinition: [
        fitbit,
        "detail",
      ],
      description: "How much of each alert to return, e.g. `full`. One of `summary` (its times and its device), `full` (the windows and the beats that led to it too); left out, `summary`.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-list-irregular-rhythm-alerts");
    const chosen = readChosen(this);
    const range = await this.fitbit.getCivilRange(readRange(this), call);
    const { items, extent } = await collectList(
      (wanted) => this.fitbit.listIrregularRhythmAlerts(wanted, call),
      { ...range, ...chosen },
      alertList,
    );
    const sentence = alertsListed(items, extent);
    $.export("$summary", listedSoFar(sentence, extent, Date.now()));
    return { alerts: items, ...extent };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/list",
  version: "0.0.1",
  scopes: ["irn.readonly"],
} satisfies Twin<typeof action>;
