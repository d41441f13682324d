import { addDays, type CivilDate, type DateRange } from "./dates";
import { MOST_AT_ONCE, OutOfRequests } from "./wire/budget";
import { ApiError } from "./wire/errors";
import { resets } from "./wire/failures";

/** Days with both ends, the last one included. */
export type Days = Required<DateRange>;

/** A range cut into pieces of at most `days` days, the oldest first; left out, one piece. */
export function cut({ from, to }: Days, days?: number): Days[] {
  if (days === undefined) return from <= to ? [{ from, to }] : [];
  const pieces: Days[] = [];
  for (let start = from; start <= to; start = addDays(start, days)) {
    const end = addDays(start, days - 1);
    pieces.push({ from: start, to: end < to ? end : to });
  }
  return pieces;
}

/** How far a range was read, where it was not read to its end. */
export interface Stop<P> {
  /** The first piece that is left. */
  piece: P;
  /** What its request failed with. */
  error: Error;
}

/**
 * The answers of pieces, in the order of the pieces: the first is asked alone, so that what is
 * refused is asked once, and then four are under way at once. Where one fails, those after it
 * are not given: there is no gap. A failure of the first is thrown.
 */
export async function* inOrder<P, T>(
  pieces: readonly P[],
  ask: (piece: P) => Promise<T>,
): AsyncGenerator<{ piece: P; answer: T } | { stop: Stop<P> }> {
  // An answer that was given is let go of: a year of minutes fits into no step.
  const underWay: Promise<T>[] = [];
  let next = 0;
  const askNext = (piece: P) => {
    const answer = ask(piece);
    // It is waited for in its turn, which may never come.
    answer.catch(() => undefined);
    underWay.push(answer);
    next++;
  };
  try {
    for (const [i, piece] of pieces.entries()) {
      pieces.slice(next, i === 0 ? 1 : i + MOST_AT_ONCE).forEach(askNext);
      const answer = await underWay.shift()?.catch((error: unknown) => new Failed(error));
      if (answer instanceof Failed) {
        if (i === 0 || !isOfTheApi(answer.error)) throw answer.error;
        yield { stop: { piece, error: answer.error } };
        return;
      }
      if (answer !== undefined) yield { piece, answer };
    }
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** The same, where all answers are wanted: none is under way any more when one has failed. */
export async function allOf<P, T>(
  pieces: readonly P[],
  ask: (piece: P) => Promise<T>,
): Promise<T[]> {
  const answers: T[] = [];
  for await (const part of inOrder(pieces, ask)) {
    if ("stop" in part) throw part.stop.error;
    answers.push(part.answer);
  }
  return answers;
}

class Failed {
  declare readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

/** Whether the API failed, or the step may ask no more of it: not the program. */
function isOfTheApi(error: unknown): error is Error {
  return error instanceof OutOfRequests || error instanceof ApiError;
}

/** What a range action gives beside its rows. */
export interface RangeExtent {
  startDate: CivilDate;
  endDate: CivilDate;
  count: number;
  /** Whether days are left, from `nextStartDate` on. */
  truncated: boolean;
  nextStartDate?: CivilDate;
  /** When the API's limit of requests ends that cut the range short. */
  retryAt?: string;
}

/** What a range action says that it covers. */
export function extentOf(
  { from, to }: Days,
  count: number,
  { next, error }: { next?: CivilDate; error?: Error },
): RangeExtent {
  const retryAt = error instanceof ApiError ? error.retryAt : undefined;
  return {
    startDate: from,
    endDate: to,
    count,
    truncated: next !== undefined,
    ...next !== undefined && { nextStartDate: next },
    ...retryAt !== undefined && { retryAt: new Date(retryAt).toISOString() },
  };
}

/** `on 2026-03-20`, `from 2026-02-19 to 2026-03-20`. */
export function inWords({ startDate, endDate }: Pick<RangeExtent, "startDate" | "endDate">) {
  return startDate === endDate ? `on ${startDate}` : `from ${startDate} to ${endDate}`;
}

/** What a range action says of its rows, and of the days that it could not give. */
export function rangeSoFar(
  sentence: string,
  { nextStartDate: next, retryAt }: RangeExtent,
  now: number,
  error?: Error,
): string {
  if (next === undefined) return sentence;
  const goOn = `go on with ${next} as Start Date`;
  const rest = retryAt !== undefined
    ? `The API's limit of requests cut the range short: ${goOn} when it resets, ${resets(Date.parse(retryAt), now)}.`
    : error instanceof ApiError
      ? `From ${next} on it failed: ${error.message}`
      : `There is more: ${goOn}.`;
  return `${sentence.replace(/\.$/, "")}. ${rest}`;
}
