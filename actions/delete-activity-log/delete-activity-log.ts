import fitbit from "../../fitbit.app";
import { readId } from "../../common/input";
import { defineAction } from "../../common/pipedream";

export const scopes = ["activity"];

export default defineAction({
  key: "fitbit-delete-activity-log",
  name: "Delete Activity Log",
  description: "Delete an activity log for good. Take its id from **List Activity Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/delete-activity-log/)",
  version: "0.1.0",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    openWorldHint: true,
  },
  props: {
    fitbit,
    activityLogId: {
      propDefinition: [
        fitbit,
        "activityLogId",
      ],
    },
  },
  async run({ $ }) {
    const form = this.fitbit.idForm();
    const logId = readId("Activity Log ID", this.activityLogId, "List Activity Logs", form);
    await this.fitbit.deleteActivityLog(logId, { $, successor: "google_health-delete-activity-log" });
    $.export("$summary", `Deleted activity log ${logId}`);
    return { logId, deleted: true };
  },
});

export const googleHealth = {
  description: "Delete an activity log for good; only logs that the same Google client wrote can be deleted. Take its id from **List Activity Logs**. The account that Pipedream manages does not carry the scopes for this: connect with your own Google OAuth client. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete)",
  version: "0.1.0",
  scopes: ["activity_and_fitness.writeonly"],
};
