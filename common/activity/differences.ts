import { absent, approximate, type Difference } from "../difference";

const NAMES_OF_TYPES = approximate(
  "names of rarer activities",
  ["activityName", "name"],
  "A type that Fitbit has no name for has Google's, in the language of the account.",
);

const FIGURES = [
  approximate(
    "activity calories",
    ["activityCalories", "tracker/activityCalories"],
    "Google leaves out what is burned at rest, Fitbit counts it in active minutes.",
  ),
  approximate("calories at rest", ["caloriesBMR"], "All calories less the active ones."),
  approximate(
    "minutes by intensity",
    [
      "minutesSedentary", "minutesLightlyActive", "minutesFairlyActive", "minutesVeryActive",
      "tracker/minutesSedentary", "tracker/minutesLightlyActive",
      "tracker/minutesFairlyActive", "tracker/minutesVeryActive",
    ],
    "Counted by Google's own rules, while the watch is worn.",
  ),
];

const ESTIMATES = approximate(
  "steps and calories of activities logged by hand",
  ["steps", "calories"],
  "Fitbit estimates what is not given, Google does not.",
);

/** What Google Health does not have of these records. */
export const activityDifferences = {
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
    approximate(
      "heart rate zones",
      [
        "summary.heartRateZones[].max", "summary.heartRateZones[].minutes",
        "summary.heartRateZones[].caloriesOut",
      ],
      "Google's end a beat before the next begins, and count while the watch is worn.",
    ),
  ],
  activityFigures: FIGURES,
  intradayActivity: [
    approximate("minutes without any", ["dataset[].value"], "They are left out, where Fitbit writes 0."),
  ],
  activityHabit: [
    absent("ids and descriptions of kinds", ["activityId", "description"]),
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
      "climbs of 0",
      ["elevationGain"],
      "A climb of 0 is left out, as an unknown one is.",
    ),
    ESTIMATES,
    NAMES_OF_TYPES,
  ],
} satisfies Record<string, readonly Difference[]>;
