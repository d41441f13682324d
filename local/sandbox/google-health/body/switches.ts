import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** Body fat can be deleted, as documented; seen was 500. */
    bodyFatDeletes: boolean;
    /** What the scale measured is listed twice more, from other sources: 30 and 38 s later. */
    weightCopies: boolean;
  }
}

export const bodySwitches = {
  bodyFatDeletes: true,
  weightCopies: false,
} satisfies Partial<HealthSwitches>;
