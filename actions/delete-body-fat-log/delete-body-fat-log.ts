import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readId } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["weight"];

const action = defineAction({
  key: "fitbit-delete-body-fat-log",
  name: "Delete Body Fat Log",
  description: "Delete a body fat log for good. Take its id from **List Body Fat Logs**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/body/delete-bodyfat-log/)",
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
    bodyFatLogId: {
      propDefinition: [
        fitbit,
        "bodyFatLogId",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-delete-body-fat-log");
    const form = this.fitbit.getIdForm();
    const logId = readId("Body Fat Log ID", this.bodyFatLogId, "List Body Fat Logs", form);
    await this.fitbit.deleteBodyFatLog(logId, call);
    $.export("$summary", `Deleted body fat log ${logId}`);
    return { logId, deleted: true };
  },
});

export default action;

export const googleHealth = {
  description: "Ask for the deletion of a body fat log that the same Google client wrote. Google Health has answered every such request with an error of late (500): delete it in the Google Health app. Take its id from **List Body Fat Logs**.",
  docs: "users.dataTypes.dataPoints/batchDelete",
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.writeonly"],
} satisfies Twin<typeof action>;
