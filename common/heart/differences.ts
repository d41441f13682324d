import { absent, type Difference } from "../difference";

/** What Google Health does not have of these records. */
export const heartDifferences = {
  heartDay: [
    absent("custom heart rate zones", ["value.customHeartRateZones"]),
  ],
} satisfies Record<string, readonly Difference[]>;
