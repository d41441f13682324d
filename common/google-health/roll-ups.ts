import { ConfigurationError } from "@pipedream/platform";
import { addDays, type DateRange } from "../dates";
import type { Call } from "../health-api";
import type { Page } from "../pages";
import { path } from "../paths";
import type { DailyRollUpPoint, RollUpPoint } from "./answers";
import { dataTypes, type DataType, type DataTypeId } from "./data-types";
import { familyName, type Family } from "./points";
import type { Requests } from "./requests";
import { googleDate } from "./values";
import { tokenPages } from "./walks";

/** Windows between two instants (RFC 3339), the second one excluded. */
export interface Windows {
  from: string;
  before: string;
  windowSeconds: number;
  family?: Family;
}

/** Windows of the user's own days, the last one included. */
export interface DayWindows extends Required<DateRange> {
  windowDays?: number;
  family?: Family;
}

const DAY_MS = 86_400_000;
/** Windows that one page may hold. */
const MOST_WINDOWS = 10_000;

/** Sums over windows of time; windows without data are left out. */
export const rollUps = {
  /**
   * Sums between instants, newest first. The server checks pageSize times the window against
   * the longest range too, so that exactly the windows of the range are asked for.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/rollUp
   */
  async* rollUp(
    this: Requests,
    type: DataTypeId,
    { from, before, windowSeconds, family }: Windows,
    call: Call,
  ): AsyncGenerator<Page<RollUpPoint>> {
    const window = windowSeconds * 1_000;
    const days = longest(dataTypes[type], "rollUp");
    const most = Math.min(Math.floor(days * DAY_MS / window), MOST_WINDOWS);
    const pieces = cut(Date.parse(from), Date.parse(before), most * window);
    for (const [i, piece] of pieces.entries()) {
      yield* asked<RollUpPoint>(this, dataTypes[type], "rollUp", {
        range: { startTime: iso(piece.from), endTime: iso(piece.before) },
        windowSize: `${windowSeconds}s`,
        pageSize: Math.ceil((piece.before - piece.from) / window),
        ...family && { dataSourceFamily: familyName(family) },
      }, i < pieces.length - 1, call);
    }
  },

  /**
   * Sums of the user's own days, newest first; the right source of daily totals. A pageSize
   * would only be refused.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp
   */
  async* dailyRollUp(
    this: Requests,
    type: DataTypeId,
    { from, to, windowDays = 1, family }: DayWindows,
    call: Call,
  ): AsyncGenerator<Page<DailyRollUpPoint>> {
    const most = longest(dataTypes[type], "dailyRollUp");
    const days = Math.floor(most / windowDays) * windowDays * DAY_MS;
    const pieces = cut(Date.parse(from), Date.parse(addDays(to, 1)), days);
    for (const [i, piece] of pieces.entries()) {
      yield* asked<DailyRollUpPoint>(this, dataTypes[type], "dailyRollUp", {
        range: { start: civil(piece.from), end: civil(piece.before) },
        ...windowDays > 1 && { windowSizeDays: windowDays },
        ...family && { dataSourceFamily: familyName(family) },
      }, i < pieces.length - 1, call);
    }
  },
};

function longest({ id, operations, rollUpDays }: DataType, operation: "rollUp" | "dailyRollUp") {
  if (operations.includes(operation) && rollUpDays) return rollUpDays;
  throw new ConfigurationError(
    `Google Health has no ${operation} for ${id}: it offers ${operations.join(", ")}.`,
  );
}

/**
 * The span from one ms to before another in pieces of at most `size`, the newest first; each
 * begins a whole number of sizes after the first, where windows begin too.
 */
function cut(from: number, before: number, size: number) {
  if (!(size > 0) || !(from < before)) {
    throw new ConfigurationError("A roll-up needs a beginning before its end, and a window that fits.");
  }
  return Array.from({ length: Math.ceil((before - from) / size) }, (_, i) => ({
    from: from + i * size,
    before: Math.min(from + (i + 1) * size, before),
  })).reverse();
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function civil(ms: number) {
  return { date: googleDate(iso(ms).slice(0, 10)) };
}

interface RollUpPage<T> {
  rollupDataPoints: T[];
  nextPageToken: string;
}

/** One roll-up to its last page: all fields but the token stay the same. */
async function* asked<T>(
  app: Requests,
  { id, scopes }: DataType,
  method: "rollUp" | "dailyRollUp",
  body: object,
  isMore: boolean,
  call: Call,
): AsyncGenerator<Page<T>> {
  const pages = tokenPages<T>(async (pageToken) => {
    const answer = await app._json<RollUpPage<T>>({
      method: "POST",
      path: path`/v4/users/me/dataTypes/${id}/dataPoints` + `:${method}`,
      body: { ...body, ...pageToken !== undefined && { pageToken } },
      scope: scopes.read ?? "",
    }, call);
    return { items: answer.rollupDataPoints ?? [], next: answer.nextPageToken };
  });
  for await (const { items, more } of pages) yield { items, more: more || isMore };
}
