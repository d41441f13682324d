import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** PATCH stores food logs too, as the guide has it; seen was 500 for any body. */
    foodLogPatchWorks: boolean;
    /** A food log may have any meal there is; documented are the four usual ones. */
    anyMealType: boolean;
  }
}

export const nutritionSwitches = {
  foodLogPatchWorks: false,
  anyMealType: false,
} satisfies Partial<HealthSwitches>;
