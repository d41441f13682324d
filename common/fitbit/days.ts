import { ConfigurationError } from "@pipedream/platform";
import type { Call } from "../call";
import { isCivilDate, type CivilDate, type DayInput } from "../dates";
import type { DaysApi } from "../days";
import { objectsIn, textOf } from "../fields";
import { failedWith, isRefusal } from "../wire/errors";
import { get, type Requests } from "./requests";

/** The error for a day that nothing tells; its cause is the refusal to tell it, if any. */
export function unknownDay(why: string, cause?: Error): ConfigurationError {
  const error = new ConfigurationError(
    `${why} which day it is for you. Write dates such as 2026-03-20, or set Time Zone, such as Europe/Berlin.`,
  );
  return Object.assign(error, cause && { cause });
}

/** A daily series that ends today, and the scope that it is under. */
export interface SeriesUntilToday {
  path: string;
  scope: string;
  root: string;
  /** Whether it may have no day at all, and then tells nothing. */
  mayBeEmpty?: boolean;
}

/** The last day of such a series. Throws a ConfigurationError where it has none. */
export async function lastDay(
  app: Requests, { path, scope, root, mayBeEmpty }: SeriesUntilToday, call: Call,
): Promise<CivilDate | undefined> {
  const request = { path, scope, root: `${root}[]`, empty: true } as const;
  const body = await get<Record<string, unknown[]>>(app, request, call);
  const [day] = rowsByDay(body[root]).at(-1) ?? [];
  if (day !== undefined || mayBeEmpty) return day;
  throw unknownDay("Fitbit did not say");
}

/** The rows of a series by their days; one that has none is left out. */
export function rowsByDay(rows: unknown): [CivilDate, Record<string, unknown>][] {
  return objectsIn(rows).flatMap((row): [CivilDate, Record<string, unknown>][] => {
    const date = textOf(row.dateTime)?.slice(0, 10) ?? "";
    return isCivilDate(date) ? [[date, row]] : [];
  });
}

/** How the API takes today where nothing else tells it; documented for series alone. */
const TODAY = "today";

/**
 * What an endpoint gives of a day. Where this connection may not ask which day is today, the
 * endpoint itself is asked for `today`, and what it gives tells the date.
 */
export async function askDay<T extends object>(
  app: Pick<DaysApi, "getCivilDay">,
  day: DayInput,
  call: Call,
  ask: (date: CivilDate) => Promise<T>,
  dateOf: (answer: T) => CivilDate | undefined,
): Promise<T & { date?: CivilDate }> {
  let untold: unknown;
  const date = await app.getCivilDay(day, call).catch((error: unknown) => {
    untold = error;
    if (isUntold(error) && "daysAgo" in day && day.daysAgo === 0) return undefined;
    throw error;
  });
  if (date !== undefined) return { date, ...await ask(date) };
  const answer = await ask(TODAY).catch((error: unknown) => {
    throw failedWith(error, "bad_request", "not_found") ? untold : error;
  });
  return { date: dateOf(answer), ...answer };
}

/** Whether the API refused to tell which day it is. */
function isUntold(error: unknown): boolean {
  return isRefusal(error) || (error instanceof Error && isRefusal(error.cause));
}
