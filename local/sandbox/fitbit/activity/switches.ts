import type { Switches } from "../switches";

declare module "../switches" {
  interface Switches {
    /** `goals.distance` of the daily summary in millimetres, as seen since June 2026. */
    goalsDistanceInMillimetres: boolean;
    /** Activity objects of the list carry `heartRateZones`; missing since October 2025. */
    heartRateZonesInActivities: boolean;
    /** The watch has an altimeter; without it floors and elevation are a wrong path. */
    altimeter: boolean;
    /** How the list of activities goes on: both were recorded, the first is documented. */
    activityListMoves: "date" | "offset";
    /** The daily summary has `floors` and `elevation`; live answers of June 2026 had not. */
    floorsInSummary: boolean;
    /** The daily summary has `calorieEstimationMu` and its like; live answers had not. */
    estimationInSummary: boolean;
    /** `manualCalories` is required of every new activity log. */
    manualCaloriesRequired: boolean;
    /** The energy of a log that was written elsewhere without any: an estimate, or 0. */
    untoldCaloriesEstimated: boolean;
    /** The TCX of a log without a track has no lap (2019), or a lap with its totals (2015). */
    tcxWithoutTrack: "no lap" | "lap";
    /** How the path of a workout summary ends: documented both ways. */
    workoutSummaryEnds: "workout-summary" | "workout-summary.json";
  }
}

export const activitySwitches = {
  goalsDistanceInMillimetres: false,
  activityListMoves: "date",
  heartRateZonesInActivities: true,
  altimeter: true,
  floorsInSummary: true,
  estimationInSummary: false,
  manualCaloriesRequired: false,
  untoldCaloriesEstimated: false,
  tcxWithoutTrack: "no lap",
  workoutSummaryEnds: "workout-summary",
} satisfies Partial<Switches>;
