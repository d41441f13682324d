import type { Call } from "../call";
import { isWithin, type CivilDate, type DateRange } from "../dates";
import { isFields } from "../fields";
import type { Value } from "../google-health/daily";
import { dataTypes, type DataTypeId } from "../google-health/data-types";
import type { Span } from "../google-health/filters";
import type { Requests } from "../google-health/requests";
import { clockFor } from "../google-health/samples";
import { instantWith, type Instant } from "../google-health/times";
import { valueOf } from "../google-health/values";
import type { Found, Reading } from "../polling/found";
import { markOf } from "../polling/marks";
import { filterPages, mapPages, whole, type Page, type Pages } from "../wire/pages";
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

/** A list as a source polls it. */
interface Polled<T> {
  type: DataTypeId;
  span: Span | undefined;
  read: Read<T>;
  /** The time by which the list is filtered. */
  placeOf(found: { start: number; record: T }): string;
  contentOf?(record: T): string;
}

/**
 * What has no id is known by the instants between which it was. Where one does not tell its
 * offset, the user's own clock is asked for when it is told of.
 */
export async function* recent<T extends object>(
  app: Requests, polled: Polled<T>, { oldestFirst }: Reading, call: Call,
): AsyncGenerator<Page<Found<T>>> {
  const pages = found(app, polled, call);
  if (oldestFirst) yield { items: await whole(pages), more: false };
  else yield* pages;
}

async function* found<T extends object>(
  app: Requests, polled: Polled<T>, call: Call,
): AsyncGenerator<Page<Found<T>>> {
  const { type, span } = polled;
  const query = { span, limit: PAGE_SIZE };
  for await (const { items, more } of app.listDataPoints(type, query, call)) {
    const values = items.map((point) =>
      valueOf<Value>(point, dataTypes[type].unionKey) ?? {});
    const starts = values.flatMap((value) => startOf(value) ?? []);
    let clock: Promise<Local> | undefined;
    const clockOf = () => clock ??= localClock(app, starts, call);
    const toFound = (value: unknown) =>
      isFields(value) ? foundOf(value, polled, clockOf) : undefined;
    yield { items: readEach(values, `${type} records`, toFound, call), more };
  }
}

function foundOf<T extends object>(
  value: Value, { read, placeOf, contentOf }: Polled<T>, clock: () => Promise<Local>,
): Found<T> | undefined {
  const start = startOf(value);
  const record = read(value, localText)?.record;
  if (!start || !record) return undefined;
  const { at, offset } = start;
  const times = [at, endOf(value)?.at ?? at].map((time) => new Date(time).toISOString());
  return {
    id: [...new Set(times)].join(" "),
    mark: markOf({ start: at, end: at }),
    content: contentOf?.(record) ?? "",
    day: utcDay(at),
    place: placeOf({ start: at, record }),
    at: { utc: at },
    record,
    ...offset === undefined && {
      complete: async () => read(value, await clock())?.record ?? record,
    },
  };
}

const utcDay = (at: number): CivilDate => new Date(at).toISOString().slice(0, 10);

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
    const [{ at }, local] = [instant, localOf(instant)];
    return localText({ at, offset: local === undefined ? undefined : local - at });
  };
}

/** A local time by its own offset; in UTC, and said so, without one. */
function localText({ at, offset }: Instant): string {
  return offset === undefined
    ? new Date(at).toISOString()
    : new Date(at + offset).toISOString().slice(0, 23);
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
  const told = instantWith(time, utcOffset);
  return told && { at: told.at, offset: told.offset || whole?.offset };
}

export function fieldsOf(value: unknown): Value {
  return isFields(value) ? value : {};
}
