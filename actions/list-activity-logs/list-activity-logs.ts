import fitbit from "../../fitbit.app";
import { readRange } from "../../common/dates";
import { readList } from "../../common/lists";
import { defineAction } from "../../common/pipedream";
import { activitiesListed } from "../../common/sentences";
import { readUnitSystem } from "../../common/units";

export const scopes = ["activity"];

export default defineAction({
  key: "fitbit-list-activity-logs",
  name: "List Activity Logs",
  description: "List exercises over any range of days, or the newest ones, newest first. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. For the totals of a day use **Get Activity Summary**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/get-activity-log-list/)",
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
    const call = {
      $,
      successor: "google_health-list-activity-logs",
      unitSystem: readUnitSystem(this.unitSystem),
      timeZone: this.timeZone,
    };
    const range = await this.fitbit.civilRange(readRange(this.startDate, this.endDate), call);
    const { items, extent } = await readList(
      (wanted) => this.fitbit.activityLogs(wanted, call),
      { ...range, limit: this.limit },
      ({ startTime }) => startTime.slice(0, 10),
    );
    $.export("$summary", activitiesListed(items, call.unitSystem));
    return { activities: items, ...extent };
  },
});

export const googleHealth = {
  description: "List exercises over any range of days, or the newest ones, newest first. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. For the totals of a day use **Get Activity Summary**. Absent here, for want of a source: activity type ids, activity levels, heart rate zones, original values, links. Approximate here: `logType` and `source`, pace, speed and climbs of 0, steps and calories of activities logged by hand, names of rarer activities. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile)",
  version: "0.1.0",
  scopes: ["activity_and_fitness.readonly"],
};
