import { ConfigurationError } from "@pipedream/platform";
import type { Call } from "../call";
import { addDays, type DateRange } from "../dates";
import { objectsIn } from "../fields";
import type { Page } from "../wire/pages";
import { path } from "../wire/paths";
import type { DailyRollUpPoint, RollUpPoint } from "./answers";
import { dataTypes, type DataType, type DataTypeId } from "./data-types";
import { familyName, type Family } from "./points";
import { reasonsOfQueries } from "./remedies";
import { json, type Transport } from "./transport";
import { googleDate } from "./values";
import { isTooMuch, tokenPages } from "./walks";

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
  async* getRollUp(
    this: Transport,
    type: DataTypeId,
    { from, before, windowSeconds, family }: Windows,
    call: Call,
  ): AsyncGenerator<Page<RollUpPoint>> {
    const window = windowSeconds * 1_000;
    const most = mostWindows(type, windowSeconds);
    const whole = { from: Date.parse(from), before: Date.parse(before) };
    yield* inPieces<RollUpPoint>(this, {
      type: dataTypes[type],
      method: "rollUp",
      window,
      bodyOf: (piece) => ({
        range: { startTime: iso(piece.from), endTime: iso(piece.before) },
        windowSize: `${windowSeconds}s`,
        pageSize: Math.ceil((piece.before - piece.from) / window),
        ...family && { dataSourceFamily: familyName(family) },
      }),
    }, whole, most, false, call);
  },

  /**
   * Sums of the user's own days, newest first; the right source of daily totals. A pageSize
   * would only be refused.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp
   */
  async* getDailyRollUp(
    this: Transport,
    type: DataTypeId,
    { from, to, windowDays = 1, family }: DayWindows,
    call: Call,
  ): AsyncGenerator<Page<DailyRollUpPoint>> {
    const most = Math.floor(longest(dataTypes[type], "dailyRollUp") / windowDays);
    const whole = { from: Date.parse(from), before: Date.parse(addDays(to, 1)) };
    yield* inPieces<DailyRollUpPoint>(this, {
      type: dataTypes[type],
      method: "dailyRollUp",
      window: windowDays * DAY_MS,
      bodyOf: (piece) => ({
        range: { start: civil(piece.from), end: civil(piece.before) },
        ...windowDays > 1 && { windowSizeDays: windowDays },
        ...family && { dataSourceFamily: familyName(family) },
      }),
    }, whole, most, false, call);
  },
};

/** How many windows of a length one request may span. */
export function mostWindows(type: DataTypeId, windowSeconds: number): number {
  const days = longest(dataTypes[type], "rollUp");
  return Math.min(Math.floor(days * DAY_MS / (windowSeconds * 1_000)), MOST_WINDOWS);
}

/** From one instant to before another, in ms. */
interface Piece {
  from: number;
  before: number;
}

/** What is asked of each piece of a range. */
interface RollUp {
  type: DataType;
  method: "rollUp" | "dailyRollUp";
  /** The length of a window, in ms. */
  window: number;
  bodyOf(piece: Piece): object;
}

function longest({ id, operations, rollUpDays }: DataType, operation: RollUp["method"]) {
  if (operations.includes(operation) && rollUpDays) return rollUpDays;
  throw new ConfigurationError(
    `Google Health has no ${operation} for ${id}: it offers ${operations.join(", ")}.`,
  );
}

/**
 * The span from one ms to before another in pieces of at most `size`, the newest first; each
 * begins a whole number of sizes after the first, where windows begin too.
 */
function cut({ from, before }: Piece, size: number): Piece[] {
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

/**
 * A range in pieces of at most so many windows, the newest first. A 504 means that a piece was
 * too much: it is asked for by halves.
 */
async function* inPieces<T>(
  app: Transport,
  rollUp: RollUp,
  whole: Piece,
  most: number,
  isMore: boolean,
  call: Call,
): AsyncGenerator<Page<T>> {
  const pieces = cut(whole, most * rollUp.window);
  for (const [i, piece] of pieces.entries()) {
    const windows = Math.ceil((piece.before - piece.from) / rollUp.window);
    const isMoreBehind = isMore || i < pieces.length - 1;
    let isBegun = false;
    try {
      for await (const { items, more } of asked<T>(app, rollUp, piece, windows > 1, call)) {
        isBegun = true;
        yield { items, more: more || isMoreBehind };
      }
    } catch (error) {
      if (isBegun || windows === 1 || !isTooMuch(error)) throw error;
      yield* inPieces<T>(app, rollUp, piece, Math.ceil(windows / 2), isMoreBehind, call);
    }
  }
}

/** One piece to its last page: all fields but the token stay the same. */
function asked<T>(
  app: Transport,
  { type, method, bodyOf }: RollUp,
  piece: Piece,
  canBeHalved: boolean,
  call: Call,
): AsyncGenerator<Page<T>> {
  return tokenPages<T>(async (pageToken) => {
    const answer = await json<RollUpPage<T>>(app, {
      method: "POST",
      path: path`/v4/users/me/dataTypes/${type.id}/dataPoints` + `:${method}`,
      body: { ...bodyOf(piece), ...pageToken !== undefined && { pageToken } },
      root: "rollupDataPoints[]",
      fields: ["nextPageToken"],
      empty: "{}",
      scope: type.scopes.read ?? "",
      reasons: reasonsOfQueries,
      isPage: canBeHalved && pageToken === undefined,
    }, call);
    return {
      items: objectsIn(answer.rollupDataPoints),
      next: answer.nextPageToken,
    };
  }, call);
}
