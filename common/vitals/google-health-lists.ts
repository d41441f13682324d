import type { Call } from "../call";
import { isWithin, type CivilDate, type DateRange } from "../dates";
import { isFields, textOf } from "../fields";
import type { Value } from "../google-health/daily";
import { dataTypes, type DataTypeId } from "../google-health/data-types";
import type { Span } from "../google-health/filters";
import type { Requests } from "../google-health/requests";
import { clockFor, type Instant } from "../google-health/samples";
import { statedOffset } from "../google-health/times";
import { valueOf } from "../google-health/values";
import { filterPages, mapPages, type Page, type Pages } from "../wire/pages";
import { readEach } from "../wire/records";

/** Entries of a page: each has thousands of figures in it. */
const PAGE_SIZE = 25;

/** What tells the local time of an instant, as Fitbit writes it. */
export type Local = (instant: Instant) => string;

interface Dated<T> {
  day: CivilDate;
  record: T;
}

/** What a record is, and the local time that it is known by; undefined without one. */
export type Read<T> = (value: Value, local: Local) => { time: string; record: T } | undefined;

/** The records of a list that has its newest start first, of the days that are wanted. */
export function listed<T extends object>(
  app: Requests,
  type: DataTypeId,
  span: Span | undefined,
  read: Read<T>,
  wanted: DateRange,
  call: Call,
): Pages<T> {
  const all = dated(app, type, span, read, call);
  return mapPages(
    filterPages(all, ({ day }) => isWithin(day, wanted)),
    ({ record }) => record,
  );
}

async function* dated<T extends object>(
  app: Requests, type: DataTypeId, span: Span | undefined, read: Read<T>, call: Call,
): AsyncGenerator<Page<Dated<T>>> {
  const query = { span, limit: PAGE_SIZE };
  for await (const { items, more } of app.listDataPoints(type, query, call)) {
    const values = items.map((point) =>
      valueOf<Value>(point, dataTypes[type].unionKey) ?? {});
    const local = await localClock(app, values.flatMap((value) => startOf(value) ?? []), call);
    const toDated = (value: unknown): Dated<T> | undefined => {
      const found = isFields(value) ? read(value, local) : undefined;
      return found && { day: found.time.slice(0, 10), record: found.record };
    };
    yield { items: readEach(values, `${type} records`, toDated, call), more };
  }
}

/** Local times; in UTC, and said so, where nothing tells the user's clock. */
export async function localClock(
  app: Requests, instants: readonly Instant[], call: Call,
): Promise<Local> {
  const localOf = await clockFor(app, instants, call);
  return (instant) => {
    const local = localOf(instant);
    return local === undefined
      ? new Date(instant.at).toISOString()
      : new Date(local).toISOString().slice(0, 23);
  };
}

/** When a record began. */
export function startOf({ interval }: Value): Instant | undefined {
  const { startTime, startUtcOffset } = fieldsOf(interval);
  return instantOf(startTime, startUtcOffset);
}

/** When it ended. */
export function endOf({ interval }: Value): Instant | undefined {
  const { endTime, endUtcOffset } = fieldsOf(interval);
  return instantOf(endTime, endUtcOffset);
}

/**
 * An instant. Of old records the offset is left out or 0, which it is for few people: it then
 * is that of what the instant is part of, or unknown.
 */
export function instantOf(
  time: unknown, utcOffset: unknown, whole?: Instant,
): Instant | undefined {
  const at = Date.parse(textOf(time) ?? "");
  const offset = statedOffset(textOf(utcOffset)) || whole?.offset;
  return Number.isNaN(at) ? undefined : { at, offset };
}

export function fieldsOf(value: unknown): Value {
  return isFields(value) ? value : {};
}
