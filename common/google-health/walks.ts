import { ApiError, failedWith } from "../errors";
import type { Page } from "../pages";

/** What a page's request answers. */
interface Part<T> {
  items: T[];
  /** Empty or absent at the end. */
  next?: string;
}

/**
 * Pages until no token is left: an empty page may carry one. Throws when a token comes back.
 * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/list
 */
export async function* tokenPages<T>(
  ask: (token: string | undefined) => Promise<Part<T>>,
): AsyncGenerator<Page<T>> {
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const { items, next } = await ask(token);
    token = next === "" ? undefined : next;
    if (token !== undefined && seen.has(token)) throw goesRound();
    if (token !== undefined) seen.add(token);
    if (items.length || token === undefined) yield { items, more: token !== undefined };
  } while (token !== undefined);
}

function goesRound(): ApiError {
  return new ApiError(
    "server_error",
    "Google Health gave the same page token twice, so that the list would never end. Run the step again later, or ask for a shorter range.",
  );
}

/**
 * The same with pages of a size. A 504 means that the page was too large: the walk starts
 * again with half of it, since a token holds for its own size alone, and what was given is not
 * given twice.
 */
export async function* sizedPages<T>(
  largest: number,
  ask: (size: number, token: string | undefined) => Promise<Part<T>>,
): AsyncGenerator<Page<T>> {
  let given = 0;
  for (let size = largest; ; size = Math.floor(size / 2)) {
    try {
      let position = 0;
      for await (const { items, more } of tokenPages((token) => ask(size, token))) {
        const fresh = items.slice(Math.max(0, given - position));
        position += items.length;
        given = Math.max(given, position);
        if (fresh.length || !more) yield { items: fresh, more };
      }
      return;
    } catch (error) {
      if (size === 1 || !failedWith(error, "server_error") || error.status !== 504) throw error;
    }
  }
}
