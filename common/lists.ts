import type { CivilDate, DateRange } from "./dates";
import { collect, type Pages } from "./pages";

/** What a list action gives beside its records. */
export interface Extent extends Partial<Record<"startDate" | "endDate", CivilDate>> {
  count: number;
  /** Whether there are more records than these. */
  truncated: boolean;
  /**
   * The days that are left, when there are: the last of them may repeat records of that day.
   */
  nextStartDate?: CivilDate;
  nextEndDate?: CivilDate;
}

/** Logs to return when neither a first day nor a limit is given. */
const NEWEST = 100;

/** How many logs a list may give: the user's limit, or all of a range that has a beginning. */
export function limitFor(limit: number | undefined, { from }: DateRange): number | undefined {
  return limit ?? (from === undefined ? NEWEST : undefined);
}

/** Reads a list, newest first, and says which days it covers and which are left. */
export async function readList<T>(
  pages: Pages<T>,
  wanted: DateRange & { limit?: number },
  dayOf: (item: T) => CivilDate,
): Promise<{ items: T[]; extent: Extent }> {
  const { items, truncated } = await collect(pages, wanted.limit);
  const last = items.at(-1);
  return {
    items,
    extent: {
      startDate: wanted.from,
      endDate: wanted.to,
      count: items.length,
      truncated,
      ...truncated && last !== undefined && {
        nextStartDate: wanted.from,
        nextEndDate: dayOf(last),
      },
    },
  };
}
