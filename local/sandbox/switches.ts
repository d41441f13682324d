/**
 * Where the documentation is silent, or the real API has been seen to answer in more than one
 * way. Each line is something a client must live with; the default is what is documented.
 */
export interface Switches {
  /** The `activities` and `sleep` keys of lists are missing instead of empty. */
  listKeyMissingWhenEmpty: boolean;
  /** `goals.distance` of the daily summary in millimetres, as seen since June 2026. */
  goalsDistanceInMillimetres: boolean;
  /** DELETE answers 200 with a body instead of 204. */
  deleteAnswers200: boolean;
  /** Activity objects of the list carry `heartRateZones`; missing since October 2025. */
  heartRateZonesInActivities: boolean;
  /** The classic `{errors: […]}`, or the `{error: {…}}` of Google's front end. */
  errorEnvelope: "classic" | "google";
  /** A 429 carries `Retry-After`. */
  retryAfterOn429: boolean;
  /** What beforeDate and afterDate of the sleep list are compared with. */
  sleepListDateMeans: "start" | "dateOfSleep";
  /** Dates of lists may end with the minute, or milliseconds; documented: day or second. */
  listDatesLenient: boolean;
  /** The watch has an altimeter; without it floors and elevation are a wrong path. */
  altimeter: boolean;
  /** The daily summary has `floors` and `elevation`; live answers of June 2026 had not. */
  floorsInSummary: boolean;
  /** The daily summary has `calorieEstimationMu` and its like; live answers had not. */
  estimationInSummary: boolean;
  /** `today` is taken where only yyyy-MM-dd is documented (daily summary, sleep). */
  todayEverywhere: boolean;
  /** A start time with seconds is taken, and silently mangled: they are read as minutes. */
  secondsAccepted: boolean;
  /** `manualCalories` is required of every new activity log. */
  manualCaloriesRequired: boolean;
  /** The energy of a log that was written elsewhere without any: an estimate, or 0. */
  untoldCaloriesEstimated: boolean;
  /** The status of a range that is too long. */
  rangeTooLongStatus: 400 | 422;
}

export const DEFAULT_SWITCHES: Switches = {
  listKeyMissingWhenEmpty: false,
  goalsDistanceInMillimetres: false,
  deleteAnswers200: false,
  heartRateZonesInActivities: true,
  errorEnvelope: "classic",
  retryAfterOn429: true,
  sleepListDateMeans: "start",
  listDatesLenient: true,
  altimeter: true,
  floorsInSummary: true,
  estimationInSummary: false,
  todayEverywhere: false,
  secondsAccepted: false,
  manualCaloriesRequired: false,
  untoldCaloriesEstimated: false,
  rangeTooLongStatus: 422,
};
