import { OutOfRequests, STEP_LIMITS } from "./budget";

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

export interface Collected<T> {
  items: T[];
  /** Whether there may be more than `items`. */
  truncated: boolean;
  /** The first that was left out; where it is not known, the last that was looked at. */
  next?: T;
}

/**
 * Reads pages until they end, `limit` records are there, or the step is at its limits: what
 * then is left unread shows as `truncated`.
 */
export async function collect<T>(pages: Pages<T>, limit = Infinity): Promise<Collected<T>> {
  const items: T[] = [];
  let bytes = 0;
  let last: T | undefined;
  try {
    for await (const page of pages) {
      last = page.last ?? page.items.at(-1) ?? last;
      for (const [i, item] of page.items.entries()) {
        bytes += Buffer.byteLength(JSON.stringify(item));
        if (bytes > STEP_LIMITS.bytes && items.length) {
          return { items, truncated: true, next: item };
        }
        items.push(item);
        if (items.length < limit) continue;
        const next = page.items[i + 1];
        const truncated = page.more || next !== undefined;
        return { items, truncated, ...truncated && { next: next ?? last } };
      }
    }
  } catch (error) {
    if (!(error instanceof OutOfRequests) || last === undefined) throw error;
    return { items, truncated: true, next: last };
  }
  return { items, truncated: false };
}
