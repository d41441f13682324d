import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** Body fat can be deleted, as documented; seen was 500. */
    bodyFatDeletes: boolean;
  }
}

export const bodySwitches = {
  bodyFatDeletes: true,
} satisfies Partial<HealthSwitches>;
