import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** A food log may have any meal there is; documented are the four usual ones. */
    anyMealType: boolean;
  }
}

export const nutritionSwitches = {
  anyMealType: false,
} satisfies Partial<HealthSwitches>;
