import type { Page, Pages } from "../wire/pages";

/** The bounds of a window, as a filter takes them; the last one has no end. */
export interface Window {
  from: string;
  before?: string;
}

const DAY_MS = 86_400_000;
/** However much is in it, a window is no shorter. */
const SHORTEST_MS = 60_000;
/** A window of more pages than this is read in parts. */
const MOST_PAGES = 8;

/**
 * A list that has its newest first, read oldest first: in windows of a day, of more where
 * little is in them, of less where much is. What a whole window holds is one page.
 * @param from a day or a time, local or in UTC as the filter is
 * @param write such a time as the filter takes it
 */
export async function* oldestFirst<T>(
  read: (window: Window) => Pages<T>,
  from: string,
  now: number,
  write: (ms: number) => string,
): AsyncGenerator<Page<T>> {
  let start = instantFrom(from);
  let length = DAY_MS;
  for (let more = true; more;) {
    const end = start + length;
    // By then the day has begun wherever on earth the user is.
    const isLast = end >= now + DAY_MS;
    const window = { from: write(start), ...!isLast && { before: write(end) } };
    const found = await whole(read(window), length > SHORTEST_MS ? MOST_PAGES : Infinity);
    if (!found) {
      length /= 2;
      continue;
    }
    more = !isLast;
    yield { items: found.items, more };
    start = end;
    if (found.pages === 1) length *= 2;
  }
}

/** A day or a time, local or in UTC, in ms as if it were UTC. */
export function instantFrom(from: string): number {
  return Date.parse(from.length > 10 ? `${from}Z` : from);
}

/** All items of a window; undefined when there are more pages than are wanted. */
async function whole<T>(
  pages: Pages<T>,
  most: number,
): Promise<{ items: T[]; pages: number } | undefined> {
  const items: T[] = [];
  let count = 0;
  for await (const page of pages) {
    if (++count > most) return undefined;
    for (const item of page.items) items.push(item);
  }
  return { items, pages: count };
}

/** A local time, or a day where it begins one, as a filter by civil times takes it. */
export function civil(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace(/T00:00:00$/, "");
}

/** An instant, as a filter by physical times takes it. */
export function physical(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
