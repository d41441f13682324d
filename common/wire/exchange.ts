import { inTurn, spendRequest } from "./budget";
import type { ApiError } from "./errors";
import { send, type HttpAnswer, type HttpRequest } from "./http";
import { NoAnswer, type Loss } from "./no-answer";
import type { Step } from "../pipedream";
import { pauseBeforeRetry, RETRIES, type Outcome } from "./retry";

const REQUEST_TIMEOUT_MS = 10_000;

/** What a client says of a request beside what is sent. */
export interface Terms {
  /** Whether it changes something, so that it must not be sent twice. */
  isWrite: boolean;
  isSuccess(answer: HttpAnswer): boolean;
  /** Whether an answer is a failure that the same request would meet again. */
  isFinal?(answer: HttpAnswer): boolean;
  /** How long a 429 asks to wait, in ms, after so many attempts. */
  waitOf(answer: HttpAnswer, now: number, attempt: number): number;
  errorOf(failure: HttpAnswer | NoAnswer, now: number): ApiError;
  /** The only place that waits. */
  wait(ms: number): Promise<void>;
}

/**
 * One exchange with an API: counted against the step's budget, repeated where that is safe,
 * and within 25 s once its turn has come. Gives the successful answer, or throws the client's
 * error for the last failure.
 */
export async function exchange(
  $: Step,
  request: Omit<HttpRequest, "timeoutMs">,
  terms: Terms,
): Promise<HttpAnswer> {
  return await inTurn($, () => attempts($, request, terms));
}

async function attempts(
  $: Step,
  request: Omit<HttpRequest, "timeoutMs">,
  terms: Terms,
): Promise<HttpAnswer> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  for (let attempt = 1; ; attempt++) {
    spendRequest($);
    const timeLeft = Math.max(RETRIES.shortestAttemptMs, RETRIES.budgetMs - elapsed());
    const timeoutMs = Math.min(REQUEST_TIMEOUT_MS, timeLeft);
    const outcome = await send($, { ...request, timeoutMs });
    if (!(outcome instanceof NoAnswer) && terms.isSuccess(outcome)) return outcome;
    const now = Date.now();
    const pause = pauseBeforeRetry(asOutcome(outcome, terms, now, attempt), {
      attempt,
      isWrite: terms.isWrite,
      elapsedMs: elapsed(),
      random: Math.random(),
    });
    if (pause === undefined || isFinal(outcome, terms)) throw terms.errorOf(outcome, now);
    await terms.wait(pause);
  }
}

/** What the same request would meet again at once. */
const FINAL: Loss[] = ["certificate", "proxy", "too_large"];

function isFinal(outcome: HttpAnswer | NoAnswer, terms: Terms): boolean {
  if (outcome instanceof NoAnswer) return FINAL.includes(outcome.why);
  return terms.isFinal?.(outcome) === true;
}

function asOutcome(
  outcome: HttpAnswer | NoAnswer,
  terms: Terms,
  now: number,
  attempt: number,
): Outcome {
  if (outcome instanceof NoAnswer) return {};
  return { status: outcome.status, waitMs: terms.waitOf(outcome, now, attempt) };
}
