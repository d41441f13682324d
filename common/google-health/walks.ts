import type { Call } from "../call";
import { textOf } from "../fields";
import { failedWith } from "../wire/errors";
import type { Page } from "../wire/pages";
import type { DataPoint } from "./answers";
import { idOf } from "./values";

/** What a page's request answers. */
interface PageAnswer<T> {
  items: T[];
  /** Empty or absent at the end. */
  next?: string;
}

/**
 * Pages until no token is left: an empty page may carry one, and is given too, so that who
 * reads can stop there. A token that comes back would never end: the pages end there, though
 * there may be more.
 * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/list
 */
export async function* tokenPages<T>(
  ask: (token: string | undefined) => Promise<PageAnswer<T>>,
  call: Pick<Call, "note">,
): AsyncGenerator<Page<T>> {
  const seen = new Set<string>();
  for (let token: string | undefined; token === undefined || !seen.has(token);) {
    if (token !== undefined) seen.add(token);
    const { items, next } = await ask(token);
    token = textOf(next);
    yield { items, more: token !== undefined };
    if (token === undefined) return;
  }
  call.note?.(GOES_ROUND);
}

const GOES_ROUND = "Google Health's list led back to where it was read already: it is given up to there, and there may be more.";

/** Whether a request was too much for the server, so that half of it may not be. */
export function isTooMuch(error: unknown): boolean {
  return failedWith(error, "server_error") && error.status === 504;
}

type Named = Pick<DataPoint, "name" | "dataPointName">;

/** A smaller one was answered empty, with a token or without, where there were records. */
export const SMALLEST_PAGE = 25;

/**
 * The same with pages of a size. A 504 means that the page was too large: the walk starts
 * again with half of it, since a token holds for its own size alone, and what was given is not
 * given twice. It is known by its id, for others may have arrived before it; only what has
 * none is known by its place among its like.
 */
export async function* sizedPages<T extends Named>(
  largest: number,
  ask: (size: number, token: string | undefined) => Promise<PageAnswer<T>>,
  call: Pick<Call, "note">,
): AsyncGenerator<Page<T>> {
  const given = new Set<string | number>();
  let size = Math.max(largest, SMALLEST_PAGE);
  for (;; size = Math.max(Math.floor(size / 2), SMALLEST_PAGE)) {
    try {
      let place = 0;
      const isNew = ({ name, dataPointName }: T) => {
        const known = given.size;
        return given.add(idOf(name) || idOf(dataPointName) || place++).size > known;
      };
      for await (const { items, more } of tokenPages((token) => ask(size, token), call)) {
        yield { items: items.filter(isNew), more };
      }
      return;
    } catch (error) {
      if (size === SMALLEST_PAGE || !isTooMuch(error)) throw error;
    }
  }
}
