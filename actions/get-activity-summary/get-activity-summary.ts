import fitbit from "../../fitbit.app";
import { daySummary, summaryFigures } from "../../common/activity/day";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["activity"];

const action = defineAction({
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
    const call = callOf(this, $, "google_health-get-activity-summary");
    const day = readDay("Date", this.date, "today");
    const { data, missing } = await this.fitbit.getActivityDay(day, call);
    $.export("$summary", daySummary(data.date, data, call.unitSystem, missing));
    const { date, ...rest } = data;
    return { date, ...summaryFigures(data), ...rest, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Get one day's activity: steps, distance, calories, floors, active minutes, heart rate zones and the activities of the day. For single exercises over many days use **List Activity Logs**.",
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  records: ["activityDay", "dayActivity"],
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly", "health_metrics_and_measurements.readonly"],
} satisfies Twin<typeof action>;
