import type { CivilDate } from "../dates";
import { defined, numberOf } from "../fields";
import type { Series, SeriesDay } from "../series";
import { statisticsOf, type Statistics } from "../statistics";
import { measuredOf, type Vital } from "./metrics";

/** A vital that is measured over and over in a night. */
export type ReadVital = Extract<Vital, "hrv" | "spo2">;

/** How fine a vital may be asked for; the first is what is meant where nothing is said. */
export const granularitiesOf = {
  hrv: ["daily", "5min"],
  spo2: ["daily", "1min"],
  br: ["daily", "stages"],
} as const;

/** Heart rate variability over five minutes: RMSSD in ms, powers in ms². */
export interface HrvValue {
  rmssd: number;
  coverage?: number;
  hf?: number;
  lf?: number;
}

/** A reading, by the local time at which it was taken. */
export interface Reading<V extends ReadVital> {
  minute: string;
  value: { hrv: HrvValue; spo2: number }[V];
}

/** The readings of a night, by the day that it ended on. */
export interface ReadingsRow<V extends ReadVital> {
  dateTime: CivilDate;
  minutes: Reading<V>[];
}

export type ReadingsRows<V extends ReadVital> = { [R in V]: ReadingsRow<R> };

/** What the readings of a night come to. */
export interface ReadingsFigures extends Statistics {
  readings: number;
}

/** The readings of nights, the oldest first. */
export type ReadingsSeries<V extends ReadVital> = Series<ReadingsRows<V>, ReadingsFigures>;

type ReadingsDay<V extends ReadVital> = SeriesDay<ReadingsRows<V>, ReadingsFigures>;

/**
 * A reading of the variability; none without the RMSSD. Powers of 0 are of what was not
 * computed.
 */
export function hrvReading(
  minute: string, { coverage, hf, lf, ...value }: { [F in keyof HrvValue]?: unknown },
): Reading<"hrv">[] {
  const rmssd = measuredOf("hrv", value.rmssd);
  if (rmssd === undefined) return [];
  const [share, high, low] = [coverage, hf, lf].map((figure) => numberOf(figure) || undefined);
  return [{ minute, value: { rmssd, ...defined({ coverage: share, hf: high, lf: low }) } }];
}

/** A reading of oxygen saturation, in percent; none where it is no such number. */
export function spo2Reading(minute: string, percentage: unknown): Reading<"spo2">[] {
  const value = measuredOf("spo2", percentage);
  return value === undefined ? [] : [{ minute, value }];
}

/** What is told of a night's readings, by vital. */
const NUMBERS: { [V in ReadVital]: (reading: Reading<V>) => number } = {
  hrv: ({ value: { rmssd } }) => rmssd,
  spo2: ({ value }) => value,
};

/** The readings of a night, in their order; none where there are none. */
export function readingsDay<V extends ReadVital>(
  vital: V, date: CivilDate, minutes: Reading<V>[],
): ReadingsDay<V>[] {
  const statistics = statisticsOf(minutes.map(NUMBERS[vital]));
  if (!statistics) return [];
  return [{
    date,
    rows: { [vital]: { dateTime: date, minutes } } as ReadingsRows<V>,
    figures: { readings: minutes.length, ...statistics },
  }];
}
