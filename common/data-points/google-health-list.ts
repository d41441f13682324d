import type { Call } from "../call";
import { instantOf, offsetAt, type Clock } from "../clocks";
import type { CivilDate } from "../dates";
import { isFields } from "../fields";
import type { DataPoint } from "../google-health/answers";
import type { Value } from "../google-health/daily";
import { dataTypes, type DataType, type DataTypeId } from "../google-health/data-types";
import { clockOf } from "../google-health/days";
import type { Span } from "../google-health/filters";
import type { Family } from "../google-health/points";
import type { Requests } from "../google-health/requests";
import { instantWith, takenAt, type Instant } from "../google-health/times";
import { civilDateOf, valueOf } from "../google-health/values";
import { civil, physical } from "../google-health/windows";
import { LAST_MINUTE, localMs, minuteAt, type LocalMinute, type Window } from "../intraday";
import { collect, type Page, type Pages } from "../wire/pages";
import { listedRow, type PointRow } from "./google-health";

/** Which points are wanted, newest first. */
export interface PointsWanted {
  type: DataTypeId;
  /** None of types that have no times. */
  window: Window | undefined;
  /** Left out, two pages. */
  limit?: number;
  pageSize?: number;
  /** None means all. */
  fields: readonly string[];
  family?: Family;
  /** Whether as one stream of all sources, as the app shows it, or as they are stored. */
  isReconciled: boolean;
}

/** Points as far as they were read. */
export interface PointsListed {
  rows: PointRow[];
  pages: number;
  truncated: boolean;
  /** The minute that is left to end with; its own points may come again. */
  next?: LocalMinute;
  /** One that holds more points than are wanted; going on passes over the others of it. */
  skipped?: LocalMinute;
  retryAt?: number;
}

/** What a list of points returns. */
export interface PointList {
  dataType: DataTypeId;
  recordType: string;
  /** Whether the days were applied: some types have no times. */
  dateFilterApplied: boolean;
  startDate: CivilDate | null;
  endDate: CivilDate | null;
  count: number;
  dataPoints: PointRow[];
  truncated: boolean;
  pagesFetched: number;
  /** The end of what is left; the points of its minute may come again. */
  nextEndDate?: CivilDate;
  nextEndTime?: string;
  /** The last minute, where it holds more points than these: going on passes over them. */
  skippedTime?: string;
  /** When the API's limit of requests ends that cut the list short. */
  retryAt?: string;
}

/** What is returned of the points that were read. */
export function pointList(
  type: DataTypeId,
  window: Window | undefined,
  { rows, pages, truncated, next, skipped, retryAt }: PointsListed,
): PointList {
  return {
    dataType: type,
    recordType: dataTypes[type].record.toUpperCase(),
    dateFilterApplied: window !== undefined,
    startDate: window?.from.day ?? null,
    endDate: window?.to.day ?? null,
    count: rows.length,
    dataPoints: rows,
    truncated,
    pagesFetched: pages,
    ...next && { nextEndDate: next.day },
    ...next && next.time !== LAST_MINUTE && { nextEndTime: next.time },
    ...skipped && { skippedTime: `${skipped.day}T${skipped.time}` },
    ...retryAt !== undefined && { retryAt: new Date(retryAt).toISOString() },
  };
}

/** What a list without a limit gives, in points a page and pages. */
const USUAL = { pageSize: 50, pages: 2 };
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Whether the stored points of a type can be listed. */
export function isListed(type: DataTypeId): boolean {
  return dataTypes[type].operations.includes("list");
}

/** Whether a list of a type can be narrowed down to a time. */
export function isDated(type: DataTypeId): boolean {
  return Object.keys(dataTypes[type].filter).length > 0;
}

/**
 * The points of a window. Without a limit of the user's all of its last minute are given, and
 * with one it is passed over where it holds more, so that whoever goes on gets further.
 */
export async function listPoints(
  app: Requests, wanted: PointsWanted, call: Call,
): Promise<PointsListed> {
  const { type, window, limit, family, isReconciled } = wanted;
  const { pageSize: longest = USUAL.pageSize } = dataTypes[type];
  const usual = limit === undefined ? USUAL.pageSize : Math.min(limit, longest);
  const pageSize = Math.min(wanted.pageSize ?? usual, longest);
  const { span, until, clock } = await spanOf(app, type, window, call);
  const query = { span, family, limit: pageSize };
  const pages = isReconciled
    ? app.reconcileDataPoints(type, query, call)
    : app.listDataPoints(type, query, call);
  const isStuck = ({ at }: Placed) => at && window && localMs(at) >= localMs(window.to);
  let count = 0;
  const placed = placing(pages, wanted, clock, () => count++);
  const { items, truncated, next, retryAt } = await collect(
    newestFirst(inTime(placed, until)),
    limit ?? pageSize * USUAL.pages,
    (last, isKnown) => (isKnown && limit !== undefined) || !isStuck(last),
  );
  const isPassedOver = next && isStuck(next) && retryAt === undefined;
  return {
    rows: items.map(({ row }) => row),
    pages: count,
    truncated,
    ...isPassedOver ? passingOver(next, window) : { next: next?.at },
    retryAt,
  };
}

/** How a list goes on that is stuck in a minute, or in a day where that is all that counts. */
function passingOver({ at, isOfDay }: Placed, window: Window | undefined) {
  if (!at) return {};
  const next = minuteAt(localMs(at) - (isOfDay ? DAY_MS : MINUTE_MS));
  const isOver = window && localMs(next) < localMs(window.from);
  return { skipped: at, ...!isOver && { next } };
}

/**
 * The span of a window as the type is filtered: by the user's own clock, or from an instant on
 * and then to one, which the API does not bound; none where it has no times.
 */
async function spanOf(
  app: Requests, type: DataTypeId, window: Window | undefined, call: Call,
): Promise<{ span?: Span; until?: number; clock?: Clock }> {
  if (!window) return {};
  const [start, end] = [localMs(window.from), localMs(window.to) + MINUTE_MS];
  if (dataTypes[type].filter.civil) {
    return { span: { civil: { from: civil(start), before: civil(end) } } };
  }
  const clock = await clockOf(app, call);
  const span = { physical: { from: physical(instantOf(clock, start)) } };
  return { span, until: instantOf(clock, end), clock };
}

/** A row, and when it was. */
interface Placed {
  row: PointRow;
  /** The instant of its beginning in ms, or of its day; NaN for none. */
  start: number;
  /** The minute by which a list can go on with it, or the last one of the day. */
  at?: LocalMinute;
  isOfDay?: boolean;
}

async function* placing(
  pages: Pages<DataPoint>,
  { type, fields }: PointsWanted,
  clock: Clock | undefined,
  onPage: () => void,
): AsyncGenerator<Page<Placed>> {
  const toPlaced = (point: DataPoint): Placed => {
    const value = valueOf<Value>(point, dataTypes[type].unionKey) ?? {};
    return { row: listedRow(type, point, fields), ...placeOf(dataTypes[type], value, clock) };
  };
  for await (const { items, more } of pages) {
    onPage();
    yield { items: items.map(toPlaced), more };
  }
}

function placeOf(
  { record, filter }: DataType, value: Value, clock: Clock | undefined,
): Omit<Placed, "row"> {
  if (record === "daily") {
    const day = civilDateOf(value.date);
    return { start: Date.parse(day ?? ""), ...day && lastOf(day) };
  }
  const { start, end } = momentsOf(value);
  // A sleep is filtered by its end, but listed by its start: its whole day is read again.
  const isByEnd = filter.civil?.endsWith("end_time");
  const moment = isByEnd ? end : start;
  const began = { start: start?.at ?? NaN };
  if (!moment) return began;
  const { at: time, offset = clock ? offsetAt(clock, time) : 0 } = moment;
  const at = minuteAt(time + offset);
  return { ...began, ...isByEnd ? lastOf(at.day) : { at } };
}

const lastOf = (day: CivilDate) => ({ at: { day, time: LAST_MINUTE }, isOfDay: true });

/** When something began and ended, be it a sample or an interval. */
function momentsOf({ interval, sampleTime }: Value): { start?: Instant; end?: Instant } {
  if (!isFields(interval)) return { start: takenAt(sampleTime) };
  const { startTime, startUtcOffset, endTime, endUtcOffset } = interval;
  return {
    start: instantWith(startTime, startUtcOffset), end: instantWith(endTime, endUtcOffset),
  };
}

/** What began before an instant; what has no time is none of it. */
async function* inTime(
  pages: Pages<Placed>, until: number | undefined,
): AsyncGenerator<Page<Placed>> {
  for await (const { items, more } of pages) {
    const isIn = ({ start }: Placed) => until === undefined || start < until;
    yield { items: items.filter(isIn), more };
  }
}

/**
 * Newest first, whichever way the API goes: it promises the order of none but intervals. Where
 * the oldest comes first, the newest is not known before the end.
 */
async function* newestFirst(pages: Pages<Placed>): AsyncGenerator<Page<Placed>> {
  let held: Placed[] = [];
  let rises: boolean | undefined;
  for await (const { items, more } of pages) {
    for (const item of items) held.push(item);
    const [first, last] = [held[0], held.at(-1)];
    if (first && last && first.start !== last.start) rises ??= first.start < last.start;
    if (rises && more) continue;
    yield { items: rises ? held.reverse() : held, more };
    held = [];
  }
  // Pages that end before the API does led back to where they were.
  if (held.length) yield { items: held.reverse(), more: true };
}
