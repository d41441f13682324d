import { activityMetrics } from "../../common/activity/metrics";
import { bodyMetrics } from "../../common/body/metrics";
import type { DifferingRecord } from "../../common/differences";
import { columns } from "../../common/rows";

/** The fields of Fitbit's records, after the examples of its reference. */
export const fitbitFields: Record<Exclude<DifferingRecord, "profileChanges">, string[]> = {
  profile: [
    "aboutMe", "age", "ambassador", "autoStrideEnabled", "avatar", "avatar150", "avatar640",
    "averageDailySteps", "challengesBeta", "city", "clockTimeDisplayFormat", "corporate",
    "corporateAdmin", "country", "dateOfBirth", "displayName", "displayNameSetting",
    "distanceUnit", "encodedId", "features", "firstName", "foodsLocale", "fullName", "gender",
    "glucoseUnit", "height", "heightUnit", "isBugReportEnabled", "isChild", "isCoach",
    "languageLocale", "lastName", "legalTermsAcceptRequired", "locale", "memberSince",
    "mfaEnabled", "offsetFromUTCMillis", "sdkDeveloper", "sleepTracking", "startDayOfWeek",
    "state", "strideLengthRunning", "strideLengthRunningType", "strideLengthWalking",
    "strideLengthWalkingType", "swimUnit", "temperatureUnit", "timezone", "topBadges",
    "visibleUser", "waterUnit", "waterUnitName", "weight", "weightUnit",
  ],
  activityDay: [
    "activities", "goals", "summary.activeScore", "summary.activityCalories",
    "summary.calorieEstimationMu", "summary.caloriesBMR", "summary.caloriesOut",
    "summary.caloriesOutUnestimated", "summary.customHeartRateZones",
    "summary.distances[<activity>]", "summary.distances[lightlyActive]",
    "summary.distances[loggedActivities]",
    "summary.distances[moderatelyActive]", "summary.distances[sedentaryActive]",
    "summary.distances[total]", "summary.distances[tracker]",
    "summary.distances[veryActive]", "summary.elevation", "summary.fairlyActiveMinutes",
    "summary.floors", "summary.heartRateZones", "summary.lightlyActiveMinutes",
    "summary.marginalCalories", "summary.restingHeartRate", "summary.sedentaryMinutes",
    "summary.steps", "summary.useEstimation", "summary.veryActiveMinutes",
  ],
  dayActivity: [
    "activityId", "activityParentId", "activityParentName", "calories", "description",
    "detailsLink", "distance", "duration", "hasActiveZoneMinutes", "hasStartTime",
    "isFavorite", "lastModified", "logId", "name", "startDate", "startTime", "steps",
  ],
  activityLog: [
    "activeDuration", "activeZoneMinutes", "activityLevel", "activityName", "activityTypeId",
    "averageHeartRate", "calories", "caloriesLink", "detailsLink", "distance",
    "distanceUnit", "duration", "elevationGain", "hasActiveZoneMinutes", "heartRateLink",
    "heartRateZones", "lastModified", "logId", "logType", "manualValuesSpecified",
    "originalDuration", "originalStartTime", "pace", "source.id", "source.name",
    "source.trackerFeatures", "source.type", "source.url", "speed", "startTime", "steps",
    "tcxLink",
  ],
  heartDay: [
    "dateTime", "value.customHeartRateZones", "value.heartRateZones", "value.restingHeartRate",
  ],
  hrvReading: ["minute", "value.coverage", "value.hf", "value.lf", "value.rmssd"],
  skinTemperature: ["dateTime", "logType", "value.nightlyRelative"],
  cardioScore: ["dateTime", "value.vo2Max"],
  cardioFigures: ["date", "vo2Max", "vo2MaxHigh", "vo2MaxLow"],
  activityFigures: [...activityMetrics],
  activityHabit: ["activityId", "calories", "description", "distance", "duration", "name"],
  intradayActivity: ["dataset[].value", "maximum", "mean", "total"],
  foodDay: ["foods", "goals", "notes", "summary"],
  foodLog: [
    "isFavorite", "logDate", "logId", "loggedFood.accessLevel", "loggedFood.amount",
    "loggedFood.brand", "loggedFood.calories",
    "loggedFood.foodId", "loggedFood.locale", "loggedFood.mealTypeId", "loggedFood.name",
    "loggedFood.unit", "loggedFood.units", "nutritionalValues",
  ],
  waterDay: ["summary.water", "water"],
  nutritionFigures: ["caloriesIn", "water"],
  foodHabit: [
    "accessLevel", "amount", "brand", "calories", "dateLastEaten",
    "foodId", "locale", "mealTypeId", "name", "unit", "units",
  ],
  food: [
    "accessLevel", "brand", "calories", "defaultServingSize", "defaultUnit", "foodId",
    "isGeneric", "locale", "name", "servings", "units",
  ],
  summaryDay: columns.map(({ name }) => name),
  sleepLog: [
    "dateOfSleep", "duration", "efficiency", "endTime", "infoCode", "isMainSleep",
    "levels.data", "levels.shortData", "levels.summary[].count",
    "levels.summary[].minutes", "levels.summary[].thirtyDayAvgMinutes", "logId", "logType",
    "minutesAfterWakeup", "minutesAsleep", "minutesAwake", "minutesToFallAsleep",
    "startTime", "timeInBed", "type",
  ],
  weightLog: ["bmi", "date", "fat", "logId", "source", "time", "weight"],
  bodyFatLog: ["date", "fat", "logId", "source", "time"],
  bodyFigures: [...bodyMetrics],
  device: [
    "battery", "batteryLevel", "deviceVersion", "features", "id", "lastSyncTime", "mac", "type",
  ],
};
