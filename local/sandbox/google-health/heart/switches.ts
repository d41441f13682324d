import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** Heart-rate samples in a page when no page size is asked for. */
    heartRatePage: 50 | 1440;
  }
}

export const heartSwitches = {
  heartRatePage: 50,
} satisfies Partial<HealthSwitches>;
