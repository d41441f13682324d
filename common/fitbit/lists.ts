import type { Call } from "../call";
import { addDays, isCivilDate, isWithin, upTo, type CivilDate } from "../dates";
import { textOf } from "../fields";
import type { LogQuery } from "../lists";
import type { Page } from "../wire/pages";

/** Entries a page of a list holds at most, unless the list says otherwise. */
const PAGE_SIZE = 100;

export type ListParams = Record<string, string | number>;

/** A list of logs, newest start first. */
interface LogList<T> {
  /** One page, and what the API says of it. */
  ask(params: ListParams): Promise<{ logs: T[]; pagination?: Pagination | null }>;
  /** The day that a log belongs to. */
  dayOf(log: T): CivilDate;
  /** What tells a log from others. */
  idOf(log: T): string;
  /** Entries of a page. */
  pageSize?: number;
}

/** The parameters of a page, and the API's own link to the next; empty at the end. */
export interface Pagination {
  next?: string;
  [parameter: string]: unknown;
}

/** Pages that may hold nothing new: logs that sync meanwhile push others to the next page. */
const MOST_STALE_PAGES = 1;

/**
 * The logs wanted, page by page, each once. Where the API leads back to what was read already,
 * it would never end: the pages end there, though there may be more.
 * https://dev.fitbit.com/build/reference/web-api/activity/get-activity-log-list/
 */
export async function* logPages<T>(
  { ask, dayOf, idOf, pageSize = PAGE_SIZE }: LogList<T>,
  wanted: LogQuery,
  call: Pick<Call, "note">,
  first = firstPage(wanted, pageSize, Date.now()),
): AsyncGenerator<Page<T>> {
  const isRead = remembering();
  const isGiven = remembering();
  let stale = 0;
  isRead(keyOf({}));
  let params: ListParams | undefined = first;
  while (params && !isRead(keyOf(params)) && stale <= MOST_STALE_PAGES) {
    const { logs, pagination } = await ask(params);
    isRead(keyOf(pagination ?? params));
    const fresh = logs.filter((log) => !isGiven(idOf(log)));
    stale = logs.length && !fresh.length ? stale + 1 : 0;
    const isPast = logs.some((log) => wanted.from !== undefined && dayOf(log) < wanted.from);
    params = isPast ? undefined : nextPage(pagination);
    yield {
      // A night that starts on the last day and ends after it belongs to the next.
      items: fresh.filter((log) => isWithin(dayOf(log), wanted)),
      more: params !== undefined,
    };
  }
  if (params) call.note?.(GOES_ROUND);
}

const GOES_ROUND = "Fitbit's list led back to logs that were read already: it is given up to there, and there may be more.";

/** Tells whether it was asked about the same before. */
function remembering() {
  const known = new Set<string>();
  return (key: string) => known.size === known.add(key).size;
}

/**
 * The first page, newest first, up to and including the last wanted day. Without one the bound
 * lies past today wherever on earth the user is, so that it needs no time zone.
 */
function firstPage({ to, limit }: LogQuery, pageSize: number, now: number): ListParams {
  return {
    beforeDate: addDays(upTo(to, now), 1),
    sort: "desc",
    limit: Math.min(limit ?? pageSize, pageSize),
    offset: 0,
  };
}

/**
 * The first page of a log list from a local day on, or from a time: that second itself may
 * count or not, so that the one before it is sent. The oldest come first.
 */
export function oldestPage(from: string, limit = PAGE_SIZE): ListParams {
  const afterDate = isCivilDate(from)
    ? from
    : new Date(Date.parse(`${from}Z`) - 1_000).toISOString().slice(0, 19);
  return { afterDate, sort: "asc", limit, offset: 0 };
}

/**
 * The parameters of the next page as the API gives them; undefined at the end, and none for a
 * link that is no link. Only they are taken from it, so that the token goes nowhere but to the
 * API's own host.
 */
function nextPage(pagination: Pagination | null | undefined): ListParams | undefined {
  const link = textOf(pagination?.next);
  if (link === undefined) return undefined;
  const [, query] = link.split(/[?#]/);
  return Object.fromEntries(new URLSearchParams(query));
}

const LINKS = ["next", "previous"];

/** What tells a page from others, in whatever order and case its parameters are written. */
function keyOf(params: Record<string, unknown>): string {
  const own = Object.entries(params).filter(([name]) => !LINKS.includes(name));
  return own.map(([name, value]) => `${name}=${String(value)}`).sort().join("&").toLowerCase();
}
