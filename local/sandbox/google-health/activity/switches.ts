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
    /** What lists say of steps besides the watch's: a phone's beside it, minutes of a journey
     *  under two offsets with other counts, an app's record of a whole day. */
    stepCopies: "none" | "of phone" | "of two offsets" | "of days";
  }
}

export const activitySwitches = {
  exerciseNeedsMetrics: false,
  speedInMetrics: false,
  basalWithoutData: true,
  stepCopies: "none",
} satisfies Partial<HealthSwitches>;
