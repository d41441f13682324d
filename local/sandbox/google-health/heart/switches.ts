import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** Heart-rate samples in a page when no page size is asked for. */
    heartRatePage: 50 | 1440;
    /** A zone of a day ends where the next begins; recorded was a beat before. */
    zonesTouch: boolean;
  }
}

export const heartSwitches = {
  heartRatePage: 50,
  zonesTouch: false,
} satisfies Partial<HealthSwitches>;
