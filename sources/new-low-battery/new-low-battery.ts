import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { batteries } from "../../common/devices/batteries";
import { readInteger, readText } from "../../common/input";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import type { Twin } from "../../common/twin";
import sampleEmit from "./test-event";

export const scopes = ["settings"];
export const polls = { idle: 1, firing: 1, every: "4 hours" };

const source = defineSource({
  key: "fitbit-new-low-battery",
  name: "New Low Battery",
  description: "Emit new event when the battery of a watch or a scale is low, once until it has been charged by at least 10 points. The level is that of the last sync; a phone, a device that has not synced for 14 days and one without a level are not told of. [See the documentation](https://dev.fitbit.com/build/reference/web-api/devices/get-devices/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    device: {
      propDefinition: [
        fitbit,
        "device",
      ],
    },
    level: {
      type: "integer",
      label: "Level (%)",
      description: "The battery is low when it is under this many percent, e.g. `20`. Left out, when the device says `Low` or `Empty`.",
      optional: true,
      min: 1,
      max: 100,
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-low-battery");
      const bounds = { min: 1, max: 100, example: "20" };
      return batteries(() => this.fitbit.findDevices(call), {
        chosen: readText("Device", this.device),
        under: readInteger("Level (%)", this.level, bounds),
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  docs: "users.pairedDevices/list",
  records: ["device"],
  version: "0.0.1",
  scopes: ["settings.readonly"],
  polls: { idle: 1, firing: 2, every: "4 hours" },
} satisfies Twin<typeof source>;
