import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { waterStream } from "../../common/nutrition/streams";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import type { Twin } from "../../common/twin";
import sampleEmit, { onGoogleHealth } from "./test-event";

export const scopes = ["nutrition"];
export const polls = { idle: 2, firing: 4, every: "4 hours" };

const source = defineSource({
  key: "fitbit-new-water-log",
  name: "New Water Log",
  description: "Emit new event for each water log, once, also one that is logged later for a day up to 14 days back; one that is changed afterwards is not told of again. Water has a day and no time: its event stands at noon. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/get-water-log/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      return waterStream(this.fitbit, pollCall(this, "google_health-new-water-log"));
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each water log, once, also one that is logged later for a day up to 14 days back. Google Health keeps no log that is changed, but puts another in its place: where that has the same time, it is not told of again.",
  docs: "users.dataTypes.dataPoints/reconcile",
  version: "0.0.1",
  sampleEmit: onGoogleHealth,
  scopes: ["nutrition.readonly"],
  polls: { idle: 1, firing: 1, every: "6 hours" },
} satisfies Twin<typeof source>;
