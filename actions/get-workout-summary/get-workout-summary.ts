import fitbit from "../../fitbit.app";
import { workoutMeasured } from "../../common/activity/sentences";
import { callOf } from "../../common/call";
import { readId } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["activity"];

const action = defineAction({
  key: "fitbit-get-workout-summary",
  name: "Get Workout Summary",
  description: "Get how you moved in one run or walk: cadence, ground contact time, stride length, vertical oscillation and vertical ratio, as far as the watch measures them. For its times, distance and calories use **List Activity Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/get-workout-summary/)",
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
    activityLogId: {
      propDefinition: [
        fitbit,
        "anyActivityLogId",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-workout-summary");
    const form = this.fitbit.getIdForm();
    const logId = readId("Activity Log ID", this.activityLogId, "List Activity Logs", form);
    const workoutSummary = await this.fitbit.getWorkoutSummary(logId, call);
    $.export("$summary", workoutMeasured(workoutSummary));
    return { workoutSummary };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/get",
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
} satisfies Twin<typeof action>;
