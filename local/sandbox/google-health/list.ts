import { DAY, HOUR, MINUTE, type Span } from "../person/days";
import { allows, missingScope } from "./access";
import type { DataType } from "./data-type";
import { denied, notFound } from "./envelope";
import { type Filter, filterOf, takes } from "./filter";
import { dataPoint, pointById, reconciledPoint } from "./named";
import {
  type Cursor, cursorOf, fingerprint, int32Of, PAGE_PARAMETERS, pageSizeOf, tokenOf,
} from "./pages";
import type { Point, Stream } from "./points/point";
import { type Call, dataPoints, type Route, typeFor } from "./route";
import { type Family, familyOf, isIn, unsupportedFamily } from "./sources";
import type { Life } from "./state";

const LONG_RANGE = 28 * DAY;

/** Whose data a call may read: who may only write sees what this client wrote. */
export function readableFamily(
  { life, access }: Call, type: DataType, name: string | undefined,
): Family {
  const family = familyOf(name, life.state.ids.user);
  if (allows(access, `${type.scope}.readonly`)) return family;
  if (!allows(access, `${type.scope}.writeonly`)) throw missingScope(life.switches);
  if (name !== undefined && family !== "self-sources") throw denied();
  return "self-sources";
}

type Points = Stream["points"];

/** The days of a span, in order; what lies outside of the person's life is one piece. */
function daysOf({ person }: Life, { from, to }: Span): Span[] {
  const { timeline, who, now } = person;
  const first = timeline.startOf(who.firstDay);
  const last = Math.ceil(now / HOUR) * HOUR;
  const cuts = [from];
  for (let at = first; at < last; at += DAY) if (from < at && at < to) cuts.push(at);
  if (from < last && last < to) cuts.push(last);
  return cuts.map((start, i) => ({ from: start, to: cuts[i + 1] ?? to }));
}

/** Points that start in `span` in the order of lists, made day by day where there are many. */
function* walk(
  life: Life, { byMinute }: Stream, points: Points, span: Span, ascending: boolean,
): Generator<Point> {
  const days = byMinute ? daysOf(life, span) : [span];
  for (const day of ascending ? days : days.reverse()) {
    const made = points(life, day).sort((a, b) => a.start.at - b.start.at);
    yield* ascending ? made : made.reverse();
  }
}

/** Whether list and get, which tell where a point comes from, have it already. */
const isListed = ({ person, switches }: Life, { changed = -Infinity }: Point): boolean =>
  changed + switches.provenanceMinutes * MINUTE <= person.now;

/** The starts that a filter can take. Nights begin up to a day before they end. */
function spanOf({ from, to, byStart }: Filter): Span {
  return byStart ? { from, to } : { from: from - 3 * DAY, to: to + 2 * DAY };
}

/** Whether a point was on an earlier page. A copy of a record may start later than it. */
const isBefore = (
  { start }: Point, cursor: Cursor | undefined, ascending: boolean,
): boolean => cursor !== undefined && cursor.taken > 0
  && (ascending ? start.at < cursor.at : start.at > cursor.at);

/** The points from the cursor on that are asked for, and where the next page begins. */
function collect(
  found: Iterable<Point>, wanted: (point: Point) => boolean,
  cursor: Cursor | undefined, size: number, ascending: boolean,
): { page: Point[]; next?: Cursor } {
  const page: Point[] = [];
  let at = NaN;
  let taken = 0;
  for (const point of found) {
    if (!wanted(point) || isBefore(point, cursor, ascending)) continue;
    taken = point.start.at === at ? taken + 1 : 1;
    at = point.start.at;
    if (cursor?.at === at && taken <= cursor.taken) continue;
    page.push(point);
    // A full page has a token even when nothing follows: the last page may be empty.
    if (page.length === size) return { page, next: { at, taken } };
  }
  return { page };
}

/** What is left of a span after the pages before; a copy may start before its record. */
function rest({ from, to }: Span, cursor: Cursor | undefined, ascending: boolean): Span {
  if (!cursor || cursor.taken === 0) return { from, to };
  return ascending
    ? { from: Math.max(from, cursor.at), to }
    : { from, to: Math.min(to, cursor.at + MINUTE) };
}

/**
 * Seen in the field: the first page of a long list is empty, and of one that is asked for a
 * single session or interval; the data comes after it.
 */
function beginsEmpty(
  { switches }: Life, { stream, form }: DataType, { from, to }: Filter, size: number,
): boolean {
  if (switches.emptyFirstPage !== "as seen") return switches.emptyFirstPage === "always";
  const isLong = stream.byMinute === true && to - from >= LONG_RANGE;
  return isLong || (size === 1 && ["session", "interval"].includes(form));
}

function isAscending({ switches }: Life, { form }: DataType, reconciled: boolean): boolean {
  return (reconciled && switches.reconcileOrder === "oldest first")
    || (form === "sample" && switches.sampleOrder === "oldest first");
}

function pageOf(call: Call, type: DataType, reconciled: boolean): object {
  const { life, query, path } = call;
  const familyName = query.get("dataSourceFamily");
  if (!reconciled && familyName !== undefined && !type.listTakesFamily) {
    throw unsupportedFamily();
  }
  const family = readableFamily(call, type, familyName);
  // What a token that only writes may see cannot be told where there are no families.
  if (!reconciled && !type.listTakesFamily && family === "self-sources") throw denied();
  const filter = filterOf(call.types, type, query.get("filter"));
  const asked = int32Of("page_size", query.get("pageSize"));
  const size = pageSizeOf(asked, type.usualPage(life.switches), type.longestPage);
  const bound = fingerprint(path, query);
  const cursor = cursorOf(bound, query.get("pageToken"));
  const { stream } = type;
  if (!cursor && beginsEmpty(life, type, filter, size)) {
    return { nextPageToken: tokenOf(bound, { at: 0, taken: 0 }) };
  }
  const isShown = (point: Point): boolean => (reconciled
    ? !point.isCopy || life.switches.copiesReconciled
    : isListed(life, point));
  const wanted = (point: Point): boolean =>
    takes(filter, point) && isIn(family, point.source) && isShown(point);
  const ascending = isAscending(life, type, reconciled);
  const span = rest(spanOf(filter), cursor, ascending);
  const points = reconciled ? stream.reconciled ?? stream.points : stream.points;
  const found = walk(life, stream, points, span, ascending);
  const { page, next } = collect(found, wanted, cursor, size, ascending);
  const show = reconciled ? reconciledPoint : dataPoint;
  return {
    ...(page.length > 0 && { dataPoints: page.map((point) => show(life, type, point)) }),
    ...(next
      ? { nextPageToken: tokenOf(bound, next) }
      : life.switches.emptyNextPageToken && { nextPageToken: "" }),
  };
}

function get(call: Call): object {
  const { life, params } = call;
  const type = typeFor(call, "get");
  const family = readableFamily(call, type, undefined);
  const point = pointById(life, type, params.id ?? "");
  if (!isListed(life, point)) throw notFound();
  if (!isIn(family, point.source)) throw denied();
  return dataPoint(life, type, point);
}

export const listRoutes: Route[] = [
  {
    verb: "GET",
    pattern: dataPoints(""),
    rpc: "DataPointsService.ListDataPoints",
    takes: PAGE_PARAMETERS,
    answer: (call) => pageOf(call, typeFor(call, "list"), false),
  },
  {
    verb: "GET",
    pattern: dataPoints(":reconcile"),
    rpc: "DataPointsService.ReconcileDataPoints",
    takes: PAGE_PARAMETERS,
    answer: (call) => pageOf(call, typeFor(call, "reconcile"), true),
  },
  {
    verb: "GET",
    pattern: dataPoints("/(?<id>[^/:]+)"),
    rpc: "DataPointsService.GetDataPoint",
    answer: get,
  },
];
