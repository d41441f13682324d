import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readId } from "../../common/input";
import { readVolume } from "../../common/nutrition/input";
import { updated } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-update-water-log",
  name: "Update Water Log",
  description: "Change the amount of a water log. Returns what was stored. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/update-water-log/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
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
    amount: {
      propDefinition: [
        fitbit,
        "waterAmount",
      ],
    },
    unit: {
      propDefinition: [
        fitbit,
        "waterUnit",
      ],
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
      description: "The unit of what is returned: millilitres, or fluid ounces with `en_US`, e.g. `en_US`. One of `metric`, `en_US`, `en_GB`; left out, `metric`.",
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-update-water-log");
    const form = this.fitbit.getIdForm();
    const logId = readId("Water Log ID", this.waterLogId, "Get Water Log", form);
    const volume = readVolume(this.amount, this.unit);
    const { data, missing } = await this.fitbit.updateWaterLog(logId, volume, call);
    $.export("$summary", updated("water log", logId, data.waterLog?.logId));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Change the amount of a water log that the same Google client wrote: a new log takes its place, with an id of its own. Returns what was stored.",
  docs: "users.dataTypes.dataPoints/create",
  version: "0.0.1",
  scopes: ["nutrition.readonly", "nutrition.writeonly"],
} satisfies Twin<typeof action>;
