import { goalMetrics, metricOptions } from "./choices";

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
