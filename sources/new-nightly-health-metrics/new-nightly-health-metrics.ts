import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { readInteger } from "../../common/input";
import { defineSource } from "../../common/pipedream";
import { crossings } from "../../common/polling/crossings";
import { pollingSource } from "../../common/polling/source";
import { readNightMetrics } from "../../common/summary/night-metrics";
import { nightInWords, nightsMeasured, type NightReport } from "../../common/summary/nightly";
import type { Twin } from "../../common/twin";
import sampleEmit from "./test-event";

export const scopes = ["heartrate", "temperature"];
export const polls = { idle: 1, firing: 6, every: "4 hours" };

const source = defineSource({
  key: "fitbit-new-nightly-health-metrics",
  name: "New Nightly Health Metrics",
  description: "Emit new event for each night once its figures have landed: resting heart rate, heart rate variability, oxygen saturation, breathing rate, skin temperature and VO2 max, as a flat row. They are worked out one after another; what is not there some hours after the first is no longer waited for, and `missing` names it, as it does what this connection may not read (oxygen saturation, breathing rate and VO2 max take scopes of their own). A night is told of once, whatever is corrected later, and up to 14 days late. A night begins to count with something that is measured in sleep, if any of that is wanted. [See the documentation](https://dev.fitbit.com/build/reference/web-api/heartrate-variability/get-hrv-summary-by-interval/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    metrics: {
      propDefinition: [
        fitbit,
        "nightMetrics",
      ],
    },
    hoursAfter: {
      type: "integer",
      label: "Hours After The First",
      description: "How many hours after the first figure of a night the others are waited for, e.g. `6`. Left out, `3`; with `0`, a night is told of with what is there at once.",
      optional: true,
      min: 0,
      max: 72,
    },
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
      const call = pollCall(this, "google_health-new-nightly-health-metrics");
      const bounds = { min: 0, max: 72, example: "6" };
      const hoursAfter = readInteger("Hours After The First", this.hoursAfter, bounds) ?? 3;
      const choice = { metrics: readNightMetrics(this.metrics), hoursAfter };
      return crossings<NightReport>({
        lookBackDays: 14,
        crossed: (looking) => nightsMeasured(this.fitbit, choice, looking, call),
        summary: (night) => nightInWords(night, call.unitSystem),
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each night once its figures have landed: resting heart rate, heart rate variability, oxygen saturation, breathing rate, skin temperature and VO2 max, as a flat row. They are worked out one after another; what is not there some hours after the first is no longer waited for, and `missing` names it, as it does what this connection may not read. A night is told of once, whatever is corrected later, and up to 14 days late. A night begins to count with something that is measured in sleep, if any of that is wanted.",
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["summaryDay"],
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.readonly", "activity_and_fitness.readonly"],
  polls: { idle: 1, firing: 6, every: "4 hours" },
} satisfies Twin<typeof source>;
