import { OutOfRequests, STEP_LIMITS } from "./budget";

/** One page of records. */
export interface Page<T> {
  items: T[];
  /** Whether the API has more behind it. */
  more: boolean;
}

/** Pages as the API gives them, asked for one by one as they are read. */
export type Pages<T> = AsyncIterable<Page<T>>;

/** The same pages of other items. */
export async function* mapPages<T, U>(
  pages: Pages<T>,
  toItem: (item: T) => U,
): AsyncGenerator<Page<U>> {
  for await (const { items, more } of pages) yield { items: items.map(toItem), more };
}

export interface Collected<T> {
  items: T[];
  /** Whether there may be more than `items`. */
  truncated: boolean;
  /** The first that was left out, where it is known. */
  next?: T;
}

/**
 * Reads pages until they end, `limit` records are there, or the step is at its limits: what
 * then is left unread shows as `truncated`.
 */
export async function collect<T>(pages: Pages<T>, limit = Infinity): Promise<Collected<T>> {
  const items: T[] = [];
  let bytes = 0;
  try {
    for await (const page of pages) {
      for (const [i, item] of page.items.entries()) {
        bytes += Buffer.byteLength(JSON.stringify(item));
        if (bytes > STEP_LIMITS.bytes && items.length) {
          return { items, truncated: true, next: item };
        }
        items.push(item);
        if (items.length < limit) continue;
        const next = page.items[i + 1];
        return { items, truncated: page.more || next !== undefined, next };
      }
    }
  } catch (error) {
    if (error instanceof OutOfRequests && items.length) return { items, truncated: true };
    throw error;
  }
  return { items, truncated: false };
}
