import type { Call } from "../call";
import type { CivilDate } from "../dates";
import type { DaySource } from "../series";
import { whole } from "../wire/pages";
import { dataTypes, type DataTypeId } from "./data-types";
import { daysOf } from "./filters";
import { reconciled, type Family } from "./points";
import type { Requests } from "./requests";
import { civilDateOf, valueOf } from "./values";

/** What a point holds under its type's key: any field may be absent. */
export type Value = Partial<Record<string, unknown>>;

/** What a point holds of its type; undefined for no reading, which may come as `{}`. */
export function readingOf(
  point: Record<string, unknown>, type: DataTypeId,
): Value | undefined {
  const value = valueOf<Value>(point, dataTypes[type].unionKey);
  return value && Object.keys(value).length ? value : undefined;
}

/** The record that a data type has of each day, as the app shows it; a date alone is none. */
export function dailyRecords(
  app: Requests, type: DataTypeId, parts: readonly string[], call: Call,
): DaySource<Value> {
  return {
    parts,
    async ask(range) {
      const points = await whole(reconciled(app, type, { span: daysOf(range) }, call));
      return points.flatMap((point) => {
        const { date, ...value } = readingOf(point, type) ?? {};
        return entryOf(date, Object.keys(value).length ? value : undefined);
      });
    },
  };
}

/** The sums that a data type has of each day. */
export function dailySums(
  app: Requests, type: DataTypeId, parts: readonly string[], call: Call, family?: Family,
): DaySource<Value> {
  return {
    parts,
    longest: dataTypes[type].rollUpDays,
    async ask(range) {
      const sums = await whole(app.getDailyRollUp(type, { ...range, family }, call));
      return sums.flatMap(({ civilStartTime, ...point }) =>
        entryOf(civilStartTime?.date, readingOf(point, type)));
    },
  };
}

function entryOf(date: unknown, value: Value | undefined): [CivilDate, Value][] {
  const day = civilDateOf(date);
  return day !== undefined && value ? [[day, value]] : [];
}
