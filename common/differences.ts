/**
 * What Google Health does not have of Fitbit's records: the one table that the mapping, the
 * descriptions and docs/differences.md share.
 */

export interface Difference {
  /** The fields, as paths in the record. */
  fields: readonly string[];
  /** How a description names them. */
  words: string;
  is: "absent" | "approximate";
  why: string;
}

const NO_SOURCE = "The API has nothing like it.";

const absent = (words: string, fields: readonly string[], why = NO_SOURCE): Difference =>
  ({ words, fields, is: "absent", why });

const approximate = (words: string, fields: readonly string[], why: string): Difference =>
  ({ words, fields, is: "approximate", why });

const NAMES_OF_TYPES = approximate(
  "names of rarer activities",
  ["activityName", "name"],
  "A type that Fitbit has no name for has Google's, in the language of the account.",
);

const ESTIMATES = approximate(
  "steps and calories of activities logged by hand",
  ["steps", "calories"],
  "Fitbit estimates what is not given, Google does not.",
);

export const differences = {
  profile: [
    absent("names and the text about oneself", [
      "aboutMe", "displayName", "displayNameSetting", "firstName", "fullName", "lastName",
    ]),
    absent("gender and birth date", ["gender", "dateOfBirth"]),
    absent("pictures", ["avatar", "avatar150", "avatar640"]),
    absent("place", ["city", "country", "state"]),
    absent("badges", ["topBadges"]),
    absent("average daily steps", ["averageDailySteps"]),
    absent("settings of the Fitbit app", [
      "ambassador", "challengesBeta", "clockTimeDisplayFormat", "corporate", "corporateAdmin",
      "features", "isBugReportEnabled", "isChild", "isCoach", "legalTermsAcceptRequired",
      "mfaEnabled", "sdkDeveloper", "sleepTracking", "startDayOfWeek", "visibleUser",
    ]),
  ],
  profileChanges: [
    absent("every other field of the profile", [
      "aboutMe", "birthday", "city", "clockTimeDisplayFormat", "country", "foodsLocale",
      "fullName", "gender", "locale", "startDayOfWeek", "state", "timezone",
    ], "The API changes strides, height and unit settings alone."),
  ],
  activityDay: [
    absent("goals", ["goals"]),
    absent("distances by intensity and by activity", [
      "summary.distances[loggedActivities]", "summary.distances[veryActive]",
      "summary.distances[moderatelyActive]", "summary.distances[lightlyActive]",
      "summary.distances[sedentaryActive]", "summary.distances[<activity>]",
    ]),
    absent("estimates of calories", [
      "summary.activeScore", "summary.calorieEstimationMu", "summary.caloriesOutUnestimated",
      "summary.marginalCalories", "summary.useEstimation",
    ]),
    absent("custom heart rate zones", ["summary.customHeartRateZones"]),
    approximate(
      "activity calories",
      ["summary.activityCalories"],
      "Google leaves out what is burned at rest, Fitbit counts it in active minutes.",
    ),
    approximate(
      "calories at rest",
      ["summary.caloriesBMR"],
      "All calories less the active ones.",
    ),
    approximate(
      "minutes by intensity",
      [
        "summary.sedentaryMinutes", "summary.lightlyActiveMinutes",
        "summary.fairlyActiveMinutes", "summary.veryActiveMinutes",
      ],
      "Counted by Google's own rules, while the watch is worn.",
    ),
  ],
  dayActivity: [
    absent("activity type ids", ["activityId", "activityParentId", "activityParentName"]),
    absent("descriptions and favorites of activities", [
      "description", "detailsLink", "hasActiveZoneMinutes", "isFavorite",
    ]),
    ESTIMATES,
    NAMES_OF_TYPES,
  ],
  activityLog: [
    absent("activity type ids", ["activityTypeId"]),
    absent("activity levels", ["activityLevel"]),
    absent(
      "heart rate zones",
      ["heartRateZones", "hasActiveZoneMinutes"],
      "An exercise does not say what the zones' limits were.",
    ),
    absent("original values", [
      "manualValuesSpecified", "originalDuration", "originalStartTime",
    ]),
    absent(
      "links",
      [
        "caloriesLink", "detailsLink", "heartRateLink", "source.trackerFeatures", "source.url",
        "tcxLink",
      ],
      "They lead into the Fitbit Web API.",
    ),
    approximate(
      "`logType` and `source`",
      ["logType", "source"],
      "Worked out from the recording method, the device and the app that Google names.",
    ),
    approximate(
      "pace, speed and climbs of 0",
      ["pace", "speed", "elevationGain"],
      "The averages are Google's own; a climb of 0 is left out, as an unknown one is.",
    ),
    ESTIMATES,
    NAMES_OF_TYPES,
  ],
  sleepLog: [
    absent("`efficiency`", ["efficiency"]),
    absent("thirty-day averages", ["levels.summary[].thirtyDayAvgMinutes"]),
    approximate(
      "`infoCode`",
      ["infoCode"],
      "Inferred from the status of the stages; absent where there is none.",
    ),
  ],
} satisfies Record<string, readonly Difference[]>;

export type DifferingRecord = keyof typeof differences;

/** The records that a component gives or takes, by its name without the app. */
export const recordsOf: Record<string, readonly DifferingRecord[]> = {
  "get-profile": ["profile"],
  "update-profile": ["profileChanges"],
  "get-activity-summary": ["activityDay", "dayActivity"],
  "list-activity-logs": ["activityLog"],
  "log-activity": ["dayActivity"],
  "get-sleep-log": ["sleepLog"],
  "list-sleep-logs": ["sleepLog"],
  "log-sleep": ["sleepLog"],
  "new-activity-log": ["activityLog"],
  "new-sleep-log": ["sleepLog"],
};

/** The fields of a record that Google Health has no source for. */
export function absentFields(record: DifferingRecord): string[] {
  const rows: readonly Difference[] = differences[record];
  return rows.filter((row) => row.is === "absent").flatMap(({ fields }) => fields);
}

/** What a component's description on Google Health says of the differences. */
export function differencesInWords(component: string): string {
  const records = recordsOf[component] ?? [];
  const rows = records.flatMap((record): Difference[] => differences[record]);
  const told = (kind: Difference["is"]) => [
    ...new Set(rows.filter((row) => row.is === kind).map(({ words }) => words)),
  ];
  return [
    sentence("Absent here, for want of a source", told("absent")),
    sentence("Approximate here", told("approximate")),
  ].filter(Boolean).join(" ");
}

function sentence(start: string, words: string[]): string {
  return words.length ? `${start}: ${words.join(", ")}.` : "";
}

/**
 * What a description says where the account that Pipedream manages, with its four scopes that
 * only read, is not enough.
 */
export const OWN_CLIENT = "The account that Pipedream manages does not carry the scopes for this: connect with your own Google OAuth client.";
