import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** A new exercise must have `metricsSummary` and `displayName`. */
    exerciseNeedsMetrics: boolean;
    /** The basal burn of minutes that the watch knows nothing of is in total-calories. */
    basalWithoutData: boolean;
  }
}

export const activitySwitches = {
  exerciseNeedsMetrics: true,
  basalWithoutData: true,
} satisfies Partial<HealthSwitches>;
