import { flawOf, type Holds } from "../wire/answers";
import { ApiError, type FailureDetails } from "../wire/errors";
import { happened, lost, unsent, unsure, type Stored } from "../wire/failures";
import type { HttpAnswer } from "../wire/http";
import { NoAnswer } from "../wire/no-answer";
import { waitIn } from "../wire/retry";
import { envelopeOf, type Envelope } from "./envelopes";
import {
  GOOGLE_HEALTH, reasons, remedies, remediesOfTyped, remediesWithoutJson, type GoogleCode,
  type Reasons,
} from "./remedies";

/** What a failing call was about, for the person who reads the log. */
export interface Purpose extends Holds {
  /** The scope that the call needs, without Google's prefix. */
  scope: string;
  /** For a write: where to see whether it was stored, and what it would have stored. */
  stored?: Stored;
  /** The API's own rule that a refusal is most likely about. */
  rule?: string;
  /** What the API's words mean beside what they always do. */
  reasons?: Reasons;
  /** Whether a person wrote the path, and no component. */
  isTyped?: boolean;
}

/** The same of any call: which scope it needs may not be known. */
export type AnyPurpose = Omit<Purpose, "scope"> & Partial<Pick<Purpose, "scope">>;

interface Failure extends AnyPurpose {
  token: string;
  now: number;
}

/** The quota is counted by the minute. https://developers.google.com/health/rate-limits */
const QUOTA_RESETS_MS = 60_000;

/** The error for an answer that is no success, or for none. */
export function errorOf(outcome: HttpAnswer | NoAnswer, failure: Failure): ApiError {
  if (!(outcome instanceof NoAnswer)) return ofAnswer(outcome, failure);
  const { code, details } = lost(outcome, failure.token);
  return withCode(code, details, failure);
}

/** The error for a write that is done, as far as is known, but did not give its record. */
export function withoutRecord(failure: Failure): ApiError {
  return withCode("unexpected", { flaw: "other" }, failure);
}

/** The error for a write that the API took, without saying what became of it. */
export function unfinished(failure: Failure): ApiError {
  return withCode("pending", {}, failure);
}

function ofAnswer(answer: HttpAnswer, failure: Failure): ApiError {
  const envelope = envelopeOf(answer.json, failure.token);
  const reason = reasonOf(envelope, failure);
  const code = codeOf(answer, envelope, reason);
  const details: FailureDetails = {
    status: answer.status,
    apiMessage: envelope?.message || undefined,
    reason,
    field: envelope?.field,
  };
  if (code === "unexpected") details.flaw = flawOf(answer, failure);
  if (code === "missing_scope") details.scope = failure.scope;
  if (code === "rate_limited") {
    const wait = waitIn(answer.headers["retry-after"], failure.now) ?? QUOTA_RESETS_MS;
    details.retryAt = failure.now + wait;
  }
  return withCode(code, details, failure, envelope?.metadata);
}

function reasonsFor({ reasons: more }: Failure): Reasons {
  return { ...reasons, ...more };
}

/** The reason given, or a known one that stands in the words. */
function reasonOf(envelope: Envelope | undefined, failure: Failure): string | undefined {
  if (!envelope) return undefined;
  const words = `${envelope.status} ${envelope.message}`;
  return envelope.reason
    ?? Object.keys(reasonsFor(failure)).find((known) => words.includes(known));
}

/** What happened, why, and what to do next. */
function withCode(
  code: GoogleCode,
  details: FailureDetails,
  failure: Failure,
  metadata: Record<string, string> = {},
): ApiError {
  const next = unsent(details)
    ?? unsure(code, details, failure.stored)
    ?? reasonsFor(failure)[details.reason ?? ""]?.remedy?.(metadata)
    ?? remedyFor(code, details, failure);
  const what = happened(code, details, GOOGLE_HEALTH, failure.now);
  return new ApiError(code, `${what} ${next}`, details);
}

/** These may be about the call's own rule, which then says it all, or more. */
const RULED: Partial<Record<GoogleCode, "alone" | "first">> = {
  bad_request: "alone",
  forbidden: "alone",
  not_found: "first",
  conflict: "first",
};

function remedyFor(code: GoogleCode, { status = 0 }: FailureDetails, failure: Failure) {
  const { rule, isTyped } = failure;
  const place = rule && RULED[code];
  if (place) return place === "alone" ? rule : `${rule} ${remedies[code]}`;
  const withoutJson = isTyped ? remediesOfTyped : remediesWithoutJson;
  return (code === "not_json" && withoutJson[status]) || remedies[code];
}

/**
 * How long a 429 asks to wait, in ms. `Retry-After` is not documented: without it the pause
 * doubles from one second, of which `random` (0 to 1) draws a part.
 */
export function waitOf(
  headers: Record<string, string>,
  now: number,
  attempt: number,
  random: number,
): number {
  return waitIn(headers["retry-after"], now) ?? Math.round(1_000 * 2 ** (attempt - 1) * random);
}

const STATUSES: Record<number, GoogleCode> = {
  401: "expired_token",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  412: "account_not_ready",
};

/** These mean the same without Google's envelope: the body of some was never published. */
const BARE = [401, 403, 412];

/** By the google.rpc code where no reason is given: a 412 may come as a 400. */
const CODES: Record<string, GoogleCode> = { FAILED_PRECONDITION: "account_not_ready" };

function codeOf(answer: HttpAnswer, envelope?: Envelope, reason = ""): GoogleCode {
  const { status } = answer;
  if (status === 429) return "rate_limited";
  if (status >= 500) return "server_error";
  if (status < 300) return answer.json || !answer.text.trim() ? "unexpected" : "not_json";
  const known = reasons[reason]?.code;
  if (known) return known;
  if (isForScope(answer, envelope)) return "missing_scope";
  // A wrong path is answered with a page of HTML.
  if (!envelope) return (BARE.includes(status) && STATUSES[status]) || "not_json";
  const coded = envelope.reason ? undefined : CODES[envelope.status];
  return coded ?? STATUSES[status] ?? "bad_request";
}

/** A 403 for want of a scope that gives no reason. https://www.rfc-editor.org/rfc/rfc6750#section-3.1 */
function isForScope({ status, headers }: HttpAnswer, envelope: Envelope | undefined): boolean {
  if (status !== 403) return false;
  return /insufficient_scope/.test(headers["www-authenticate"] ?? "")
    || /insufficient authentication scope/i.test(envelope?.message ?? "");
}
