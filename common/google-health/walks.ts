import { ApiError, failedWith } from "../wire/errors";
import type { Page } from "../wire/pages";
import type { DataPoint } from "./answers";

/** What a page's request answers. */
interface PageAnswer<T> {
  items: T[];
  /** Empty or absent at the end. */
  next?: string;
}

/**
 * Pages until no token is left: an empty page may carry one, and is given too, so that who
 * reads can stop there. Throws when a token comes back.
 * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/list
 */
export async function* tokenPages<T>(
  ask: (token: string | undefined) => Promise<PageAnswer<T>>,
): AsyncGenerator<Page<T>> {
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const { items, next } = await ask(token);
    token = next === "" ? undefined : next;
    if (token !== undefined && seen.has(token)) throw goesRound();
    if (token !== undefined) seen.add(token);
    yield { items, more: token !== undefined };
  } while (token !== undefined);
}

function goesRound(): ApiError {
  return new ApiError(
    "server_error",
    "Google Health gave the same page token twice, so that the list would never end. Run the step again later, or ask for a shorter range.",
  );
}

/** Whether a request was too much for the server, so that half of it may not be. */
export function isTooMuch(error: unknown): boolean {
  return failedWith(error, "server_error") && error.status === 504;
}

type Named = Pick<DataPoint, "name" | "dataPointName">;

/**
 * The same with pages of a size. A 504 means that the page was too large: the walk starts
 * again with half of it, since a token holds for its own size alone, and what was given is not
 * given twice. It is known by its name, for others may have arrived before it; only what has
 * no name is known by its place among its like.
 */
export async function* sizedPages<T extends Named>(
  largest: number,
  ask: (size: number, token: string | undefined) => Promise<PageAnswer<T>>,
): AsyncGenerator<Page<T>> {
  const given = new Set<string | number>();
  for (let size = largest; ; size = Math.floor(size / 2)) {
    try {
      let place = 0;
      const isNew = ({ name, dataPointName }: T) => {
        const known = given.size;
        return given.add(name || dataPointName || place++).size > known;
      };
      for await (const { items, more } of tokenPages((token) => ask(size, token))) {
        yield { items: items.filter(isNew), more };
      }
      return;
    } catch (error) {
      if (size === 1 || !isTooMuch(error)) throw error;
    }
  }
}
