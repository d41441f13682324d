import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { syncs } from "../../common/devices/syncs";
import { readText } from "../../common/input";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import type { Twin } from "../../common/twin";
import sampleEmit from "./test-event";

export const scopes = ["settings"];
export const polls = { idle: 1, firing: 1, every: "15 minutes" };

const source = defineSource({
  key: "fitbit-new-device-sync",
  name: "New Device Sync",
  description: "Emit new event when a watch or a scale has synced: what it recorded is there then. Syncs between two polls are told of as one, the last; the phone's own are not told of. [See the documentation](https://dev.fitbit.com/build/reference/web-api/devices/get-devices/)",
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
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-device-sync");
      const chosen = readText("Device", this.device);
      return syncs(() => this.fitbit.findDevices(call), chosen);
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event when a watch or a scale has synced: what it recorded is there then. Syncs between two polls are told of as one, the last; the phone's own are not told of, nor is a device that does not say when it synced.",
  docs: "users.pairedDevices/list",
  records: ["device"],
  version: "0.0.1",
  scopes: ["settings.readonly"],
  polls: { idle: 1, firing: 2, every: "15 minutes" },
} satisfies Twin<typeof source>;
