import { ApiError, withoutTokens, type Cause, type FailureDetails } from "../errors";
import { NoAnswer, type HttpAnswer } from "../http";

/** What a failing call was about, for the person who reads the log. */
export interface Purpose {
  /** The scope that the call needs, without Google's prefix. */
  scope: string;
  /** For a write: where to see whether it was stored, and what it would have stored. */
  stored?: { record: string; lookAt: string };
  /** The API's own rule that a refusal is most likely about. */
  rule?: string;
}

interface Failure extends Purpose {
  token: string;
  now: number;
}

/** What an error body says; Google's errors are `{ error: { … , details: [ … ] } }`. */
interface Envelope {
  status: string;
  message: string;
  reason?: string;
  field?: string;
  description?: string;
}

type GoogleCause = Exclude<Cause, "api_off" | "pending">;

/** The quota is counted by the minute. https://developers.google.com/health/rate-limits */
const QUOTA_RESETS_MS = 60_000;

/** The error for an answer that is no success, or for none. */
export function errorOf(outcome: HttpAnswer | NoAnswer, failure: Failure): ApiError {
  if (!(outcome instanceof NoAnswer)) return ofAnswer(outcome, failure);
  const cause = outcome.isTimeout ? "timeout" : "connection_lost";
  return new ApiError(cause, sentence(cause, {}, failure));
}

function ofAnswer(answer: HttpAnswer, failure: Failure): ApiError {
  const envelope = envelopeOf(answer.json);
  const cause = causeOf(answer, envelope);
  const details: FailureDetails = {
    status: answer.status,
    apiMessage: envelope && quoted(envelope, failure.token),
    reason: envelope?.reason,
    field: envelope?.field,
  };
  if (cause === "missing_scope") details.scope = failure.scope;
  if (cause === "rate_limited") {
    const wait = retryAfter(answer.headers, failure.now) ?? QUOTA_RESETS_MS;
    details.retryAt = failure.now + wait;
  }
  return new ApiError(cause, sentence(cause, details, failure), details);
}

/** The API's words as part of a sentence; a violation of a field says more than its title. */
function quoted({ message, description }: Envelope, token: string): string {
  const words = description && !message.includes(description)
    ? `${ended(message)} ${description}`
    : message;
  return withoutTokens(words, token).replace(/\.$/, "");
}

function ended(text: string): string {
  return /[.:]$/.test(text) ? text : `${text}.`;
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
  return retryAfter(headers, now) ?? Math.round(1_000 * 2 ** (attempt - 1) * random);
}

/** What `Retry-After` says, in seconds or as a date. */
function retryAfter(headers: Record<string, string>, now: number): number | undefined {
  const text = headers["retry-after"]?.trim();
  if (!text) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

const REASONS: Record<string, GoogleCause> = {
  ACCOUNT_NOT_LINKED: "account_not_ready",
  MISSING_OAUTH_SCOPE: "missing_scope",
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: "missing_scope",
  SERVICE_DISABLED: "api_disabled",
};

const STATUSES: Record<number, GoogleCause> = {
  401: "expired_token",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  412: "account_not_ready",
  429: "rate_limited",
};

function causeOf({ status }: HttpAnswer, envelope: Envelope | undefined): GoogleCause {
  if (status === 429) return "rate_limited";
  if (status >= 500) return "server_error";
  // A wrong path is answered with a page of HTML.
  if (!envelope) return status === 401 ? "expired_token" : "not_json";
  return REASONS[envelope.reason ?? ""] ?? STATUSES[status] ?? "bad_request";
}

function envelopeOf(json: unknown): Envelope | undefined {
  const error = field(json, "error");
  if (typeof error !== "object" || error === null) return undefined;
  const details = field(error, "details");
  const parts: unknown[] = Array.isArray(details) ? details : [];
  const violation = parts.map((part) => first(field(part, "fieldViolations"))).find(Boolean);
  return {
    status: text(error, "status") ?? "",
    message: text(error, "message") ?? "",
    reason: parts.map((part) => text(part, "reason")).find(Boolean),
    field: text(violation, "field"),
    description: text(violation, "description"),
  };
}

function first(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined;
}

function field(object: unknown, key: string): unknown {
  if (typeof object !== "object" || object === null) return undefined;
  return Object.entries(object).find(([name]) => name === key)?.[1];
}

function text(object: unknown, key: string): string | undefined {
  const value = field(object, key);
  return typeof value === "string" && value ? value : undefined;
}

/** What happened, why, and what to do next. */
function sentence(cause: GoogleCause, details: FailureDetails, failure: Failure): string {
  return [happened[cause](details, failure), next(cause, failure)].filter(Boolean).join(" ");
}

const happened: Record<GoogleCause, (details: FailureDetails, failure: Failure) => string> = {
  bad_request: ({ status, field, apiMessage }) =>
    `Google Health refused ${field ? `\`${field}\`` : "the request"} (${status}): ${apiMessage}.`,
  expired_token: ({ status }) => `Google no longer accepts this connection (${status}).`,
  missing_scope: ({ status, scope, apiMessage }) =>
    `This Google Health connection lacks the scope \`${scope}\` (${status}: ${apiMessage}).`,
  forbidden: ({ status, apiMessage }) => `Google Health does not permit that (${status}): ${apiMessage}.`,
  not_found: ({ status, apiMessage }) => `Google Health has nothing there (${status}): ${apiMessage}.`,
  conflict: ({ status, apiMessage }) =>
    `This conflicts with what Google Health has stored (${status}): ${apiMessage}.`,
  rate_limited: ({ retryAt }, { now }) =>
    `Google Health's limit of requests is reached; go on at ${clock(retryAt)} (in ${seconds(retryAt, now)}).`,
  api_disabled: ({ status, apiMessage }) =>
    `The Google Health API is not enabled in the Google Cloud project of this connection (${status}: ${apiMessage}).`,
  account_not_ready: ({ status, apiMessage }) =>
    `This Google account has no Google Health profile yet (${status}: ${apiMessage}).`,
  server_error: ({ status, apiMessage }) =>
    `Google Health failed (${status}${apiMessage ? `: ${apiMessage}` : ""}).`,
  not_json: ({ status }) => `Something other than the Google Health API answered (${status}, no JSON).`,
  connection_lost: () => "No connection to the Google Health API, or it broke before an answer came.",
  timeout: () => "The Google Health API did not answer in time.",
};

const LATER = "Run the step again later; https://status.healthapp.google.com shows outages.";

const remedies: Partial<Record<GoogleCause, string>> = {
  expired_token: "Reconnect the Google Health account, then run the step again.",
  missing_scope: "Reconnect the account and tick it; if it is not offered, connect with your own Google OAuth client.",
  forbidden: "If the account is an old Fitbit one, move it to a Google account in the Google Health app, then reconnect.",
  not_found: "Check the id: ids are exact to the last digit, and ids of the Fitbit Web API mean nothing here.",
  conflict: "Look at what is there, then delete it first.",
  rate_limited: "Run the step again then.",
  api_disabled: "Enable it in the Google Cloud console, wait a few minutes, then run the step again.",
  account_not_ready: "Sign in to the Google Health app with this account, finish the set-up there, then run the step again.",
  not_json: LATER,
  server_error: LATER,
  connection_lost: LATER,
  timeout: LATER,
};

/** After these a write may have been stored. */
const UNSURE: GoogleCause[] = ["server_error", "timeout", "connection_lost", "not_json"];
/** These may be about the call's own rule. */
const RULED: GoogleCause[] = ["bad_request", "not_found", "conflict"];

function next(cause: GoogleCause, { stored, rule }: Failure): string | undefined {
  if (rule && cause === "forbidden") return rule;
  if (rule && RULED.includes(cause)) return [rule, remedies[cause]].filter(Boolean).join(" ");
  if (!stored || !UNSURE.includes(cause)) return remedies[cause];
  return `${stored.record} may have been stored or changed all the same: look at ${stored.lookAt} before you run the step again.`;
}

function clock(at = 0): string {
  return `${new Date(at).toISOString().slice(11, 19)} UTC`;
}

function seconds(at = 0, now: number): string {
  const count = Math.max(1, Math.ceil((at - now) / 1_000));
  return count === 1 ? "1 second" : `${count} seconds`;
}
