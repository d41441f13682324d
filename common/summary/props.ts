import { goalMetrics, metricOptions } from "./choices";
import { nightMetrics } from "./night-metrics";

/** The props of goals of a day. */
export const goalProps = {
  goalMetric: {
    type: "string",
    label: "Metric",
    description: "What the goal is for, e.g. `floors`. One of `steps`, `distance`, `floors`, `calories`, `activeMinutes` (fairly and very active), `activeZoneMinutes`; left out, `steps`.",
    optional: true,
    options: metricOptions(goalMetrics),
  },
  goalTarget: {
    type: "string",
    label: "Target",
    description: "How much is to be reached in a day, e.g. `10000`; a distance in the units of Unit System. Left out, your own goal at Fitbit.",
    optional: true,
  },
} as const;

/** Which figures of a night are waited for. */
export const nightProps = {
  nightMetrics: {
    type: "string[]",
    label: "Metrics",
    description: "The figures of a night that are waited for, e.g. `hrv`. Any of `restingHeartRate`, `hrv`, `spo2`, `breathingRate`, `skinTemperature`, `vo2Max`; left out, all.",
    optional: true,
    options: metricOptions(nightMetrics),
  },
} as const;
