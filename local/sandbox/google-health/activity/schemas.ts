import type { Schemas } from "../schemas";
import { EXERCISE_TYPES } from "./exercise-types";

export const activitySchemas: Schemas = {
  ActiveEnergyBurned: { interval: "ObservationTimeInterval!", kcal: "double!" },
  ActiveEnergyBurnedRollupValue: { kcalSum: "double~" },
  ActiveMinutes: {
    activeMinutesByActivityLevel: "[ActiveMinutesByActivityLevel]!",
    interval: "ObservationTimeInterval!",
  },
  ActiveMinutesByActivityLevel: {
    activeMinutes: "int64!", activityLevel: "LIGHT|MODERATE|VIGOROUS!",
  },
  ActiveMinutesRollupByActivityLevel: {
    activeMinutesSum: "int64", activityLevel: "LIGHT|MODERATE|VIGOROUS",
  },
  ActiveMinutesRollupValue: {
    activeMinutesRollupByActivityLevel: "[ActiveMinutesRollupByActivityLevel]",
  },
  ActiveZoneMinutes: {
    activeZoneMinutes: "int64!", heartRateZone: "FAT_BURN|CARDIO|PEAK!",
    interval: "ObservationTimeInterval!",
  },
  ActiveZoneMinutesRollupValue: {
    sumInCardioHeartZone: "int64", sumInFatBurnHeartZone: "int64", sumInPeakHeartZone: "int64",
  },
  ActivityLevel: {
    activityLevelType: "SEDENTARY|LIGHTLY_ACTIVE|MODERATELY_ACTIVE|VERY_ACTIVE!",
    interval: "ObservationTimeInterval!",
  },
  Altitude: { gainMillimeters: "int64!", interval: "ObservationTimeInterval!" },
  AltitudeRollupValue: { gainMillimetersSum: "int64" },
  Distance: { interval: "ObservationTimeInterval!", millimeters: "int64!" },
  DistanceRollupValue: { millimetersSum: "int64" },
  Exercise: {
    activeDuration: "duration", createTime: "timestamp~", displayName: "string!",
    exerciseEvents: "[ExerciseEvent]", exerciseMetadata: "ExerciseMetadata",
    exerciseType: "ExerciseType!", interval: "SessionTimeInterval!",
    metricsSummary: "MetricsSummary!", notes: "string", splitSummaries: "[SplitSummary]",
    splits: "[SplitSummary]", updateTime: "timestamp~",
  },
  ExerciseEvent: {
    eventTime: "timestamp!", eventUtcOffset: "duration!",
    exerciseEventType: "START|STOP|PAUSE|RESUME|AUTO_PAUSE|AUTO_RESUME!",
  },
  ExerciseMetadata: { hasGps: "boolean", poolLengthMillimeters: "int64" },
  ExerciseType: EXERCISE_TYPES,
  ExportExerciseTcxResponse: { tcxData: "string" },
  Floors: { count: "int64!", interval: "ObservationTimeInterval!" },
  FloorsRollupValue: { countSum: "int64" },
  MetricsSummary: {
    activeZoneMinutes: "int64", averageHeartRateBeatsPerMinute: "int64",
    averagePaceSecondsPerMeter: "double", averageSpeedMillimetersPerSecond: "double",
    caloriesKcal: "double", distanceMillimeters: "double", elevationGainMillimeters: "double",
    heartRateZoneDurations: "TimeInHeartRateZones", mobilityMetrics: "MobilityMetrics",
    runVo2Max: "double", steps: "int64", totalSwimLengths: "double",
  },
  MobilityMetrics: {
    avgCadenceStepsPerMinute: "double", avgGroundContactTimeDuration: "duration",
    avgStrideLengthMillimeters: "int64", avgVerticalOscillationMillimeters: "int64",
    avgVerticalRatio: "double",
  },
  SedentaryPeriod: { interval: "ObservationTimeInterval!" },
  SedentaryPeriodRollupValue: { durationSum: "duration" },
  SplitSummary: {
    activeDuration: "duration~", endTime: "timestamp!", endUtcOffset: "duration!",
    metricsSummary: "MetricsSummary!", splitType: "MANUAL|DURATION|DISTANCE|CALORIES!",
    startTime: "timestamp!", startUtcOffset: "duration!",
  },
  Steps: { count: "int64!", interval: "ObservationTimeInterval!" },
  StepsRollupValue: { countSum: "int64" },
  SwimLengthsData: {
    interval: "ObservationTimeInterval!", strokeCount: "int64!",
    swimStrokeType: "FREESTYLE|BACKSTROKE|BREASTSTROKE|BUTTERFLY!",
  },
  SwimLengthsDataRollupValue: { strokeCountSum: "int64" },
  TimeInHeartRateZones: {
    lightTime: "duration", moderateTime: "duration", peakTime: "duration",
    vigorousTime: "duration",
  },
  TotalCaloriesRollupValue: { kcalSum: "double" },
};
