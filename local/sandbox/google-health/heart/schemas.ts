import type { Schemas } from "../schemas";

export const heartSchemas: Schemas = {
  CaloriesInHeartRateZoneRollupValue: {
    caloriesInHeartRateZones: "[CaloriesInHeartRateZoneValue]",
  },
  CaloriesInHeartRateZoneValue: {
    heartRateZone: "LIGHT|MODERATE|VIGOROUS|PEAK", kcal: "double",
  },
  DailyHeartRateZones: { date: "Date!", heartRateZones: "[HeartRateZone]!" },
  DailyRestingHeartRate: {
    beatsPerMinute: "int64!", dailyRestingHeartRateMetadata: "DailyRestingHeartRateMetadata",
    date: "Date!",
  },
  DailyRestingHeartRateMetadata: { calculationMethod: "WITH_SLEEP|ONLY_WITH_AWAKE_DATA!" },
  HeartRate: {
    beatsPerMinute: "int64!", metadata: "HeartRateMetadata",
    sampleTime: "ObservationSampleTime!",
  },
  HeartRateMetadata: {
    motionContext: "ACTIVE|SEDENTARY", sensorLocation: "CHEST|WRIST|FINGER|HAND|EAR_LOBE|FOOT",
  },
  HeartRateRollupValue: {
    beatsPerMinuteAvg: "double", beatsPerMinuteMax: "double", beatsPerMinuteMin: "double",
  },
  HeartRateZone: {
    heartRateZoneType: "LIGHT|MODERATE|VIGOROUS|PEAK!", maxBeatsPerMinute: "int64!",
    minBeatsPerMinute: "int64!",
  },
  TimeInHeartRateZone: {
    heartRateZoneType: "LIGHT|MODERATE|VIGOROUS|PEAK!", interval: "ObservationTimeInterval!",
  },
  TimeInHeartRateZoneRollupValue: { timeInHeartRateZones: "[TimeInHeartRateZoneValue]" },
  TimeInHeartRateZoneValue: {
    duration: "duration", heartRateZone: "LIGHT|MODERATE|VIGOROUS|PEAK",
  },
};
