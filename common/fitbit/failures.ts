import { ApiError, withoutTokens, type Cause, type FailureDetails } from "../errors";
import type { Call } from "../health-api";
import { NoAnswer, type HttpAnswer } from "../http";

/** What a failing call was about, for the person who reads the log. */
export interface Purpose {
  /** The scope that the endpoint needs. */
  scope: string;
  /** For a write: where to see whether it was stored, and what it would have stored. */
  stored?: { record: string; lookAt: string };
}

/** What a failing call can come to; a pending answer is a success, the rest is Google's. */
type Failing = Exclude<Cause, "pending" | "api_disabled" | "account_not_ready">;

interface Failure extends Purpose, Pick<Call, "successor"> {
  token: string;
  now: number;
}

/** What an error body says, in either envelope that Fitbit answers with. */
interface Envelope {
  type: string;
  message: string;
  field?: string;
}

const OFF = "Google turned the Fitbit Web API off on 2026-11-02";
const GUIDE = "docs/moving-from-fitbit.md";
const AFTER_RESET_MS = 1_000;

/** The error for an answer that is no success, or for none. */
export function errorOf(outcome: HttpAnswer | NoAnswer, failure: Failure): ApiError {
  if (outcome instanceof NoAnswer) return withoutAnswer(outcome, failure);
  return ofAnswer(outcome, failure);
}

function ofAnswer(answer: HttpAnswer, failure: Failure): ApiError {
  const envelope = envelopeOf(answer.json);
  const apiMessage = envelope && quoted(envelope.message, failure.token);
  const cause = causeOf(answer, envelope);
  const { status, headers } = answer;
  const details: FailureDetails = { status, apiMessage, field: envelope?.field };
  if (cause === "missing_scope") details.scope = failure.scope;
  if (cause === "rate_limited") details.retryAt = failure.now + waitOf(headers, failure.now);
  return new ApiError(cause, sentence(cause, details, failure), details);
}

function withoutAnswer({ isTimeout }: NoAnswer, failure: Failure): ApiError {
  const cause = isTimeout ? "timeout" : "connection_lost";
  return new ApiError(cause, sentence(cause, {}, failure));
}

/** The API's words as part of a sentence. */
function quoted(message: string, token: string): string {
  return withoutTokens(message, token).replace(/\.$/, "");
}

/**
 * How long a 429 asks to wait, in ms: its own header, else to the top of the hour, and a
 * second more so that the retry comes after the reset.
 * https://dev.fitbit.com/build/reference/web-api/developer-guide/application-design/#Rate-Limits
 */
export function waitOf(headers: Record<string, string>, now: number): number {
  const seconds = Number(headers["retry-after"] ?? headers["fitbit-rate-limit-reset"]);
  const hour = 3_600_000;
  return (seconds >= 0 ? seconds * 1_000 : hour - (now % hour)) + AFTER_RESET_MS;
}

function causeOf({ status, json }: HttpAnswer, envelope: Envelope | undefined): Failing {
  if (status === 429) return "rate_limited";
  if (status === 410) return "api_off";
  if (status >= 500) return "server_error";
  if (!envelope) return status < 300 || json === undefined ? "not_json" : "api_off";
  if (status === 401) return "expired_token";
  if (status === 404) return "not_found";
  if (status === 409) return "conflict";
  if (status !== 403) return "bad_request";
  return envelope.type === "insufficient_permissions" ? "forbidden" : "missing_scope";
}

/** The first error of `{errors: […]}`, or of Google's front end, `{error: {…}}`. */
function envelopeOf(json: unknown): Envelope | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  if ("errors" in json && Array.isArray(json.errors)) return classic(json.errors[0]);
  if ("error" in json) return fromGoogle(json.error);
  return undefined;
}

function classic(error: unknown): Envelope | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const field = text(error, "fieldName");
  return {
    type: text(error, "errorType"),
    message: text(error, "message"),
    field: field && field !== "n/a" ? field : undefined,
  };
}

function fromGoogle(error: unknown): Envelope | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  return { type: text(error, "status"), message: text(error, "message") };
}

function text(object: object, key: string): string {
  const value: unknown = Object.entries(object).find(([name]) => name === key)?.[1];
  return typeof value === "string" ? value : "";
}

/** What happened, why, and what to do next. */
function sentence(cause: Failing, details: FailureDetails, failure: Failure): string {
  return [
    happened[cause](details, failure),
    next(cause, failure),
    goOn(cause, failure),
  ].filter(Boolean).join(" ");
}

const happened: Record<Failing, (details: FailureDetails, failure: Failure) => string> = {
  bad_request: ({ status, field, apiMessage }) =>
    `Fitbit refused ${field ? `\`${field}\`` : "the request"} (${status}): ${apiMessage}.`,
  expired_token: ({ status }) => `Fitbit no longer accepts this connection (${status}).`,
  missing_scope: ({ status, scope, apiMessage }) =>
    `This Fitbit connection lacks the scope \`${scope}\` (${status}: ${apiMessage}).`,
  forbidden: ({ status, apiMessage }) => `Fitbit does not let this app do that (${status}): ${apiMessage}.`,
  not_found: ({ status, apiMessage }) => `Fitbit has nothing there (${status}): ${apiMessage}.`,
  conflict: ({ status, apiMessage }) => `This conflicts with what Fitbit has stored (${status}): ${apiMessage}.`,
  rate_limited: ({ retryAt }, { now }) =>
    `Fitbit's limit of 150 requests an hour is used up; it resets at ${clock(retryAt)} (in ${minutes(retryAt, now)}).`,
  api_off: ({ status }) => `The Fitbit Web API is off (${status}).`,
  server_error: ({ status, apiMessage }) =>
    `Fitbit failed (${status}${apiMessage ? `: ${apiMessage}` : ""}).`,
  not_json: ({ status }) => `Something other than the Fitbit Web API answered (${status}, no JSON).`,
  connection_lost: () => "No connection to the Fitbit Web API, or it broke before an answer came.",
  timeout: () => "The Fitbit Web API did not answer in time.",
};

const remedies: Partial<Record<Cause, string>> = {
  expired_token: "Reconnect the Fitbit account, then run the step again.",
  missing_scope: "Reconnect the account and tick it; if it is not offered, connect with your own Fitbit app.",
  forbidden: "It needs a Fitbit app of the type Personal, or Fitbit's approval.",
  not_found: "Check the id: ids are exact to the last digit, and Fitbit renumbered old ones in 2025.",
  conflict: "Look at what is there, then change or delete it first.",
  rate_limited: "Run the step again then.",
  server_error: "Run the step again later.",
  timeout: "Run the step again later.",
};

/** After these a write may have been stored: a 502 has been seen on writes that were. */
const UNSURE: Cause[] = ["server_error", "timeout", "connection_lost", "not_json"];

function next(cause: Cause, { stored }: Failure): string | undefined {
  if (!stored || !UNSURE.includes(cause)) return remedies[cause];
  return `${stored.record} may have been stored or changed all the same: look at ${stored.lookAt} before you run the step again.`;
}

/** A connection that is refused may be past repair: refreshing tokens ended with the API. */
const REPAIRABLE: Partial<Record<Cause, string>> = {
  expired_token: "If that does not help:",
  missing_scope: "If that does not help:",
  forbidden: "If that does not help:",
  not_found: "If nothing is found any more:",
  server_error: "If this goes on:",
};
const PROOF: Cause[] = ["api_off", "not_json", "connection_lost", "timeout"];

function goOn(cause: Cause, { successor }: Failure): string | undefined {
  const condition = REPAIRABLE[cause];
  if (!condition && !PROOF.includes(cause)) return undefined;
  const instead = successor === null
    ? "nothing on Google Health does the same"
    : `connect Google Health and use ${successor ?? "its components"} instead`;
  return `${condition ? `${condition} ` : ""}${OFF}; ${instead}. ${GUIDE} tells how.`;
}

function clock(at = 0): string {
  return `${new Date(at).toISOString().slice(11, 16)} UTC`;
}

function minutes(at = 0, now: number): string {
  const count = Math.max(1, Math.ceil((at - now) / 60_000));
  return count === 1 ? "1 minute" : `${count} minutes`;
}
