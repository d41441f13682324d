import type { CivilDate, DateRange } from "./dates";
import { readInteger } from "./input";
import type { Given } from "./pipedream";
import { collect, type Pages } from "./wire/pages";

/** Which records a list gives: those of a range, at most so many, newest start first. */
export interface LogQuery extends DateRange {
  limit?: number;
  /** Only what this app may delete. Fitbit lets it delete all. */
  own?: boolean;
}

/** What a list action gives beside its records. */
export interface Extent extends Partial<Record<"startDate" | "endDate", CivilDate>> {
  count: number;
  /** Whether there may be more records than these. */
  truncated: boolean;
  /**
   * The days that are left, when there are: the last of them may repeat records of that day.
   */
  nextStartDate?: CivilDate;
  nextEndDate?: CivilDate;
}

/** Reads a Limit prop; left out, there is none. */
export function readLimit(limit: Given<number | undefined>): number | undefined {
  return readInteger("Limit", limit, { min: 1, example: "20" });
}

/** Logs to return when neither a first day nor a limit is given. */
const NEWEST = 100;

/** How many logs a list may give: the user's limit, or all of a range that has a beginning. */
function limitFor({ from, limit }: LogQuery): number | undefined {
  return limit ?? (from === undefined ? NEWEST : undefined);
}

/**
 * Reads a list, newest first, and says which days it covers and which are left. One log more
 * than wanted is asked for: it tells where to go on.
 */
export async function collectList<T>(
  list: (wanted: LogQuery) => Pages<T>,
  range: LogQuery,
  dayOf: (item: T) => CivilDate,
): Promise<{ items: T[]; extent: Extent }> {
  const limit = limitFor(range);
  const pages = list({ ...range, limit: limit && limit + 1 });
  const { items, truncated, next = items.at(-1) } = await collect(pages, limit);
  return {
    items,
    extent: {
      startDate: range.from,
      endDate: range.to,
      count: items.length,
      truncated,
      ...truncated && next !== undefined && {
        nextStartDate: range.from,
        nextEndDate: dayOf(next),
      },
    },
  };
}
