/**
 * The messages of the API that the person has a part in: field → type. "!" is required of
 * requests, "~" is set by the server alone, [x] is a list of x, A|B one of these words; words
 * that are many stand in `ENUMS`.
 * https://developers.google.com/health/reference/rest
 */
export const SCHEMAS: Record<string, Record<string, string>> = {
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
  Application: {
    googleWebClientId: "string~", packageName: "string~", webClientId: "string~",
  },
  BatchDeleteDataPointsRequest: { names: "[string]!" },
  BodyFat: { percentage: "double!", sampleTime: "ObservationSampleTime!" },
  BodyFatRollupValue: { bodyFatPercentageAvg: "double" },
  CaloriesInHeartRateZoneRollupValue: {
    caloriesInHeartRateZones: "[CaloriesInHeartRateZoneValue]",
  },
  CaloriesInHeartRateZoneValue: {
    heartRateZone: "LIGHT|MODERATE|VIGOROUS|PEAK", kcal: "double",
  },
  CivilDateTime: { date: "Date!", time: "TimeOfDay" },
  CivilTimeInterval: { end: "CivilDateTime!", start: "CivilDateTime!" },
  DailyHeartRateZones: { date: "Date!", heartRateZones: "[HeartRateZone]!" },
  DailyRestingHeartRate: {
    beatsPerMinute: "int64!", dailyRestingHeartRateMetadata: "DailyRestingHeartRateMetadata",
    date: "Date!",
  },
  DailyRestingHeartRateMetadata: { calculationMethod: "WITH_SLEEP|ONLY_WITH_AWAKE_DATA!" },
  DailyRollUpDataPointsRequest: {
    dataSourceFamily: "string", pageSize: "int32", pageToken: "string",
    range: "CivilTimeInterval!", windowSizeDays: "int32",
  },
  DataSource: {
    application: "Application~", device: "Device",
    platform: "FITBIT|HEALTH_CONNECT|HEALTH_KIT|FIT|FITBIT_WEB_API|NEST|GOOGLE_WEB_API|GOOGLE_PARTNER_INTEGRATION~",
    recordingMethod: "MANUAL|PASSIVELY_MEASURED|DERIVED|ACTIVELY_MEASURED|UNKNOWN",
  },
  Date: { day: "int32", month: "int32", year: "int32" },
  Device: {
    displayName: "string",
    formFactor: "FITNESS_BAND|WATCH|PHONE|RING|CHEST_STRAP|SCALE|TABLET|HEAD_MOUNTED|SMART_DISPLAY",
    manufacturer: "string",
  },
  Distance: { interval: "ObservationTimeInterval!", millimeters: "int64!" },
  DistanceRollupValue: { millimetersSum: "int64" },
  EnergyQuantity: { kcal: "double!", userProvidedUnit: "EnergyUnit" },
  EnergyQuantityRollup: { kcalSum: "double!", userProvidedUnitLast: "EnergyUnit" },
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
  ExportExerciseTcxResponse: { tcxData: "string" },
  Floors: { count: "int64!", interval: "ObservationTimeInterval!" },
  FloorsRollupValue: { countSum: "int64" },
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
  Height: { heightMillimeters: "int64!", sampleTime: "ObservationSampleTime!" },
  HydrationLog: { amountConsumed: "VolumeQuantity!", interval: "SessionTimeInterval!" },
  HydrationLogRollupValue: { amountConsumed: "VolumeQuantityRollup" },
  Identity: { healthUserId: "string~", legacyUserId: "string~", name: "string" },
  Interval: { endTime: "timestamp", startTime: "timestamp" },
  IrnProfile: {
    enrollmentStatus: "boolean!", name: "string", onboardingStatus: "boolean!",
    updateTime: "timestamp~",
  },
  MenstrualPeriod: { interval: "ObservationTimeInterval!", notes: "string" },
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
  Moods: {
    moods: "[Mood]!", sampleTime: "ObservationSampleTime!",
    valences: "[UNPLEASANT|BASELINE|PLEASANT]",
  },
  NutrientQuantity: { nutrient: "Nutrient!", quantity: "WeightQuantity!" },
  NutrientQuantityRollup: { nutrient: "Nutrient!", quantity: "WeightQuantityRollup!" },
  NutritionLog: {
    energy: "EnergyQuantity", energyFromFat: "EnergyQuantity", food: "string",
    foodDisplayName: "string", interval: "SessionTimeInterval!", mealType: "MealType",
    nutrients: "[NutrientQuantity]", serving: "Serving", totalCarbohydrate: "WeightQuantity",
    totalFat: "WeightQuantity",
  },
  NutritionLogRollupValue: {
    energy: "EnergyQuantityRollup", energyFromFat: "EnergyQuantityRollup",
    nutrients: "[NutrientQuantityRollup]", totalCarbohydrate: "WeightQuantityRollup",
    totalFat: "WeightQuantityRollup",
  },
  ObservationSampleTime: {
    civilTime: "CivilDateTime~", physicalTime: "timestamp!", utcOffset: "duration!",
  },
  ObservationTimeInterval: {
    civilEndTime: "CivilDateTime~", civilStartTime: "CivilDateTime~", endTime: "timestamp!",
    endUtcOffset: "duration!", startTime: "timestamp!", startUtcOffset: "duration!",
  },
  OutOfBedSegment: {
    endTime: "timestamp!", endUtcOffset: "duration!", startTime: "timestamp!",
    startUtcOffset: "duration!",
  },
  OvulationTest: {
    result: "NEGATIVE|LUTEINIZING_HORMONE_SURGE|ESTROGEN_SURGE|POSITIVE|INDETERMINATE!",
    sampleTime: "ObservationSampleTime!",
  },
  PairedDevice: {
    batteryLevel: "int32~", batteryStatus: "string~", deviceType: "TRACKER|SCALE~",
    deviceVersion: "string~", features: "[string]~", lastSyncTime: "timestamp~",
    macAddress: "string~", name: "string",
  },
  Profile: {
    age: "int32", autoRunningStrideLengthMm: "int32~", autoWalkingStrideLengthMm: "int32~",
    membershipStartDate: "Date~", name: "string", userConfiguredRunningStrideLengthMm: "int32",
    userConfiguredWalkingStrideLengthMm: "int32",
  },
  RollUpDataPointsRequest: {
    dataSourceFamily: "string", pageSize: "int32", pageToken: "string", range: "Interval!",
    windowSize: "duration!",
  },
  SedentaryPeriod: { interval: "ObservationTimeInterval!" },
  SedentaryPeriodRollupValue: { durationSum: "duration" },
  Serving: {
    amount: "double", foodMeasurementUnit: "string!",
    foodMeasurementUnitDisplayName: "string~",
  },
  SessionTimeInterval: {
    civilEndTime: "CivilDateTime~", civilStartTime: "CivilDateTime~", endTime: "timestamp!",
    endUtcOffset: "duration!", startTime: "timestamp!", startUtcOffset: "duration!",
  },
  Settings: {
    autoStrideEnabled: "boolean", distanceUnit: "DISTANCE_UNIT_MILES|DISTANCE_UNIT_KILOMETERS",
    foodLanguageCode: "string~", glucoseUnit: "GLUCOSE_UNIT_MG_DL|GLUCOSE_UNIT_MMOL_L",
    heightUnit: "HEIGHT_UNIT_INCHES|HEIGHT_UNIT_CENTIMETERS", languageLocale: "string",
    name: "string",
    strideLengthRunningType: "STRIDE_LENGTH_TYPE_DEFAULT|STRIDE_LENGTH_TYPE_MANUAL|STRIDE_LENGTH_TYPE_AUTO",
    strideLengthWalkingType: "STRIDE_LENGTH_TYPE_DEFAULT|STRIDE_LENGTH_TYPE_MANUAL|STRIDE_LENGTH_TYPE_AUTO",
    swimUnit: "SWIM_UNIT_METERS|SWIM_UNIT_YARDS",
    temperatureUnit: "TEMPERATURE_UNIT_CELSIUS|TEMPERATURE_UNIT_FAHRENHEIT",
    timeZone: "string", utcOffset: "duration",
    waterUnit: "WATER_UNIT_ML|WATER_UNIT_FL_OZ|WATER_UNIT_CUP",
    weightUnit: "WEIGHT_UNIT_POUNDS|WEIGHT_UNIT_STONE|WEIGHT_UNIT_KILOGRAMS",
  },
  Sleep: {
    createTime: "timestamp~", interval: "SessionTimeInterval!", metadata: "SleepMetadata",
    outOfBedSegments: "[OutOfBedSegment]", shortAwakenings: "[SleepStage]~",
    stages: "[SleepStage]", summary: "SleepSummary~", type: "CLASSIC|STAGES",
    updateTime: "timestamp~",
  },
  SleepMetadata: {
    externalId: "string", mainSleep: "boolean~", manuallyEdited: "boolean~", nap: "boolean~",
    processed: "boolean~",
    stagesStatus: "REJECTED_COVERAGE|REJECTED_MAX_GAP|REJECTED_START_GAP|REJECTED_END_GAP|REJECTED_NAP|REJECTED_SERVER|TIMEOUT|SUCCEEDED|PROCESSING_INTERNAL_ERROR~",
  },
  SleepStage: {
    createTime: "timestamp~", endTime: "timestamp!", endUtcOffset: "duration!",
    startTime: "timestamp!", startUtcOffset: "duration!",
    type: "AWAKE|LIGHT|DEEP|REM|ASLEEP|RESTLESS!", updateTime: "timestamp~",
  },
  SleepSummary: {
    minutesAfterWakeUp: "int64~", minutesAsleep: "int64~", minutesAwake: "int64~",
    minutesInSleepPeriod: "int64~", minutesToFallAsleep: "int64~",
    stagesSummary: "[StageSummary]~",
  },
  SplitSummary: {
    activeDuration: "duration~", endTime: "timestamp!", endUtcOffset: "duration!",
    metricsSummary: "MetricsSummary!", splitType: "MANUAL|DURATION|DISTANCE|CALORIES!",
    startTime: "timestamp!", startUtcOffset: "duration!",
  },
  StageSummary: {
    count: "int64~", minutes: "int64~", type: "AWAKE|LIGHT|DEEP|REM|ASLEEP|RESTLESS~",
  },
  Steps: { count: "int64!", interval: "ObservationTimeInterval!" },
  StepsRollupValue: { countSum: "int64" },
  SwimLengthsData: {
    interval: "ObservationTimeInterval!", strokeCount: "int64!",
    swimStrokeType: "FREESTYLE|BACKSTROKE|BREASTSTROKE|BUTTERFLY!",
  },
  SwimLengthsDataRollupValue: { strokeCountSum: "int64" },
  Symptoms: { sampleTime: "ObservationSampleTime!", symptoms: "[Symptom]!" },
  TimeInHeartRateZone: {
    heartRateZoneType: "LIGHT|MODERATE|VIGOROUS|PEAK!", interval: "ObservationTimeInterval!",
  },
  TimeInHeartRateZoneRollupValue: { timeInHeartRateZones: "[TimeInHeartRateZoneValue]" },
  TimeInHeartRateZoneValue: {
    duration: "duration", heartRateZone: "LIGHT|MODERATE|VIGOROUS|PEAK",
  },
  TimeInHeartRateZones: {
    lightTime: "duration", moderateTime: "duration", peakTime: "duration",
    vigorousTime: "duration",
  },
  TimeOfDay: { hours: "int32", minutes: "int32", nanos: "int32", seconds: "int32" },
  TotalCaloriesRollupValue: { kcalSum: "double" },
  VolumeQuantity: { milliliters: "double!", userProvidedUnit: "VolumeUnit" },
  VolumeQuantityRollup: { millilitersSum: "double!", userProvidedUnitLast: "VolumeUnit" },
  Weight: { notes: "string", sampleTime: "ObservationSampleTime!", weightGrams: "double!" },
  WeightQuantity: { grams: "double!", userProvidedUnit: "WeightUnit" },
  WeightQuantityRollup: { gramsSum: "double!", userProvidedUnitLast: "WeightUnit" },
  WeightRollupValue: { weightGramsAvg: "double" },
};
