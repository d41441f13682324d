import type { CivilDate } from "../dates";

export interface HeartRateZone {
  name: string;
  min?: number;
  max?: number;
  minutes?: number;
  caloriesOut?: number;
}

/** What a day's heart came to; what the API does not give is absent. */
export interface HeartValue {
  customHeartRateZones?: HeartRateZone[];
  heartRateZones?: HeartRateZone[];
  /** Beats per minute. */
  restingHeartRate?: number;
}

/**
 * A day of the series.
 * https://dev.fitbit.com/build/reference/web-api/heartrate-timeseries/get-heartrate-timeseries-by-date-range/
 */
export interface HeartDay {
  dateTime: CivilDate;
  value: HeartValue;
}

/** The root of the series. */
export interface HeartRows {
  "activities-heart": HeartDay;
}

/** A day's figures: beats per minute, and minutes in each zone. */
export interface HeartFigures {
  restingHeartRate?: number;
  outOfRangeMinutes?: number;
  fatBurnMinutes?: number;
  cardioMinutes?: number;
  peakMinutes?: number;
}

/** The heart rate within a day, as Fitbit answers it. */
export interface HeartRates {
  "activities-heart"?: object[];
  "activities-heart-intraday"?: {
    dataset?: { time: string; value: number }[];
    datasetInterval?: number;
    datasetType?: string;
  };
}
