import type { CivilDate } from "../dates";
import { defined } from "../fields";
import type { Series, SeriesDay } from "../series";
import { clean, statisticsOf } from "../statistics";

/** A measurement of blood glucose, by the local time at which it was taken. */
export interface GlucoseReading {
  /** Absent where the API has no id of it. */
  logId?: string;
  dateTime: string;
  value: number;
  /** `SMBG`, `CGM`, `LAB_TEST` or `UNSPECIFIED`. */
  measurementType?: string;
}

/** Days of history that a source is told of: a sensor gives 288 readings each. */
export const GLUCOSE_HISTORY_DAYS = 7;

/** What the readings of a day come to. */
export interface GlucoseSums {
  minValue?: number;
  maxValue?: number;
  numberOfValues?: number;
  sumOfValues?: number;
  average?: number;
}

/**
 * A day's blood glucose.
 * https://dev.fitbit.com/build/reference/web-api/blood-glucose/get-blood-glucose-by-interval/
 */
export interface GlucoseDay extends GlucoseSums {
  date: CivilDate;
  /** Absent in a summary. */
  values?: GlucoseReading[];
}

export interface GlucoseRows {
  bloodGlucose: GlucoseDay;
}

/** The mean, the least and the greatest of a day, and of how many readings. */
export interface GlucoseFigures {
  bloodGlucose?: number;
  bloodGlucoseMin?: number;
  bloodGlucoseMax?: number;
  readings?: number;
}

/** Blood glucose by day, the oldest first. */
export type GlucoseSeries = Series<GlucoseRows, GlucoseFigures>;

/** A day of the series; none without any reading. */
export function glucoseDay(
  date: CivilDate,
  values: GlucoseReading[],
  isWhole: boolean,
  stated: GlucoseSums = {},
): SeriesDay<GlucoseRows, GlucoseFigures>[] {
  const sums = { ...sumsOf(values), ...defined(stated) };
  if (!sums.numberOfValues) return [];
  const { average, minValue, maxValue, numberOfValues } = sums;
  return [{
    date,
    rows: { bloodGlucose: { date, ...sums, ...isWhole && { values } } },
    figures: defined({
      bloodGlucose: average && clean(average),
      bloodGlucoseMin: minValue,
      bloodGlucoseMax: maxValue,
      readings: numberOfValues,
    }),
  }];
}

function sumsOf(values: readonly GlucoseReading[]): GlucoseSums {
  const numbers = values.map(({ value }) => value);
  const statistics = statisticsOf(numbers);
  if (!statistics) return {};
  return {
    minValue: statistics.minimum,
    maxValue: statistics.maximum,
    numberOfValues: numbers.length,
    sumOfValues: clean(numbers.reduce((sum, value) => sum + value, 0)),
    average: statistics.mean,
  };
}
