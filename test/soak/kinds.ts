import { fitbitActivities, fitbitSleeps } from "./fitbit-kinds";
import { healthActivities, healthSleeps } from "./google-health-kinds";
import type { Kind } from "./kind";

/** Every source on every app. */
export const kinds: readonly Kind[]
  = [fitbitActivities, fitbitSleeps, healthActivities, healthSleeps]
;
