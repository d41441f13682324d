import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** The profile holds the age and nothing else, as seen. */
    profileAgeOnly: boolean;
  }
}

export const userSwitches = {
  profileAgeOnly: false,
} satisfies Partial<HealthSwitches>;
