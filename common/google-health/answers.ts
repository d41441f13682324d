import type { GoogleDate } from "./values";

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

/** A stored record (`name`) or a reconciled one (`dataPointName`) under its type's key. */
export interface DataPoint {
  name?: string;
  dataPointName?: string;
  /** Of stored records only. */
  dataSource?: DataSource;
  [unionKey: string]: unknown;
}

/** The sums of a window between instants, under their type's key. */
export interface RollUpPoint {
  startTime?: string;
  endTime?: string;
  [unionKey: string]: unknown;
}

/** The sums of a window of the user's own days. */
export interface DailyRollUpPoint {
  civilStartTime?: { date?: GoogleDate };
  civilEndTime?: { date?: GoogleDate };
  [unionKey: string]: unknown;
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
