import { addDays, isCivilDate, type CivilDate } from "../dates";
import type { LogQuery } from "../lists";

/** Entries a page of a log list holds at most. */
const PAGE_SIZE = 100;

export type ListParams = Record<string, string | number>;

/**
 * The first page of a log list, newest first, up to and including the last wanted day. Without
 * one the bound lies past today wherever on earth the user is, so that it needs no time zone.
 * https://dev.fitbit.com/build/reference/web-api/activity/get-activity-log-list/
 */
export function firstPage({ to, limit }: LogQuery, now: number): ListParams {
  return {
    beforeDate: addDays(upTo(to, now), 1),
    sort: "desc",
    limit: Math.min(limit ?? PAGE_SIZE, PAGE_SIZE),
    offset: 0,
  };
}

/**
 * The first page of a log list from a local day on, or from a time: that second itself may
 * count or not, so that the one before it is sent. The oldest come first.
 */
export function oldestPage(from: string): ListParams {
  const afterDate = isCivilDate(from)
    ? from
    : new Date(Date.parse(`${from}Z`) - 1_000).toISOString().slice(0, 19);
  return { afterDate, sort: "asc", limit: PAGE_SIZE, offset: 0 };
}

/** The last wanted day, but none that has begun nowhere on earth yet. */
export function upTo(to: CivilDate | undefined, now: number): CivilDate {
  const last = addDays(new Date(now).toISOString().slice(0, 10), 1);
  return to !== undefined && to < last ? to : last;
}

/** A list's own link to its next page; empty at the end. */
export interface Paged {
  pagination: { next?: string };
}

/**
 * The parameters of the next page as the API gives them; undefined at the end. Only they are
 * taken from the link, so that the token goes nowhere but to the API's own host.
 */
export function nextPage({ pagination }: Partial<Paged>): ListParams | undefined {
  if (!pagination?.next) return undefined;
  return Object.fromEntries(new URL(pagination.next, "https://api.fitbit.com").searchParams);
}
