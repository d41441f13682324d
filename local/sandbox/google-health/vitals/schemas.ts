import type { Schemas } from "../schemas";

export const vitalsSchemas: Schemas = {
  AlertWindow: {
    civilEndTime: "CivilDateTime~", civilStartTime: "CivilDateTime~", endTime: "timestamp!",
    endUtcOffset: "duration!", heartBeats: "[HeartBeat]", positive: "boolean",
    startTime: "timestamp!", startUtcOffset: "duration!",
  },
  BloodGlucose: {
    bloodGlucoseMilligramsPerDeciliter: "double!", mealType: "BREAKFAST|LUNCH|DINNER|SNACK",
    measurementSource: "SELF_MONITORING_BLOOD_GLUCOSE|CONTINUOUS_GLUCOSE_MONITORING|LAB_TEST",
    measurementTiming: "AFTER_MEAL|BEFORE_MEAL|FASTING", notes: "string",
    sampleTime: "ObservationSampleTime!", specimen: "string",
  },
  BloodGlucoseRollupValue: { bloodGlucoseMilligramsPerDeciliterAvg: "double" },
  CoreBodyTemperature: {
    id: "string", measurementLocation: "string", sampleTime: "ObservationSampleTime!",
    temperatureCelsius: "double!",
  },
  CoreBodyTemperatureRollupValue: {
    temperatureCelsiusAvg: "double", temperatureCelsiusMax: "double",
    temperatureCelsiusMin: "double",
  },
  DailyHeartRateVariability: {
    averageHeartRateVariabilityMilliseconds: "double", date: "Date!",
    deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds: "double", entropy: "double",
    nonRemHeartRateBeatsPerMinute: "int64",
  },
  DailyOxygenSaturation: {
    averagePercentage: "double!", date: "Date!", lowerBoundPercentage: "double!",
    standardDeviationPercentage: "double", upperBoundPercentage: "double!",
  },
  DailyRespiratoryRate: { breathsPerMinute: "double!", date: "Date!" },
  DailySleepTemperatureDerivations: {
    baselineTemperatureCelsius: "double", date: "Date!", nightlyTemperatureCelsius: "double!",
    relativeNightlyStddev30dCelsius: "double",
  },
  DailyVO2Max: {
    cardioFitnessLevel: "POOR|FAIR|AVERAGE|GOOD|VERY_GOOD|EXCELLENT", date: "Date!",
    estimated: "boolean", vo2Max: "double!", vo2MaxCovariance: "double",
  },
  Electrocardiogram: {
    beatsPerMinuteAvg: "int64", interval: "SessionTimeInterval!", leadNumber: "int32",
    medicalDeviceInfo: "MedicalDeviceInfo~", millivoltsScalingFactor: "int32",
    resultClassification: "NORMAL_SINUS_RHYTHM|ATRIAL_FIBRILLATION|INCONCLUSIVE|INCONCLUSIVE_HIGH_HEART_RATE|INCONCLUSIVE_LOW_HEART_RATE|UNREADABLE|NOT_ANALYZED",
    samplingFrequencyHertz: "int32", waveformSamples: "[integer]",
  },
  HeartBeat: {
    beatsPerMinute: "int32!", civilTime: "CivilDateTime~", physicalTime: "timestamp!",
    utcOffset: "duration!",
  },
  HeartRateVariability: {
    metadata: "HeartRateVariabilityMetadata",
    rootMeanSquareOfSuccessiveDifferencesMilliseconds: "double",
    sampleTime: "ObservationSampleTime!", standardDeviationMilliseconds: "double",
  },
  HeartRateVariabilityMetadata: { highFrequencyPower: "double", lowFrequencyPower: "double" },
  IrnProfile: {
    enrollmentStatus: "boolean!", name: "string", onboardingStatus: "boolean!",
    updateTime: "timestamp~",
  },
  IrregularRhythmNotification: {
    alertWindows: "[AlertWindow]", interval: "SessionTimeInterval!",
    medicalDeviceInfo: "MedicalDeviceInfo~",
  },
  MedicalDeviceInfo: {
    algorithmVersion: "string~", deviceModel: "string~", featureVersion: "string~",
    firmwareVersion: "string~", serviceVersion: "string~",
  },
  OxygenSaturation: { percentage: "double!", sampleTime: "ObservationSampleTime!" },
  RespiratoryRateSleepSummary: {
    deepSleepStats: "RespiratoryRateSleepSummaryStatistics",
    fullSleepStats: "RespiratoryRateSleepSummaryStatistics!",
    lightSleepStats: "RespiratoryRateSleepSummaryStatistics",
    remSleepStats: "RespiratoryRateSleepSummaryStatistics",
    sampleTime: "ObservationSampleTime!",
  },
  RespiratoryRateSleepSummaryStatistics: {
    breathsPerMinute: "double!", signalToNoise: "double", standardDeviation: "double",
  },
};
