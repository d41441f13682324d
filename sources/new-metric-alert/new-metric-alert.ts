import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { defineSource } from "../../common/pipedream";
import { crossings } from "../../common/polling/crossings";
import { pollingSource } from "../../common/polling/source";
import { alertInWords, alertsOf, type Alert } from "../../common/summary/alert";
import { readAlertRule, sides } from "../../common/summary/alert-rule";
import { alertMetrics, metricOptions } from "../../common/summary/choices";
import type { Twin } from "../../common/twin";
import sampleEmit from "./test-event";

export const scopes = ["activity"];
export const polls = { idle: 1, firing: 3, every: "4 hours" };

const source = defineSource({
  key: "fitbit-new-metric-alert",
  name: "New Metric Alert",
  description: "Emit new event for each day whose figure, such as resting heart rate or sleep, is above or below a number, or off what is usual for you, once, whatever is corrected later. What is usual is the mean of the days before and its deviation, once 7 of them have a figure; the log says so until then. Totals of a day are below a line only when the watch has synced past its end, and days on which it was not worn count for nothing. A day that syncs more than 14 days late is not noticed. The first poll with a baseline makes a few requests more. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date-range/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    metric: {
      type: "string",
      label: "Metric",
      description: "The daily figure, e.g. `restingHeartRate`. One of `steps`, `distance`, `floors`, `calories`, `activeMinutes`, `activeZoneMinutes`, `restingHeartRate`, `sleepMinutes`, `deepMinutes`, `lightMinutes`, `remMinutes`, `awakeMinutes`, `hrv`, `spo2`, `breathingRate`, `skinTemperature`, `vo2Max`, `weight`, `bodyFat`, `bmi`, `caloriesIn`, `water`; each takes the scope of its kind, such as `heartrate` or `sleep`. Left out, `steps`.",
      optional: true,
      options: metricOptions(alertMetrics),
    },
    side: {
      type: "string",
      label: "Direction",
      description: "Which way is worth an event, e.g. `above`. One of `above`, `below`; left out, `below`.",
      optional: true,
      options: sides,
    },
    threshold: {
      type: "string",
      label: "Threshold",
      description: "The number that the figure is above or below, e.g. `60`, in the units of Unit System; with Deviations too, it has to be off both. Left out, what is usual for you counts.",
      optional: true,
    },
    deviations: {
      type: "string",
      label: "Deviations",
      description: "How many standard deviations off what is usual for you, e.g. `1.5`. Left out, `2`, or with Threshold that alone counts.",
      optional: true,
    },
    baselineDays: {
      type: "integer",
      label: "Baseline Days",
      description: "How many days before a day say what is usual, e.g. `60`. Left out, `28`.",
      optional: true,
      min: 7,
      max: 90,
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
      const call = pollCall(this, "google_health-new-metric-alert");
      const rule = readAlertRule(this);
      return crossings<Alert>({
        lookBackDays: 14,
        crossed: (looking) => alertsOf(this.fitbit, rule, looking, call),
        summary: (alert) => alertInWords(alert, call.unitSystem),
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  records: ["summaryDay"],
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
  polls: { idle: 1, firing: 4, every: "4 hours" },
  props: {
    metric: {
      description: "The daily figure, e.g. `restingHeartRate`. One of `steps`, `distance`, `floors`, `calories`, `activeMinutes`, `activeZoneMinutes`, `restingHeartRate`, `sleepMinutes`, `deepMinutes`, `lightMinutes`, `remMinutes`, `awakeMinutes`, `hrv`, `spo2`, `breathingRate`, `skinTemperature`, `vo2Max`, `weight`, `bodyFat`, `bmi`, `caloriesIn`, `water`; each takes the scope of its kind, such as `health_metrics_and_measurements.readonly` or `sleep.readonly`. Left out, `steps`.",
    },
  },
} satisfies Twin<typeof source>;
