/** What an attempt came to, as far as a retry cares. */
export interface Outcome {
  /** HTTP status; absent when no answer came. */
  status?: number;
  /** Milliseconds the API asks to wait, with a 429. */
  waitMs?: number;
}

export interface RetryPolicy {
  attempts: number;
  /** First pause; it doubles with each retry. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** Everything, pauses included, fits in this. */
  budgetMs: number;
  /** No attempt begins with less time than this. */
  shortestAttemptMs: number;
}

export const RETRIES: RetryPolicy = {
  attempts: 3,
  firstPauseMs: 500,
  longestPauseMs: 4_000,
  budgetMs: 25_000,
  shortestAttemptMs: 3_000,
};

/**
 * How long to pause before the next attempt, in ms; undefined when there must be none. A read
 * is repeated on lost connections and 5xx; a write never, since it may have been stored. A 429
 * was not carried out, so either is repeated, if the wait that the API asks for fits.
 */
export function pauseBeforeRetry(
  outcome: Outcome,
  { attempt, isWrite, elapsedMs, random }: {
    attempt: number;
    isWrite: boolean;
    elapsedMs: number;
    random: number;
  },
  policy: RetryPolicy = RETRIES,
): number | undefined {
  if (attempt >= policy.attempts) return undefined;
  const pause = outcome.status === 429
    ? outcome.waitMs
    : isTransient(outcome) && !isWrite
      ? backoff(attempt, random, policy)
      : undefined;
  const latest = policy.budgetMs - policy.shortestAttemptMs;
  return pause !== undefined && elapsedMs + pause <= latest ? pause : undefined;
}

function isTransient({ status }: Outcome): boolean {
  return status === undefined || status >= 500;
}

/**
 * Doubles with each attempt; the upper half is drawn, so that clients do not come back as one.
 */
function backoff(attempt: number, random: number, policy: RetryPolicy): number {
  const full = Math.min(policy.firstPauseMs * 2 ** (attempt - 1), policy.longestPauseMs);
  return Math.round(full / 2 + (full / 2) * random);
}

/** No API means more than this: a number beyond it would be no time any more. */
const LONGEST_WAIT_MS = 100 * 365 * 86_400_000;

/**
 * What a header such as `Retry-After` says, in ms: a number of seconds or a date, and nothing
 * else. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function waitIn(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  const isDate = /^[A-Z].* GMT$/i.test(text);
  const ms = isDate ? Date.parse(text) - now : Number(text) * 1_000;
  const isTime = isDate ? !Number.isNaN(ms) : /^\d+(\.\d+)?$/.test(text);
  return isTime ? Math.min(Math.max(0, Math.ceil(ms)), LONGEST_WAIT_MS) : undefined;
}
