import fitbit from "../../fitbit.app";
import { habitsListed } from "../../common/activity/sentences";
import { callOf } from "../../common/call";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["activity"];

const action = defineAction({
  key: "fitbit-list-frequent-activities",
  name: "List Frequent Activities",
  description: "List the kinds of exercise that you do most often, with the figures of one of them. For single exercises use **List Activity Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/get-frequent-activities/)",
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
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-list-frequent-activities");
    const activities = await this.fitbit.listFrequentActivities(call);
    $.export("$summary", habitsListed(activities, "frequent"));
    return { activities, count: activities.length };
  },
});

export default action;

export const googleHealth = {
  description: "List the kinds of exercise of your last 90 days, the most frequent first, with the figures of the newest of each. For single exercises use **List Activity Logs**.",
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["activityHabit"],
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
} satisfies Twin<typeof action>;
