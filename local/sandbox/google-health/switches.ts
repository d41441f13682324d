/**
 * Where the documentation is silent, or the real API has been seen to answer in more than one
 * way. Each line is something a client must live with; the default is what is documented or,
 * where nothing is, what was seen. What concerns one resource stands in its folder, and is
 * added to this from there.
 */
export interface HealthSwitches {
  /** What is wrong with the Google account or the project, for every call. */
  account: "fine" | "not linked" | "not moved" | "no profile" | "API disabled";
  /** The reason of a 403 for a missing scope. */
  missingScopeReason: "MISSING_OAUTH_SCOPE" | "ACCESS_TOKEN_SCOPE_INSUFFICIENT";
  /** A 429 carries `Retry-After`; that is not documented. */
  retryAfterOn429: boolean;
  /** Lists that begin with an empty page which carries a token: seen of long ranges and of
   *  single points. */
  emptyFirstPage: "never" | "as seen" | "always";
  /** The last page has `nextPageToken: ""` instead of none. */
  emptyNextPageToken: boolean;
  /** The order of samples in lists; intervals are documented as newest first. */
  sampleOrder: "newest first" | "oldest first";
  /** The order of reconcile, which promises none. */
  reconcileOrder: "newest first" | "oldest first";
  /** Roll-ups leave windows without points out, or give them an empty value: both seen. */
  emptyWindows: "left out" | "empty";
  /** dailyRollUp pages (90 days unless asked otherwise) instead of refusing small pages. */
  dailyRollUpPages: boolean;
  /** Which nights with stages, and workouts with GPS, Health Connect tells of as well. */
  healthConnect: "none" | "some" | "all";
  /** These come before the watch has synced, too: until then they are all there is. */
  healthConnectFirst: boolean;
  /** reconcile gives both of a record and what Health Connect tells of it. */
  copiesReconciled: boolean;
  /** What Health Connect tells of a workout begins some seconds before it, ends earlier and
   *  comes a day later, as seen; else it is the same, and there at once. */
  copiesApart: boolean;
  /** Minutes from a sleep or workout on in which reconcile alone has it: list and get, which
   *  tell where it comes from, lag behind. */
  provenanceMinutes: number;
  /** How what the legacy Fitbit Web API wrote is said to be recorded. */
  fitbitWritesAre: "MANUAL" | "UNKNOWN";
  /** PATCH does with each type what was seen, stores, or fails. */
  patch: "as seen" | "stores" | "fails";
  /** A client may choose the id of what it creates, by the name in the body. */
  clientIds: boolean;
}

export const doorSwitches = {
  account: "fine",
  missingScopeReason: "MISSING_OAUTH_SCOPE",
  retryAfterOn429: false,
  emptyFirstPage: "as seen",
  emptyNextPageToken: false,
  sampleOrder: "newest first",
  reconcileOrder: "newest first",
  emptyWindows: "left out",
  dailyRollUpPages: false,
  healthConnect: "some",
  healthConnectFirst: false,
  copiesReconciled: false,
  copiesApart: true,
  provenanceMinutes: 0,
  fitbitWritesAre: "MANUAL",
  patch: "as seen",
  clientIds: false,
} satisfies Partial<HealthSwitches>;
