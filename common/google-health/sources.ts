import type { Call } from "../call";
import { defined, isFields } from "../fields";
import { fingerprint } from "../fingerprint";
import { byWriter, type LogQuery } from "../lists";
import type { Told } from "../origin";
import { mapPages, type Page, type Pages } from "../wire/pages";
import { readEach, type Shape } from "../wire/records";
import type { DataPoint, DataSource } from "./answers";
import { dataTypes, type DataTypeId } from "./data-types";
import { daysOf } from "./filters";
import { listed, reconciled, type PointsQuery } from "./points";
import type { Requests } from "./requests";
import { isTimed, newestFirst, type Interval, type Timed } from "./times";
import { idOf, valueOf } from "./values";

/** A reconciled record, and where it comes from, which the list is asked for. */
export interface Sourced<T> {
  id: string;
  value: Timed<T>;
  source(): Promise<DataSource | undefined>;
}

/** The points that a list of records is made of. */
export function pointsOf({ own, limit, ...range }: LogQuery): PointsQuery {
  return { span: daysOf(range), limit, ...own && { family: "self-sources" } };
}

/**
 * Reconciled records: one stream of all sources, as the app shows it. It does not say where a
 * record comes from; the list does, which is walked beside it, as far as it is needed.
 * The newest start comes first, whichever way the API goes: it promises none. What has no name
 * or no time, against its promise, is left out.
 */
export async function* sourced<T extends { interval?: Partial<Interval> }>(
  app: Requests,
  type: DataTypeId,
  query: PointsQuery,
  call: Call,
  shape: Shape = {},
): AsyncGenerator<Page<Sourced<T>>> {
  const find = query.family === "self-sources"
    ? () => Promise.resolve(OURS)
    : finder(type, listed(app, type, { span: query.span }, call));
  const read = (point: unknown): Sourced<T> | undefined => {
    if (!isFields(point)) return undefined;
    const value = valueOf<T>(point, dataTypes[type].unionKey, shape);
    const id = idOf(point.dataPointName ?? point.name);
    return id && isTimed(value) ? { id, value, source: () => find({ id, value }) } : undefined;
  };
  const inOrder = (all: Sourced<T>[]) => all.sort((a, b) => newestFirst(a.value, b.value));
  let found: Sourced<T>[] = [];
  let rises: boolean | undefined;
  for await (const { items, more } of reconciled(app, type, query, call)) {
    for (const one of readEach(items, `${type} records`, read, call)) found.push(one);
    rises ??= isRising(found);
    // Where the oldest comes first, the newest is not known before the end.
    if (rises && more) continue;
    yield { items: inOrder(found), more };
    found = [];
  }
  // Pages that end before the API does led back to where they were.
  if (found.length) yield { items: inOrder(found), more: true };
}

/** Whether records have their oldest start first; undefined where there are none. */
function isRising<T extends { interval?: Partial<Interval> }>(found: Sourced<T>[]) {
  const [first, last] = [found[0], found.at(-1)];
  return first && last && newestFirst(first.value, last.value) > 0;
}

/** A record, and where it comes from as far as that was asked. */
export interface Traced<T> extends Pick<Sourced<T>, "id" | "value"> {
  source?: DataSource;
}

/**
 * Records by the writer that is wanted. Where they come from is asked for that, and for all
 * detail, and takes a page of the list for each page; for a summary it is not.
 */
export function traced<T>(pages: Pages<Sourced<T>>, wanted: LogQuery): Pages<Traced<T>> {
  const isAsked = wanted.detail === "full" || wanted.writtenBy !== undefined;
  const found = isAsked ? withSources(pages) : mapPages(pages, withoutSource);
  return byWriter(found, wanted, ({ source }) => source && toldOf(source));
}

function withoutSource<T>({ id, value }: Sourced<T>): Traced<T> {
  return { id, value };
}

async function* withSources<T>(pages: Pages<Sourced<T>>): AsyncGenerator<Page<Traced<T>>> {
  for await (const { items, more } of pages) {
    const found = items.map(async (item) => ({ ...item, source: await item.source() }));
    yield { items: await Promise.all(found), more };
  }
}

interface Spanning {
  interval?: Partial<Interval>;
}

type Findable = Pick<Sourced<object>, "id" | "value">;

/**
 * Finds records in a list that has its newest start first, one after the other; the list is
 * read until the record is there, or all that comes is older. A failure is that of every call
 * after it. Between the calls the walk rests and holds nothing, so that it need not be closed.
 */
function finder(type: DataTypeId, pages: Pages<DataPoint>) {
  const walk = pages[Symbol.asyncIterator]();
  const sources = new Map<string, DataSource | undefined>();
  let reached = Infinity;
  const find = async ({ id, value }: Findable) => {
    while (!sources.has(id) && startMs(value) <= reached) {
      const next = await walk.next();
      if (next.done) break;
      const { items } = next.value;
      for (const { name, dataSource } of items) sources.set(idOf(name), dataSource);
      // The newest start of a page, since a copy may stand a little out of order.
      const starts = items
        .map((point) => valueOf<Spanning>(point, dataTypes[type].unionKey))
        .filter(isTimed)
        .map(startMs);
      if (starts.length) reached = Math.max(...starts);
    }
    return sources.get(id);
  };
  let last: Promise<DataSource | undefined> = Promise.resolve(undefined);
  return (record: Findable) => last = last.then(() => find(record));
}

function startMs({ interval }: { interval: Interval }): number {
  return Date.parse(interval.startTime);
}

/** Where what this app wrote comes from. */
const OURS: DataSource = { platform: "GOOGLE_WEB_API" };

/** What apps write through either API arrives as, whatever they say of it. */
const WRITTEN = ["GOOGLE_WEB_API", "FITBIT_WEB_API"];

/** Whether a person or an app wrote a record down, so that no device measured it. */
export function isManual({ recordingMethod, platform = "" }: DataSource): boolean {
  return recordingMethod === "MANUAL" || WRITTEN.includes(platform);
}

/** What tells a source from others: a fingerprint of its platform, its app and its device. */
export function sourceKey({ platform, device, application }: DataSource): string {
  const { packageName, webClientId, googleWebClientId } = application ?? {};
  const app = packageName ?? webClientId ?? googleWebClientId;
  return fingerprint([platform, app, device?.displayName].join(" "));
}

const LOG_TYPES: Record<string, string> = {
  ACTIVELY_MEASURED: "tracker",
  PASSIVELY_MEASURED: "auto_detected",
  DERIVED: "auto_detected",
};

/** How a record came to be and what wrote it, in Fitbit's words, as far as it is told. */
export function toldOf(origin: DataSource): Told {
  const { recordingMethod = "", application } = origin;
  const logType = isManual(origin)
    ? "manual"
    : isPhone(origin) ? "mobile_run" : LOG_TYPES[recordingMethod] ?? application?.packageName;
  return defined({ logType, source: sourceOf(origin) });
}

/** Whether the Fitbit app on a phone recorded it, and no watch. */
function isPhone({ platform, device }: DataSource): boolean {
  const isNamed = device?.displayName === "MobileTrack" || device?.formFactor === "PHONE";
  return platform === "FITBIT" && isNamed;
}

/** The device or the app that a record comes from, as Fitbit names it; none when unknown. */
function sourceOf(origin: DataSource): Told["source"] {
  const { platform = "", device, application } = origin;
  const { googleWebClientId, webClientId, packageName } = application ?? {};
  const app = googleWebClientId ?? webClientId ?? packageName;
  // The Fitbit app itself is no other app; what is written is an app's, named or not.
  if ((app && platform !== "FITBIT") || WRITTEN.includes(platform)) {
    return { ...app && { id: app }, ...packageName && { name: packageName }, type: "app" };
  }
  const type = isPhone(origin) ? "app" : "tracker";
  return device?.displayName ? { name: device.displayName, type } : undefined;
}
