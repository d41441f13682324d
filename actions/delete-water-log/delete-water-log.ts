import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readId } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-delete-water-log",
  name: "Delete Water Log",
  description: "Delete a water log for good. Take its id from **Get Water Log**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/delete-water-log/)",
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
    waterLogId: {
      propDefinition: [
        fitbit,
        "waterLogId",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-delete-water-log");
    const form = this.fitbit.getIdForm();
    const logId = readId("Water Log ID", this.waterLogId, "Get Water Log", form);
    await this.fitbit.deleteWaterLog(logId, call);
    $.export("$summary", `Deleted water log ${logId}`);
    return { logId, deleted: true };
  },
});

export default action;

export const googleHealth = {
  description: "Delete a water log for good; only logs that the same Google client wrote can be deleted. Take its id from **Get Water Log**.",
  docs: "users.dataTypes.dataPoints/batchDelete",
  version: "0.0.1",
  scopes: ["nutrition.writeonly"],
} satisfies Twin<typeof action>;
