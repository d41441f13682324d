import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readId } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["activity"];

const action = defineAction({
  key: "fitbit-delete-activity-log",
  name: "Delete Activity Log",
  description: "Delete an activity log for good. Take its id from **List Activity Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/delete-activity-log/)",
  version: "0.0.1",
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
    const call = callOf(this, $, "google_health-delete-activity-log");
    const form = this.fitbit.getIdForm();
    const logId = readId("Activity Log ID", this.activityLogId, "List Activity Logs", form);
    await this.fitbit.deleteActivityLog(logId, call);
    $.export("$summary", `Deleted activity log ${logId}`);
    return { logId, deleted: true };
  },
});

export default action;

export const googleHealth = {
  description: "Delete an activity log for good; only logs that the same Google client wrote can be deleted. Take its id from **List Activity Logs**.",
  docs: "users.dataTypes.dataPoints/batchDelete",
  version: "0.0.1",
  scopes: ["activity_and_fitness.writeonly"],
} satisfies Twin<typeof action>;
