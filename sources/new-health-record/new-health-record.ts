import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { kinds, kindsStream, readKinds } from "../../common/kinds";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import type { Twin } from "../../common/twin";
import sampleEmit, { onGoogleHealth } from "./test-event";

export const scopes = ["activity", "sleep", "weight", "nutrition"];
export const polls = { idle: 8, firing: 10, every: "4 hours" };

const source = defineSource({
  key: "fitbit-new-health-record",
  name: "New Health Record",
  description: "Emit new event for each record of the kinds chosen, once, for one credit a poll: exercises, sleeps, weighings, body fat, foods, water, blood glucose. A sleep comes an hour after it ended; what syncs or is logged more than 14 days late (glucose: 2) is not noticed. A kind whose scope is missing is left out. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/get-activity-log-list/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    kinds: {
      type: "string[]",
      label: "Kinds",
      description: "Only records of these kinds, e.g. `sleep`. Any of `exercise`, `sleep`, `weight`, `bodyFat`, `food`, `water`, `glucose`; left out, all but `glucose`, which takes one request more, the scope `blood_glucose` of your own Fitbit app, and with a sensor (288 readings a day) a poll every 2 hours.",
      optional: true,
      options: kinds,
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
      description: "Your IANA time zone, e.g. `Europe/Berlin`. Left out, the newest exercise tells your offset.",
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-health-record");
      return kindsStream(this.fitbit, call, readKinds(this.kinds));
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each record of the kinds chosen, once, for one credit a poll: exercises, sleeps, weighings, body fat, foods, water, blood glucose. A sleep comes once it is processed, or a day after it ended; what is over 14 days late (glucose: 2) is not noticed. A kind whose scope lacks is left out.",
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["activityLog", "sleepLog", "weightLog", "bodyFatLog", "foodLog"],
  version: "0.0.1",
  sampleEmit: onGoogleHealth,
  scopes: [
    "activity_and_fitness.readonly", "sleep.readonly",
    "health_metrics_and_measurements.readonly", "nutrition.readonly",
  ],
  polls: { idle: 6, firing: 8, every: "6 hours" },
  props: {
    kinds: {
      description: "Only records of these kinds, e.g. `sleep`. Any of `exercise`, `sleep`, `weight`, `bodyFat`, `food`, `water`, `glucose`; left out, all but `glucose`, which takes one request more, and with a sensor (288 readings a day) a poll every 2 hours.",
    },
    timeZone: null,
  },
} satisfies Twin<typeof source>;
