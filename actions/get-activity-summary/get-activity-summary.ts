import fitbit from "../../fitbit.app";
import { daySummary, summaryFigures } from "../../common/activity/day";
import { readDay } from "../../common/dates";
import { defineAction } from "../../common/pipedream";
import { readUnitSystem } from "../../common/units";

export const scopes = ["activity"];

export default defineAction({
  key: "fitbit-get-activity-summary",
  name: "Get Activity Summary",
  description: "Get one day's activity: steps, distances, calories, floors, active minutes, heart rate zones, goals and the activities of the day. For single exercises over many days use **List Activity Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/get-daily-activity-summary/)",
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
      successor: "google_health-get-activity-summary",
      unitSystem: readUnitSystem(this.unitSystem),
      timeZone: this.timeZone,
    };
    const date = await this.fitbit.civilDay(readDay("Date", this.date, "today"), call);
    const { data, missing } = await this.fitbit.activityDay(date, call);
    $.export("$summary", daySummary(date, data, call.unitSystem, missing));
    return { date, ...summaryFigures(data), ...data, missing };
  },
});

export const googleHealth = {
  description: "Get one day's activity: steps, distance, calories, floors, active minutes, heart rate zones and the activities of the day. For single exercises over many days use **List Activity Logs**. Absent here, for want of a source: goals, distances by intensity and by activity, estimates of calories, custom heart rate zones, activity type ids, descriptions and favorites of activities. Approximate here: activity calories, calories at rest, minutes by intensity, steps and calories of activities logged by hand, names of rarer activities. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp)",
  version: "0.1.0",
  scopes: ["activity_and_fitness.readonly", "health_metrics_and_measurements.readonly"],
};
