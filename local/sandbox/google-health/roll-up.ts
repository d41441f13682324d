import { DAY, HOUR, MINUTE, SECOND } from "../person/days";
import type { DataType } from "./data-type";
import { invalid, refused } from "./envelope";
import { readableFamily } from "./list";
import { cursorOf, fingerprint, pageSizeOf, tokenOf } from "./pages";
import type { Point } from "./points/point";
import { type Fields, isObject, jsonOf, readMessage } from "./read";
import { type Call, dataPoints, type Route, typeFor } from "./route";
import { isIn } from "./sources";
import { civil, durationOf, instantOf, timestamp } from "./time";

const USUAL_PAGE = 1440;
const USUAL_DAYS = 90;

/** A window, in instants and in the words of the method. */
interface Window { from: number; to: number; words: object }

/** Windows by number, the newest first. */
interface Windows { count: number; nth: (n: number) => Window }

interface Asked { windows: Windows; size: number; bound: string; token: string | undefined }

const tooLong = ({ id, rollUpMaxDays }: DataType, what: string) => refused(
  "INVALID_ROLLUP_QUERY_DURATION",
  `${what} exceeds the maximum duration of ${rollUpMaxDays} days for data type ${id}.`,
  { maxDurationDays: String(rollUpMaxDays) },
);

/** Cuts a range from its start on; what is left over is the newest window. */
function cut(
  from: number, to: number, size: number, window: (start: number, end: number) => Window,
): Windows {
  const count = Math.ceil((to - from) / size);
  return {
    count,
    nth: (n) => {
      const start = from + (count - 1 - n) * size;
      return window(start, Math.min(to, start + size));
    },
  };
}

/** What the points of each window come to; windows without any are left out. */
function rollUp(call: Call, type: DataType, request: Fields, asked: Asked): object {
  const { life } = call;
  const family = readableFamily(call, type, request.dataSourceFamily as string | undefined);
  const { windows, size, bound, token } = asked;
  const first = cursorOf(bound, token)?.taken ?? 0;
  const count = Math.max(0, Math.min(size, windows.count - first));
  const page = Array.from({ length: count }, (_, i) => windows.nth(first + i));
  const { stream } = type;
  const isEmptySaid = life.switches.emptyWindows === "empty";
  const nothing = isEmptySaid ? stream.nothing ?? {} : undefined;
  const span = { from: page.at(-1)?.from ?? 0, to: page[0]?.to ?? 0 };
  const points = (stream.parts ?? stream.points)(life, span)
    .filter(({ source, isCopy }) => isIn(family, source) && !isCopy);
  const rows = page.flatMap(({ from, to, words }) => {
    const within = points.splice(firstFrom(points, from)).filter(({ start }) => start.at < to);
    const value = within.length > 0 ? stream.rollUp?.(within) ?? {} : nothing;
    return value ? [{ ...words, [type.unionKey]: value }] : [];
  });
  const more = first + size < windows.count;
  return {
    ...(rows.length > 0 && { rollupDataPoints: rows }),
    ...(more && { nextPageToken: tokenOf(bound, { at: 0, taken: first + size }) }),
  };
}

/** The index of the first point, of points oldest first, that starts at `from` or later. */
function firstFrom(points: Point[], from: number): number {
  let index = points.length;
  while (index > 0 && (points[index - 1]?.start.at ?? -Infinity) >= from) index -= 1;
  return index;
}

const requestOf = ({ schemas, body }: Call, message: string): Fields =>
  readMessage(schemas, message, jsonOf(body), "");

const boundTo = (call: Call, request: Fields): string =>
  fingerprint(call.path, Object.entries(request));

function physical(call: Call): object {
  const type = typeFor(call, "rollUp");
  const request = requestOf(call, "RollUpDataPointsRequest");
  const range = request.range as Fields;
  const from = instantOf(String(range.startTime));
  const to = instantOf(String(range.endTime));
  const size = durationOf(String(request.windowSize)) ?? 0;
  if (from === undefined || to === undefined || from >= to) {
    throw refused("INVALID_TIME_RANGE", "The start of the range must be before its end.");
  }
  if (size < SECOND) throw invalid("window_size", "The window size must be at least 1 second.");
  const most = type.rollUpMaxDays * DAY;
  const pageSize = pageSizeOf(request.pageSize as number | undefined, USUAL_PAGE);
  if (to - from > most) throw tooLong(type, "The range");
  // Seen in the field: the product counts, however short the range is.
  if (size * pageSize > most) throw tooLong(type, "The window size times the page size");
  const windows = cut(from, to, size, (start, end) => ({
    from: start, to: end, words: { startTime: timestamp(start), endTime: timestamp(end) },
  }));
  const token = request.pageToken as string | undefined;
  const bound = boundTo(call, request);
  return rollUp(call, type, request, { windows, size: pageSize, bound, token });
}

/** Local time of a request, as if it were UTC. */
function wallOf(value: unknown, path: string): number {
  const { date, time } = isObject(value) ? value : {};
  const part = (of: unknown, name: string): number => Number(isObject(of) ? of[name] ?? 0 : 0);
  const [year, month, day] = [part(date, "year"), part(date, "month"), part(date, "day")];
  const wall = Date.UTC(year, month - 1, day);
  const back = new Date(wall);
  if (year < 1 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) {
    throw invalid(`${path}.date`, "The date is not a whole calendar date.");
  }
  return wall + part(time, "hours") * HOUR + part(time, "minutes") * MINUTE
    + part(time, "seconds") * SECOND;
}

/** The windows of whole civil days; the last one is cut at the end of the range. */
function civilWindows({ life }: Call, start: number, end: number, days: number): Windows {
  const { timeline } = life.person;
  const instant = (wall: number): number =>
    (wall % DAY === 0 ? timeline.startOf(wall / DAY) : timeline.instant(wall));
  return cut(start, end, days * DAY, (from, to) => ({
    from: instant(from),
    to: instant(to),
    words: { civilStartTime: civil(from), civilEndTime: civil(to) },
  }));
}

function dailyPage(call: Call, type: DataType, request: Fields, { count }: Windows): number {
  const days = Number(request.windowSizeDays ?? 1);
  const asked = request.pageSize as number | undefined;
  if (asked === undefined || asked === 0) {
    return call.life.switches.dailyRollUpPages ? USUAL_DAYS : count;
  }
  const size = pageSizeOf(asked, USUAL_DAYS);
  if (size * days > type.rollUpMaxDays) {
    throw tooLong(type, "The window size times the page size");
  }
  if (size < count && !call.life.switches.dailyRollUpPages) {
    const message = `page_size (${size}) is too small. Must be at least ${count} to cover`
      + " the requested range";
    throw invalid("page_size", message);
  }
  return size;
}

function daily(call: Call): object {
  const type = typeFor(call, "dailyRollUp");
  const request = requestOf(call, "DailyRollUpDataPointsRequest");
  const range = request.range as Fields;
  const start = wallOf(range.start, "range.start");
  const end = wallOf(range.end, "range.end");
  const days = Number(request.windowSizeDays ?? 1);
  if (start % DAY !== 0) {
    throw invalid("range.start", "The start must be aligned with the aggregation window.");
  }
  if (start >= end) {
    throw refused("INVALID_TIME_RANGE", "The start of the range must be before its end.");
  }
  if (days < 1) throw invalid("window_size_days", "The window size must be at least 1 day.");
  if (end - start > type.rollUpMaxDays * DAY) throw tooLong(type, "The range");
  const windows = civilWindows(call, start, end, days);
  const size = dailyPage(call, type, request, windows);
  const token = request.pageToken as string | undefined;
  return rollUp(call, type, request, { windows, size, bound: boundTo(call, request), token });
}

export const rollUpRoutes: Route[] = [
  {
    verb: "POST",
    pattern: dataPoints(":rollUp"),
    rpc: "DataPointsService.RollUpDataPoints",
    answer: physical,
  },
  {
    verb: "POST",
    pattern: dataPoints(":dailyRollUp"),
    rpc: "DataPointsService.DailyRollUpDataPoints",
    answer: daily,
  },
];
