import { OutOfRequests, STEP_LIMITS } from "./budget";
import { ApiError, failedWith } from "./errors";

/** One page of records. */
export interface Page<T> {
  items: T[];
  /** Whether the API has more behind it. */
  more: boolean;
  /** The last record that was looked at, where not all of them are given. */
  last?: T;
}

/** Pages as the API gives them, asked for one by one as they are read. */
export type Pages<T> = AsyncIterable<Page<T>>;

/** The same pages of other items. */
export async function* mapPages<T, U>(
  pages: Pages<T>,
  toItem: (item: T) => U,
): AsyncGenerator<Page<U>> {
  for await (const { items, more, last } of pages) {
    yield { items: items.map(toItem), more, ...last !== undefined && { last: toItem(last) } };
  }
}

/** The same pages without the items that are not wanted. */
export async function* filterPages<T>(
  pages: Pages<T>,
  isWanted: (item: T) => unknown,
): AsyncGenerator<Page<T>> {
  for await (const { items, more, last = items.at(-1) } of pages) {
    yield { items: items.filter(isWanted), more, ...last !== undefined && { last } };
  }
}

/** The same pages with each record once, by its id: a list may shift while it is read. */
export async function* eachOnce<T>(
  pages: Pages<T>,
  idOf: (item: T) => string,
): AsyncGenerator<Page<T>> {
  const given = new Set<string>();
  for await (const { items, more, last = items.at(-1) } of pages) {
    const fresh = items.filter((item) => given.size < given.add(idOf(item)).size);
    yield { items: fresh, more, ...last !== undefined && { last } };
  }
}

/** All records. Throws when the pages end before the API has no more. */
export async function whole<T>(pages: Pages<T>): Promise<T[]> {
  const all: T[] = [];
  let isMore = false;
  for await (const { items, more } of pages) {
    for (const item of items) all.push(item);
    isMore = more;
  }
  if (isMore) throw new ApiError("unexpected", GOES_ROUND);
  return all;
}

const GOES_ROUND = "The API's list led back to where it was read already, and never ends. Run the step again later.";

export interface Collected<T> {
  items: T[];
  /** Whether there may be more than `items`. */
  truncated: boolean;
  /** The first that was left out; where it is not known, the last that was looked at. */
  next?: T;
  /** When the rate limit ends that cut it short, in ms since 1970. */
  retryAt?: number;
}

/**
 * Reads pages until they end, `limit` records are there, or the step is at its limits or the
 * API's: what then is left unread shows as `truncated`. As many may not be enough: `mayEnd` is
 * asked of the next, and whether it is known.
 */
export async function collect<T>(
  pages: Pages<T>,
  limit = Infinity,
  mayEnd: (next: T, isKnown: boolean) => boolean = () => true,
): Promise<Collected<T>> {
  const items: T[] = [];
  let bytes = 0;
  let last: T | undefined;
  let isMore = false;
  try {
    for await (const page of pages) {
      last = page.last ?? page.items.at(-1) ?? last;
      for (const item of page.items) {
        if (items.length >= limit && mayEnd(item, true)) {
          return { items, truncated: true, next: item };
        }
        bytes += Buffer.byteLength(JSON.stringify(item));
        if (bytes > STEP_LIMITS.bytes && items.length) {
          return { items, truncated: true, next: item };
        }
        items.push(item);
      }
      isMore = page.more;
      if (items.length >= limit && last !== undefined && mayEnd(last, false)) break;
    }
  } catch (error) {
    if (last === undefined || !isUsedUp(error)) throw error;
    const retryAt = error instanceof ApiError ? error.retryAt : undefined;
    return { items, truncated: true, next: last, ...retryAt !== undefined && { retryAt } };
  }
  // Pages that end before the API does led back to where they were.
  const truncated = isMore && last !== undefined;
  return { items, truncated, ...truncated && { next: last } };
}

/** Whether the step's own requests are used up, or those that the API allows. */
function isUsedUp(error: unknown): boolean {
  return error instanceof OutOfRequests || failedWith(error, "rate_limited");
}
