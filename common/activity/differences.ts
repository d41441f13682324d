import { absent, approximate, type Difference } from "../difference";
import { zonesOfDay } from "../heart/differences";

const NAMES_OF_TYPES = approximate(
  "names of rarer activities",
  ["activityName", "name"],
  "A type that Fitbit has no name for has Google's, in the language of the account.",
);

/** How figures of a day differ, by what a record calls them. */
const figures = (activity: string[], rest: string[], minutes: string[]) => [
  approximate(
    "activity calories",
    activity,
    "Google leaves out what is burned at rest, Fitbit counts it in active minutes.",
  ),
  approximate("calories at rest", rest, "All calories less the active ones."),
  approximate(
    "minutes by intensity",
    minutes,
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
    ...zonesOfDay("summary"),
    ...figures(["summary.activityCalories"], ["summary.caloriesBMR"], [
      "summary.sedentaryMinutes", "summary.lightlyActiveMinutes",
      "summary.fairlyActiveMinutes", "summary.veryActiveMinutes",
    ]),
  ],
  activityFigures: [
    ...figures(["activityCalories", "tracker/activityCalories"], ["caloriesBMR"], [
      "minutesSedentary", "minutesLightlyActive", "minutesFairlyActive", "minutesVeryActive",
      "tracker/minutesSedentary", "tracker/minutesLightlyActive",
      "tracker/minutesFairlyActive", "tracker/minutesVeryActive",
    ]),
    approximate(
      "days without a stroke",
      ["swimming-strokes"],
      "They are left out, where Fitbit writes 0.",
    ),
  ],
  intradayActivity: [
    approximate("minutes without any", ["dataset[].value"], "They are left out, where Fitbit writes 0."),
    approximate(
      "what was logged by hand",
      ["total", "maximum", "mean"],
      "It counts within the day, where Fitbit has it in the day's sum alone.",
    ),
  ],
  activityHabit: [
    absent("ids and descriptions of kinds", ["activityId", "description"]),
    approximate(
      "their calories and distances",
      ["calories", "distance"],
      "Those of the newest exercise; Fitbit rounds them, and often has none.",
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
      "climbs of 0",
      ["elevationGain"],
      "A climb of 0 is left out, as an unknown one is.",
    ),
    ESTIMATES,
    NAMES_OF_TYPES,
  ],
} satisfies Record<string, readonly Difference[]>;
