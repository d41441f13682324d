// A source: it is polled, and what it emits starts a workflow. It tells of each sync of a watch.
//   npx fitbit watch examples/my-source.mjs --ticks 3
import { axios } from "@pipedream/platform";

export default {
  key: "google_health-my-source",
  name: "Watch Synced",
  description: "Emit new event each time a watch or tracker syncs.",
  version: "0.0.1",
  type: "source",
  dedupe: "unique",
  props: {
    google_health: {
      type: "app",
      app: "google_health",
    },
    timer: {
      type: "$.interface.timer",
      default: {
        intervalSeconds: 900,
      },
    },
  },
  async run() {
    const { pairedDevices = [] } = await axios(this, {
      url: "https://health.googleapis.com/v4/users/me/pairedDevices",
      headers: {
        Authorization: `Bearer ${this.google_health.$auth.oauth_access_token}`,
      },
    });
    for (const device of pairedDevices) {
      this.$emit(device, {
        id: `${device.name} ${device.lastSyncTime}`,
        summary: `${device.deviceVersion} synced, its battery is ${device.batteryStatus}`,
        ts: Date.parse(device.lastSyncTime),
      });
    }
  },
};
