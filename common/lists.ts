import { addDays, type CivilDate, type DateRange } from "./dates";
import { readChoice, readInteger } from "./input";
import { writtenBy, type Told, type Writer } from "./origin";
import type { Given } from "./pipedream";
import { nothing } from "./sentences";
import { resets } from "./wire/failures";
import { collect, filterPages, mapPages, type Pages } from "./wire/pages";

/** How much of each record a list gives: its sums alone, or all that there is. */
export const details = ["summary", "full"] as const;

/** Who the records of a list may be by. */
export const writers = ["device", "hand", "app"] as const satisfies Writer[];

/** What a user may choose of a list, beside its days. */
interface Choice {
  /** The most records, newest first. */
  limit?: number;
  /** `full` has what takes more requests too: where a record comes from. */
  detail?: typeof details[number];
  /** Only records by one of these. */
  writtenBy?: Writer;
}

/** Which records a list gives: those of a range, newest start first. */
export interface LogQuery extends DateRange, Choice {
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
  /** A day that holds more records than the limit; going on passes over the others of it. */
  skippedDate?: CivilDate;
  /** When the API's limit of requests ends that cut the list short. */
  retryAt?: string;
}

/** The records by the writer that is wanted. */
export function byWriter<T>(
  pages: Pages<T>,
  { writtenBy: wanted }: LogQuery,
  toldOf: (record: T) => Told | undefined,
): Pages<T> {
  const isWanted = (record: T) => {
    const told = toldOf(record);
    return told && writtenBy(told) === wanted;
  };
  return wanted ? filterPages(pages, isWanted) : pages;
}

/** Reads the choice of a list. Throws a ConfigurationError that names the prop. */
export function readChosen({ limit, detail, writtenBy }: {
  limit: Given<number | undefined>;
  detail: Given<string | undefined>;
  writtenBy?: Given<string | undefined>;
}): Choice {
  return {
    limit: readInteger("Limit", limit, { min: 1, example: "20" }),
    detail: readChoice("Detail", detail, details) ?? "summary",
    writtenBy: readChoice("Written By", writtenBy, writers),
  };
}

/** Logs to return when neither a first day nor a limit is given. */
const NEWEST = 100;

/** How many logs a list may give: the user's limit, or all of a range that has a beginning. */
function mostOf({ from, limit }: LogQuery): number | undefined {
  return limit ?? (from === undefined ? NEWEST : undefined);
}

/** What a list has to know of its records. */
export interface Listed<T> {
  dayOf(record: T): CivilDate;
  /** The record without its rows, with the same fields on both apps. */
  summaryOf(record: T): T;
}

/**
 * Reads a list, newest first, and says which days it covers and which are left. One log more
 * than wanted is asked for: it tells where to go on, which is always a day further. Of those
 * that are by one writer nobody knows how many that takes, so that pages are full. Without a
 * limit of the user's the first day is given whole, however many logs it holds.
 */
export async function collectList<T>(
  list: (wanted: LogQuery) => Pages<T>,
  wanted: LogQuery,
  { dayOf, summaryOf }: Listed<T>,
): Promise<{ items: T[]; extent: Extent }> {
  const most = mostOf(wanted);
  const pages = list({ ...wanted, limit: wanted.writtenBy ? undefined : most && most + 1 });
  const shown = wanted.detail === "full" ? pages : mapPages(pages, summaryOf);
  const isStuck = (next: T) => wanted.to !== undefined && dayOf(next) >= wanted.to;
  const mayEnd = (next: T, isKnown: boolean) =>
    (isKnown && wanted.limit !== undefined) || !isStuck(next);
  const { items, truncated, next, retryAt } = await collect(shown, most, mayEnd);
  return {
    items,
    extent: {
      startDate: wanted.from,
      endDate: wanted.to,
      count: items.length,
      truncated,
      ...next !== undefined
      && left(wanted, dayOf(next), isStuck(next) && retryAt === undefined),
      ...retryAt !== undefined && { retryAt: new Date(retryAt).toISOString() },
    },
  };
}

/** The days that are left, from one on, which is passed over where it would never end. */
function left({ from }: LogQuery, day: CivilDate, isStuck: boolean): Partial<Extent> {
  const nextEndDate = isStuck ? addDays(day, -1) : day;
  const isOver = from !== undefined && nextEndDate < from;
  return {
    ...!isOver && { nextStartDate: from, nextEndDate },
    ...isStuck && { skippedDate: day },
  };
}

/** What a list without records says. */
export function noneListed(what: string, { nextEndDate }: Partial<Extent>): string {
  return nextEndDate === undefined
    ? nothing(what)
    : `No ${what} of this kind after ${nextEndDate}: go on with that as End Date.`;
}

/** What a list says of its records, and of those that it could not give. */
export function listedSoFar(sentence: string, { retryAt, nextEndDate }: Extent, now: number) {
  if (retryAt === undefined) return sentence;
  return `${sentence.replace(/\.$/, "")}. The API's limit of requests cut the list short: go on with ${String(nextEndDate)} as End Date when it resets, ${resets(Date.parse(retryAt), now)}.`;
}
