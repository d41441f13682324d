/**
 * Where the documentation is silent, or the real API has been seen to answer in more than one
 * way. Each line is something a client must live with; the default is what is documented or,
 * where nothing is, what was seen.
 */
export interface HealthSwitches {
  /** What is wrong with the Google account or the project, for every call. */
  account: "fine" | "not linked" | "not moved" | "no profile" | "API disabled";
  /** The reason of a 403 for a missing scope. */
  missingScopeReason: "MISSING_OAUTH_SCOPE" | "ACCESS_TOKEN_SCOPE_INSUFFICIENT";
  /** A 429 carries `Retry-After`; that is not documented. */
  retryAfterOn429: boolean;
  /** Lists that begin with an empty page which carries a token. */
  emptyFirstPage: "never" | "long ranges" | "always";
  /** The last page has `nextPageToken: ""` instead of none. */
  emptyNextPageToken: boolean;
  /** The order of samples in lists; intervals are documented as newest first. */
  sampleOrder: "newest first" | "oldest first";
  /** Heart-rate samples in a page when no page size is asked for. */
  heartRatePage: 50 | 1440;
  /** dailyRollUp pages (90 days unless asked otherwise) instead of refusing small pages. */
  dailyRollUpPages: boolean;
  /** Which nights with stages, and workouts with GPS, Health Connect tells of as well. */
  healthConnect: "none" | "some" | "all";
  /** These come before the watch has synced, too: until then they are all there is. */
  healthConnectFirst: boolean;
  /** reconcile gives each entry of a sleep's `stagesSummary` twice, as seen. */
  doubledStages: boolean;
  /** Short awakenings count as AWAKE in a sleep's summary. */
  shortAwakeningsCounted: boolean;
  /** Restless minutes of a classic sleep count as awake; documented are AWAKE stages alone. */
  restlessIsAwake: boolean;
  /** A sleep's summary shows zeros, as seen, instead of leaving them out. */
  zerosInSleepSummary: boolean;
  /** Minutes after its end in which a sleep is there, but not yet processed. */
  sleepProcessingMinutes: number;
  /** How what the legacy Fitbit Web API wrote is said to be recorded. */
  fitbitWritesAre: "MANUAL" | "UNKNOWN";
  /** PATCH stores, or fails for every type. */
  patchWorks: boolean;
  /** PATCH stores food logs too, as the migration guide has it; seen was 500 for any body. */
  foodLogPatchWorks: boolean;
  /** A food log may be written with any meal there is; documented are the four usual ones. */
  anyMealType: boolean;
  /** A client may choose the id of what it creates, by the name in the body. */
  clientIds: boolean;
  /** A new exercise must have `metricsSummary` and `displayName`. */
  exerciseNeedsMetrics: boolean;
  /** The basal burn of minutes that the watch knows nothing of is in total-calories. */
  basalWithoutData: boolean;
  /** The profile holds the age and nothing else, as seen. */
  profileAgeOnly: boolean;
}

export const DEFAULT_HEALTH_SWITCHES: HealthSwitches = {
  account: "fine",
  missingScopeReason: "MISSING_OAUTH_SCOPE",
  retryAfterOn429: false,
  emptyFirstPage: "long ranges",
  emptyNextPageToken: false,
  sampleOrder: "newest first",
  heartRatePage: 50,
  dailyRollUpPages: false,
  healthConnect: "some",
  healthConnectFirst: false,
  doubledStages: true,
  shortAwakeningsCounted: true,
  restlessIsAwake: false,
  zerosInSleepSummary: true,
  sleepProcessingMinutes: 0,
  fitbitWritesAre: "MANUAL",
  patchWorks: true,
  foodLogPatchWorks: false,
  anyMealType: false,
  clientIds: false,
  exerciseNeedsMetrics: true,
  basalWithoutData: true,
  profileAgeOnly: false,
};
