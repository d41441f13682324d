import fitbit from "../../fitbit.app";
import { readId } from "../../common/input";
import { defineAction } from "../../common/pipedream";

export const scopes = ["sleep"];

export default defineAction({
  key: "fitbit-delete-sleep-log",
  name: "Delete Sleep Log",
  description: "Delete a sleep log for good. Take its id from **List Sleep Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/delete-sleep-log/)",
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
    sleepLogId: {
      propDefinition: [
        fitbit,
        "sleepLogId",
      ],
    },
  },
  async run({ $ }) {
    const form = this.fitbit.idForm();
    const logId = readId("Sleep Log ID", this.sleepLogId, "List Sleep Logs", form);
    await this.fitbit.deleteSleepLog(logId, { $, successor: "google_health-delete-sleep-log" });
    $.export("$summary", `Deleted sleep log ${logId}`);
    return { logId, deleted: true };
  },
});

export const googleHealth = {
  description: "Delete a sleep log for good; only logs that the same Google client wrote can be deleted. Take its id from **List Sleep Logs**. The account that Pipedream manages does not carry the scopes for this: connect with your own Google OAuth client. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete)",
  version: "0.1.0",
  scopes: ["sleep.writeonly"],
};
