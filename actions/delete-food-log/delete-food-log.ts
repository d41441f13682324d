import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readId } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-delete-food-log",
  name: "Delete Food Log",
  description: "Delete a food log for good. Take its id from **Get Food Log**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/delete-food-log/)",
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
    foodLogId: {
      propDefinition: [
        fitbit,
        "foodLogId",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-delete-food-log");
    const form = this.fitbit.getIdForm();
    const logId = readId("Food Log ID", this.foodLogId, "Get Food Log", form);
    await this.fitbit.deleteFoodLog(logId, call);
    $.export("$summary", `Deleted food log ${logId}`);
    return { logId, deleted: true };
  },
});

export default action;

export const googleHealth = {
  description: "Delete a food log for good; only logs that the same Google client wrote can be deleted. Take its id from **Get Food Log**.",
  docs: "users.dataTypes.dataPoints/batchDelete",
  version: "0.0.1",
  scopes: ["nutrition.writeonly"],
} satisfies Twin<typeof action>;
