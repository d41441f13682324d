import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readId } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["weight"];

const action = defineAction({
  key: "fitbit-delete-weight-log",
  name: "Delete Weight Log",
  description: "Delete a weight log for good. Take its id from **List Weight Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/body/delete-weight-log/)",
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
    weightLogId: {
      propDefinition: [
        fitbit,
        "weightLogId",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-delete-weight-log");
    const form = this.fitbit.getIdForm();
    const logId = readId("Weight Log ID", this.weightLogId, "List Weight Logs", form);
    await this.fitbit.deleteWeightLog(logId, call);
    $.export("$summary", `Deleted weight log ${logId}`);
    return { logId, deleted: true };
  },
});

export default action;

export const googleHealth = {
  description: "Delete a weight log for good; only logs that the same Google client wrote can be deleted. Take its id from **List Weight Logs**.",
  docs: "users.dataTypes.dataPoints/batchDelete",
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.writeonly"],
} satisfies Twin<typeof action>;
