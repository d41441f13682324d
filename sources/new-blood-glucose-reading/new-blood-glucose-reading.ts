import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import { eventZoneWords } from "../../common/props";
import type { Twin } from "../../common/twin";
import { glucoseStream } from "../../common/vitals/streams";
import sampleEmit, { onGoogleHealth } from "./test-event";

export const scopes = ["blood_glucose"];
export const polls = { idle: 1, firing: 2, every: "4 hours" };

const source = defineSource({
  key: "fitbit-new-blood-glucose-reading",
  name: "New Blood Glucose Reading",
  description: "Emit new event for each blood glucose reading, once, however often it is corrected. One that arrives more than 2 days late is not noticed; a sensor gives 288 readings a day, and a poll tells of 50. [See the documentation](https://dev.fitbit.com/build/reference/web-api/blood-glucose/get-blood-glucose-by-interval/)",
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
      description: "The unit of the readings, e.g. `en_US`. `metric` and `en_GB` have mmol/L, `en_US` has mg/dL; left out, `metric`.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
      description: eventZoneWords,
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-blood-glucose-reading");
      return glucoseStream(this.fitbit, call);
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each blood glucose reading, once for each app that tells of it, however often it is corrected. One that arrives more than 2 days late is not noticed; a sensor gives 288 readings a day, and a poll tells of 50.",
  docs: "users.dataTypes.dataPoints/list",
  version: "0.0.1",
  sampleEmit: onGoogleHealth,
  scopes: ["health_metrics_and_measurements.readonly"],
  polls: { idle: 1, firing: 1, every: "4 hours" },
  props: {
    timeZone: null,
  },
} satisfies Twin<typeof source>;
