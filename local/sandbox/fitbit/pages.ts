import { DAY, parseDay, SECOND } from "../person/days";
import { invalid } from "./envelope";
import { oneOf, required, wholeNumber } from "./read";
import type { Call } from "./route";

export const PAGE_PARAMETERS = ["beforeDate", "afterDate", "sort", "limit", "offset"] as const;

type DateKey = "beforeDate" | "afterDate";

/** What a list request asks for. `wall` is local time as if it were UTC, in ms. */
interface PageQuery {
  key: DateKey;
  date: string;
  wall: number;
  dateOnly: boolean;
  /** How many of the records that start in that very second were on earlier pages. */
  taken: number;
  sort: "asc" | "desc";
  limit: number;
  offset: number;
}

export interface Listed<T> { record: T; wall: number }

/** How the list goes on: activities move the date, sleep moves the offset. */
export type Paging = "date" | "offset";

const STAMP
  = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?)?$/;

/** The same link, however its parameters are ordered and encoded. */
const fingerprint = (path: string, query: Iterable<readonly [string, string]>): string =>
  `${path}?${[...query].map(([name, value]) => `${name}=${value}`).sort().join("&")}`;

interface Stamp extends Pick<PageQuery, "wall" | "dateOnly"> {
  /** The fraction of its second: milliseconds, or in a link how many were there before. */
  part: number;
}

/** Reads the date of a list; more than is documented only where that is allowed. */
function stampOf(text: string, isLenient: boolean): Stamp | undefined {
  const [matched, date = "", hour, minute, second, part] = STAMP.exec(text) ?? [];
  const day = parseDay(date);
  const dateOnly = hour === undefined;
  const isDocumented = dateOnly || (second !== undefined && part === undefined);
  if (matched === undefined || day === undefined) return undefined;
  if (!isDocumented && !isLenient) return undefined;
  const time = Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0);
  return { wall: day * DAY + time * SECOND, dateOnly, part: Number(part ?? 0) };
}

function readQuery(call: Call): PageQuery {
  const { query, path, issued, switches } = call;
  const ours = issued.has(fingerprint(path, query));
  const keys = (["beforeDate", "afterDate"] as const).filter((key) => query.has(key));
  const [key] = keys;
  if (keys.length !== 1 || key === undefined) {
    throw invalid("beforeDate/afterDate", "Either beforeDate or afterDate should be specified");
  }
  const date = required(call, key);
  const stamp = stampOf(date, ours || switches.listDatesLenient);
  if (!stamp) throw invalid(key, `Invalid date: ${date}`);
  const sort = oneOf("sort", required(call, "sort"), ["asc", "desc"]);
  if (sort !== (key === "afterDate" ? "asc" : "desc")) {
    throw invalid("sort", `Invalid sort for ${key}: ${sort}`);
  }
  const limit = wholeNumber("limit", required(call, "limit"), 1, 100);
  const offset = wholeNumber("offset", required(call, "offset"), 0, ours ? 1e9 : 0);
  const { dateOnly, part } = stamp;
  const [wall, taken] = ours ? [stamp.wall, part] : [stamp.wall + part, 0];
  return { key, date, wall, dateOnly, taken, sort, limit, offset };
}

/** Records from `query` on, in its order. Within a second the order is that of the list. */
function select<T>(records: Listed<T>[], query: PageQuery): Listed<T>[] {
  const { sort, wall, dateOnly, taken } = query;
  const second = ({ wall: w }: Listed<T>): number => Math.floor(w / SECOND) * SECOND;
  const ordered = [...records].sort((a, b) => second(a) - second(b));
  if (sort === "desc") ordered.reverse();
  let tied = 0;
  return ordered.filter((record) => {
    const difference = second(record) - wall;
    if (difference !== 0) return sort === "asc" ? difference > 0 : difference < 0;
    tied += 1;
    // A date alone means its midnight, which afterDate includes. Else only what was left.
    return dateOnly ? sort === "asc" : taken > 0 && tied > taken;
  });
}

/** Where the next page begins when it is told by the start of the last record. */
function nextDate<T>(page: Listed<T>[], following: Listed<T>, query: PageQuery): string {
  const second = (wall: number): number => Math.floor(wall / SECOND);
  const last = second(page.at(-1)?.wall ?? 0);
  const stamp = new Date(last * SECOND).toISOString().slice(0, 19);
  if (second(following.wall) !== last) return stamp;
  const here = page.filter(({ wall }) => second(wall) === last).length;
  const before = last * SECOND === query.wall ? query.taken : 0;
  return `${stamp}.${String(before + here).padStart(3, "0")}`;
}

/**
 * One page of a list and its `pagination`: ordered by local start, the date sent and no other,
 * an absolute `next` that is followed as given, `previous` always empty.
 */
export function page<T>(call: Call, records: Listed<T>[], paging: Paging) {
  const query = readQuery(call);
  const found = select(records, query);
  const from = paging === "offset" ? query.offset : 0;
  const chosen = found.slice(from, from + query.limit);
  const following = found[from + query.limit];
  const link = (date: string, offset: number): string => {
    const parameters = [
      ["offset", String(offset)], ["limit", String(query.limit)], ["sort", query.sort],
      [query.key, date],
    ] as const;
    call.issued.add(fingerprint(call.path, parameters));
    const text = parameters.map(([name, value]) => `${name}=${value}`).join("&");
    return `https://api.fitbit.com${call.path}?${text}`;
  };
  const next = following === undefined
    ? ""
    : paging === "offset"
      ? link(query.date, from + query.limit)
      : link(nextDate(chosen, following, query), 0);
  return {
    records: chosen.map(({ record }) => record),
    pagination: {
      [query.key]: query.date,
      limit: query.limit,
      next,
      offset: query.offset,
      previous: "",
      sort: query.sort,
    },
  };
}
