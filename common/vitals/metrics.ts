import type { CivilDate } from "../dates";
import { numberOf } from "../fields";
import type { Series, SeriesDay } from "../series";
import { clean } from "../statistics";

/** Within which a number is a measurement: what was not computed is 0, or less. */
interface Limits {
  from?: number;
  to?: number;
}

/**
 * What is measured in sleep, by the root of Fitbit's series: the fields of a value, each with
 * its name among a day's figures, of which the first is the one that is spoken of.
 */
const VITALS = {
  hrv: {
    label: "Heart rate variability",
    limits: { from: 1 },
    figures: { dailyRmssd: "hrv", deepRmssd: "deepHrv" },
  },
  spo2: {
    label: "Oxygen saturation",
    limits: { from: 1, to: 100 },
    figures: { avg: "spo2", min: "spo2Min", max: "spo2Max" },
  },
  br: {
    label: "Breathing rate",
    // Some rates were a thousand times too small.
    limits: { from: 4, to: 60 },
    figures: { breathingRate: "breathingRate" },
  },
  tempSkin: {
    label: "Skin temperature against its baseline",
    limits: {},
    figures: { nightlyRelative: "skinTemperature" },
  },
} as const satisfies Record<string, {
  label: string; limits: Limits; figures: Record<string, string>;
}>;

type Table = typeof VITALS;

/** A vital that has one value a night. */
export type Vital = keyof Table;

type Field<V extends Vital> = keyof Table[V]["figures"];
type Named<V extends Vital> = Table[V]["figures"][Field<V>] & string;

/** A night's value, as Fitbit has it. */
export type VitalValue<V extends Vital> = { [F in Field<V>]?: number };
/** The same by the names that a day's figures have. */
export type VitalFigures<V extends Vital> = { [F in Named<V>]?: number };

/** A row of Fitbit's series: a night by the day that it ended on. */
export interface VitalRow<V extends Vital> {
  dateTime: CivilDate;
  value: VitalValue<V>;
  /** Which sensor a skin temperature comes from. */
  logType?: string;
}

export type VitalRows<V extends Vital> = { [R in V]: VitalRow<R> };

/** A vital of nights, the oldest first. */
export type VitalSeries<V extends Vital> = Series<VitalRows<V>, VitalFigures<V>>;

/** What a vital is called in a sentence. */
export function labelOf(vital: Vital): string {
  return VITALS[vital].label;
}

/** The values of the figure that is spoken of, of the days that have it. */
export function valuesOf(
  vital: Vital, days: readonly { figures: { [name: string]: number | undefined } }[],
): number[] {
  const [main = ""] = Object.values<string>(VITALS[vital].figures);
  return days.flatMap(({ figures }) => figures[main] ?? []);
}

/** The number that a value is of a vital; undefined for one that nobody can have. */
export function measuredOf(vital: Vital, value: unknown): number | undefined {
  const { from = -Infinity, to = Infinity }: Limits = VITALS[vital].limits;
  const number = numberOf(value);
  return number !== undefined && number >= from && number <= to ? clean(number) : undefined;
}

/** A night of a series; none where nothing was measured. */
export function vitalDay<V extends Vital>(
  vital: V, date: CivilDate, value: Record<string, unknown>, logType?: string,
): SeriesDay<VitalRows<V>, VitalFigures<V>>[] {
  const known = Object.entries(VITALS[vital].figures).flatMap(([field, name]) => {
    const number = measuredOf(vital, value[field]);
    return number === undefined ? [] : [{ field, name, number }];
  });
  if (!known.length) return [];
  const measured = Object.fromEntries(known.map(({ field, number }) => [field, number]));
  const figures = Object.fromEntries(known.map(({ name, number }) => [name, number]));
  const row = { dateTime: date, value: measured, ...logType && { logType } };
  return [{
    date,
    rows: { [vital]: row } as VitalRows<V>,
    figures: figures as VitalFigures<V>,
  }];
}
