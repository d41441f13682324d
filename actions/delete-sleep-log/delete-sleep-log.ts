import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readId } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["sleep"];

const action = defineAction({
  key: "fitbit-delete-sleep-log",
  name: "Delete Sleep Log",
  description: "Delete a sleep log for good. Take its id from **List Sleep Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/delete-sleep-log/)",
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
    sleepLogId: {
      propDefinition: [
        fitbit,
        "sleepLogId",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-delete-sleep-log");
    const form = this.fitbit.getIdForm();
    const logId = readId("Sleep Log ID", this.sleepLogId, "List Sleep Logs", form);
    await this.fitbit.deleteSleepLog(logId, call);
    $.export("$summary", `Deleted sleep log ${logId}`);
    return { logId, deleted: true };
  },
});

export default action;

export const googleHealth = {
  description: "Delete a sleep log for good; only logs that the same Google client wrote can be deleted. Take its id from **List Sleep Logs**.",
  docs: "users.dataTypes.dataPoints/batchDelete",
  version: "0.0.1",
  scopes: ["sleep.writeonly"],
} satisfies Twin<typeof action>;
