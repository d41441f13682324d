import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { devicesListed } from "../../common/devices/sentences";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["settings"];

const action = defineAction({
  key: "fitbit-list-devices",
  name: "List Devices",
  description: "List your watches, scales and phones with their battery and their last sync, the one that synced last first. A phone (`MobileTrack`) is listed as a tracker whose battery is always `Empty`; a device that never synced has no `lastSyncTime`. [See the documentation](https://dev.fitbit.com/build/reference/web-api/devices/get-devices/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-list-devices");
    const { data: devices, missing, isEachSyncTold } = await this.fitbit.listDevices(call);
    $.export("$summary", devicesListed(devices, isEachSyncTold));
    return { devices, count: devices.length, missing };
  },
});

export default action;

export const googleHealth = {
  docs: "users.pairedDevices/list",
  records: ["device"],
  version: "0.0.1",
  scopes: ["settings.readonly"],
} satisfies Twin<typeof action>;
