import type { Interval } from "./times";
import type { GoogleDate, Numeric } from "./values";

/**
 * What the API answers with, as far as it is read: zeros and empty lists are left out.
 * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints
 */

export interface DataSource {
  recordingMethod?: string;
  platform?: string;
  device?: { displayName?: string; manufacturer?: string; formFactor?: string };
  application?: { packageName?: string; webClientId?: string; googleWebClientId?: string };
}

export interface SampleTime {
  physicalTime: string;
  utcOffset?: string;
}

export interface Stage extends Partial<Interval> {
  type?: string;
}

export interface Sleep {
  interval?: Partial<Interval>;
  type?: string;
  stages?: Stage[];
  shortAwakenings?: Stage[];
  metadata?: { mainSleep?: boolean; processed?: boolean; stagesStatus?: string };
  summary?: {
    minutesInSleepPeriod?: Numeric;
    minutesAsleep?: Numeric;
    minutesAwake?: Numeric;
    minutesToFallAsleep?: Numeric;
    minutesAfterWakeUp?: Numeric;
    stagesSummary?: { type?: string; minutes?: Numeric; count?: Numeric }[];
  };
}

export interface ZoneDurations {
  lightTime?: string;
  moderateTime?: string;
  vigorousTime?: string;
  peakTime?: string;
}

export interface Exercise {
  interval?: Partial<Interval>;
  exerciseType?: string;
  displayName?: string;
  activeDuration?: string;
  updateTime?: string;
  metricsSummary?: {
    caloriesKcal?: Numeric;
    distanceMillimeters?: Numeric;
    steps?: Numeric;
    averageHeartRateBeatsPerMinute?: Numeric;
    averagePaceSecondsPerMeter?: Numeric;
    averageSpeedMillimetersPerSecond?: Numeric;
    elevationGainMillimeters?: Numeric;
    activeZoneMinutes?: Numeric;
    heartRateZoneDurations?: ZoneDurations;
  };
}

/** A stored record (`name`) or a reconciled one (`dataPointName`) under its type's key. */
export interface DataPoint {
  name?: string;
  dataPointName?: string;
  /** Of stored records only. */
  dataSource?: DataSource;
  sleep?: Sleep;
  exercise?: Exercise;
  weight?: { sampleTime?: SampleTime; weightGrams?: Numeric };
  height?: { sampleTime?: SampleTime; heightMillimeters?: Numeric };
  dailyRestingHeartRate?: { date?: GoogleDate; beatsPerMinute?: Numeric };
  dailyHeartRateZones?: {
    date?: GoogleDate;
    heartRateZones?: {
      heartRateZoneType: string;
      minBeatsPerMinute?: Numeric;
      maxBeatsPerMinute?: Numeric;
    }[];
  };
  [unionKey: string]: unknown;
}

/** The sums of one window. */
interface RollUps {
  steps?: { countSum?: Numeric };
  floors?: { countSum?: Numeric };
  altitude?: { gainMillimetersSum?: Numeric };
  distance?: { millimetersSum?: Numeric };
  totalCalories?: { kcalSum?: Numeric };
  activeEnergyBurned?: { kcalSum?: Numeric };
  sedentaryPeriod?: { durationSum?: string };
  activeMinutes?: {
    activeMinutesRollupByActivityLevel?: {
      activityLevel: string;
      activeMinutesSum?: Numeric;
    }[];
  };
  timeInHeartRateZone?: {
    timeInHeartRateZones?: { heartRateZone: string; duration?: string }[];
  };
  caloriesInHeartRateZone?: {
    caloriesInHeartRateZones?: { heartRateZone: string; kcal?: Numeric }[];
  };
  [unionKey: string]: unknown;
}

/** A window between instants. */
export interface RollUpPoint extends RollUps {
  startTime?: string;
  endTime?: string;
}

/** A window of the user's own days. */
export interface DailyRollUpPoint extends RollUps {
  civilStartTime?: { date?: GoogleDate };
  civilEndTime?: { date?: GoogleDate };
}

export interface Identity {
  healthUserId?: string;
  legacyUserId?: string;
}

export interface GoogleProfile {
  age?: number;
  membershipStartDate?: GoogleDate;
  userConfiguredWalkingStrideLengthMm?: number;
  userConfiguredRunningStrideLengthMm?: number;
  autoWalkingStrideLengthMm?: number;
  autoRunningStrideLengthMm?: number;
}

export interface GoogleSettings {
  timeZone?: string;
  utcOffset?: string;
  languageLocale?: string;
  foodLanguageCode?: string;
  autoStrideEnabled?: boolean;
  strideLengthWalkingType?: string;
  strideLengthRunningType?: string;
  distanceUnit?: string;
  heightUnit?: string;
  weightUnit?: string;
  waterUnit?: string;
  temperatureUnit?: string;
  glucoseUnit?: string;
  swimUnit?: string;
}

/** What is false is left out. */
export interface IrnProfile {
  name?: string;
  onboardingStatus?: boolean;
  enrollmentStatus?: boolean;
  updateTime?: string;
}

export interface PairedDevice {
  name?: string;
  deviceType?: string;
  deviceVersion?: string;
  batteryStatus?: string;
  batteryLevel?: number;
  lastSyncTime?: string;
  macAddress?: string;
  features?: string[];
}
