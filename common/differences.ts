import { activityDifferences } from "./activity/differences";
import { bodyDifferences } from "./body/differences";
import type { Difference } from "./difference";
import { devicesDifferences } from "./devices/differences";
import { heartDifferences } from "./heart/differences";
import { nutritionDifferences } from "./nutrition/differences";
import { sleepDifferences } from "./sleep/differences";
import { summaryDifferences } from "./summary/differences";
import { userDifferences } from "./user/differences";
import { vitalsDifferences } from "./vitals/differences";

/**
 * What Google Health does not have of Fitbit's records, by record: the one table that the
 * descriptions, the proofs and docs/differences.md share.
 */
export const differences = {
  ...userDifferences,
  ...activityDifferences,
  ...heartDifferences,
  ...vitalsDifferences,
  ...nutritionDifferences,
  ...sleepDifferences,
  ...summaryDifferences,
  ...bodyDifferences,
  ...devicesDifferences,
} satisfies Record<string, readonly Difference[]>;

export type DifferingRecord = keyof typeof differences;
