import { DAY, type Day, dayText, HOUR, MINUTE, type Span } from "../person/days";
import type { Minutes } from "../person/minutes";
import { notPermitted } from "./access";
import { ApiError, invalid } from "./envelope";
import { civilDay, oneOf } from "./read";
import type { Call } from "./route";

export const MINUTE_DETAILS = ["1min", "5min", "15min"] as const;
export type Detail = (typeof MINUTE_DETAILS)[number] | "1sec";

/** What is asked for of a day or of a window that may pass midnight. */
export interface Intraday {
  first: Day;
  last: Day;
  /** From its first moment to its last, which belongs to it. */
  span: Span;
  /** A part of a day, or of two, and not whole days. */
  isWindow: boolean;
  detail: Detail;
  /** Milliseconds from one row to the next. */
  step: number;
  /** Days and times of day are those of UTC. */
  utc: boolean;
}

const CLOCK = /^(\d\d?):(\d\d)(?::(\d\d))?$/;

/** A time of day in milliseconds; seconds are those of the links to heart rates. */
function timeOf(name: string, text: string): number {
  const [matched, hour, minute, second = "0"] = CLOCK.exec(text) ?? [];
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (matched === undefined || h > 23 || m > 59 || s > 59) {
    throw invalid(name, `Invalid time: ${text}. Use HH:mm`);
  }
  return h * HOUR + m * MINUTE + s * 1000;
}

export function isUtc({ query }: Call): boolean {
  const zone = query.get("timezone");
  if (zone !== undefined) oneOf("timezone", zone, ["UTC"]);
  return zone === "UTC";
}

/** Reads the variable parts of an intraday path: `:first/:second/:detail`, `:from/:to`. */
export function intradayOf(call: Call, details: readonly Detail[]): Intraday {
  const { params, person: { timeline } } = call;
  const { second = "", from, to } = params;
  const detail = oneOf("detail-level", params.detail ?? "", details);
  const first = civilDay(call, "date", params.first ?? "", true);
  const last = second === "1d" ? first : civilDay(call, "end-date", second, true);
  if (last < first) throw invalid("end-date", "The end date must not be before the start date.");
  const utc = isUtc(call);
  const at = (wall: number): number => (utc ? wall : timeline.instant(wall));
  const step = detail === "1sec" ? 1000 : parseInt(detail, 10) * MINUTE;
  const asked = { first, last, detail, step, utc };
  if (from === undefined || to === undefined) {
    const day = (one: Day): number => (utc ? one * DAY : timeline.startOf(one));
    return { ...asked, span: { from: day(first), to: day(last + 1) - 1 }, isWindow: false };
  }
  const walls = {
    from: first * DAY + timeOf("start-time", from), to: last * DAY + timeOf("end-time", to),
  };
  if (walls.to < walls.from) {
    throw invalid("end-time", "The end time must not be before the start time.");
  }
  return { ...asked, span: { from: at(walls.from), to: at(walls.to) }, isWindow: true };
}

/** A day may have an hour more, or several on a journey. */
const isTooLong = ({ first, last, span, isWindow }: Intraday): boolean =>
  (isWindow ? span.to - span.from > DAY : last > first);

/** Whether the rows are given: not to every client, nor of more than a day. */
export function givesRows({ switches }: Call, asked: Intraday): boolean {
  if (switches.intradayAccess === "refused") throw notPermitted();
  if (isTooLong(asked)) {
    if (switches.intradayTooLong === "days alone") return false;
    throw new ApiError(400, "request", "Time range should not be bigger than 24 hours.");
  }
  return switches.intradayAccess === "granted";
}

/** Whether a series carries the minutes of its only day. */
export const carriesMinutes = (
  { switches }: Call, [first, last]: readonly [Day, Day],
): boolean => switches.intradayInSeries && first === last;

export const minutesOfDay = (call: Call): Call =>
  ({ ...call, params: { ...call.params, second: "1d", detail: "1min" } });

export interface SeenMinute { day: Minutes; i: number; visible: boolean }

/** What is told together: the minutes from `at` on. */
export interface Bucket { at: number; minutes: SeenMinute[] }

/**
 * The buckets that begin in the span, oldest first, up to now: steps of the clock, of a minute
 * at least, with their minutes, of which there are none before the person's first day.
 */
export function bucketsOf({ person }: Call, { span, step }: Intraday): Bucket[] {
  const size = Math.max(step, MINUTE);
  const wall = person.timeline.wall(span.from);
  const from = span.from + (Math.ceil(wall / size) * size - wall);
  const passed = Math.floor(person.now / MINUTE) * MINUTE;
  const until = Math.min(span.to, passed - 1);
  const count = Math.max(0, Math.floor((until - from) / size) + 1);
  const buckets = Array.from({ length: count }, (_, n): Bucket => (
    { at: from + n * size, minutes: [] }
  ));
  person.eachMinute({ from, to: from + count * size }, (day, i, visible) => {
    const n = Math.floor((day.start + i * MINUTE - from) / size);
    buckets[n]?.minutes.push({ day, i, visible });
  });
  return buckets;
}

/** How an instant's time of day is written. */
export const clockAt = ({ person }: Call, { utc }: Intraday) => (at: number): string =>
  new Date(utc ? at : person.timeline.wall(at)).toISOString().slice(11, 19);

/** The date of a row of a window: `today` stays as it was asked for. */
export const dateOfWindow = ({ params }: Call, { first }: Intraday): string =>
  (params.first === "today" ? "today" : dayText(first));

/** What names the rows of a dataset. */
export const datasetOf = (rows: object[], { detail }: Intraday) => ({
  dataset: rows,
  datasetInterval: parseInt(detail, 10),
  datasetType: detail === "1sec" ? "second" : "minute",
});

const TAIL = "/date/:first/:second/:detail";

/** The paths of intraday data, with times and without. */
export const intradayPaths = (resource: string): string[] => [
  `/1/user/:user/activities/${resource}${TAIL}.json`,
  `/1/user/:user/activities/${resource}${TAIL}/time/:from/:to.json`,
];
