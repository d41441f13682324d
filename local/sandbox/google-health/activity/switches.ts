import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** A new exercise must have `metricsSummary` and `displayName`, as documented; seen was
     *  that it need not, and is answered without them. */
    exerciseNeedsMetrics: boolean;
    /** The metrics of an exercise have the average speed; a real walk had its pace alone. */
    speedInMetrics: boolean;
    /** The basal burn of minutes that the watch knows nothing of is in total-calories. */
    basalWithoutData: boolean;
  }
}

export const activitySwitches = {
  exerciseNeedsMetrics: false,
  speedInMetrics: false,
  basalWithoutData: true,
} satisfies Partial<HealthSwitches>;
