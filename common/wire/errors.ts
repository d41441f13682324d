/** Why a call failed. Each has one meaning and one remedy. */
export type Cause
  = | "bad_request"
    | "expired_token"
    | "missing_scope"
    | "forbidden"
    | "not_found"
    | "conflict"
    | "rate_limited"
    | "api_off"
    | "api_disabled"
    | "account_not_ready"
    | "pending"
    | "server_error"
    | "not_json"
    | "connection_lost"
    | "timeout";

const NAMES: Record<Cause, string> = {
  bad_request: "BadRequestError",
  expired_token: "ExpiredTokenError",
  missing_scope: "MissingScopeError",
  forbidden: "ForbiddenError",
  not_found: "NotFoundError",
  conflict: "ConflictError",
  rate_limited: "RateLimitError",
  api_off: "ApiOffError",
  api_disabled: "ApiDisabledError",
  account_not_ready: "AccountNotReadyError",
  pending: "PendingError",
  server_error: "ServerError",
  not_json: "NotJsonError",
  connection_lost: "ConnectionError",
  timeout: "TimeoutError",
};

export interface FailureDetails {
  /** HTTP status; absent when no answer came. */
  status?: number;
  /** The API's own words, without tokens. */
  apiMessage?: string;
  /** The API's own word for what went wrong, where it has one. */
  reason?: string;
  /** The field or parameter that a 400 is about. */
  field?: string;
  /** The scope that a 403 is about. */
  scope?: string;
  /** When a rate limit ends, in ms since 1970. */
  retryAt?: number;
}

/** A call to the API that failed; `message` says what happened, why, and what to do next. */
export class ApiError extends Error {
  declare readonly cause: Cause;
  declare readonly status: number | undefined;
  declare readonly apiMessage: string | undefined;
  declare readonly reason: string | undefined;
  declare readonly field: string | undefined;
  declare readonly scope: string | undefined;
  declare readonly retryAt: number | undefined;

  constructor(cause: Cause, message: string, details: FailureDetails = {}) {
    super(message);
    Object.assign(this, details, { name: NAMES[cause], cause });
  }
}

/** Whether an error is an API failure of one of these causes. */
export function failedWith(error: unknown, ...causes: Cause[]): error is ApiError {
  return error instanceof ApiError && causes.includes(error.cause);
}

/** `(404): Not there.`, or `(404).` where the API has no words. */
export function told({ status, apiMessage }: FailureDetails): string {
  return `(${status})${apiMessage ? `: ${apiMessage}` : ""}.`;
}

/** The same within brackets: `403: No scope`. */
export function because({ status, apiMessage }: FailureDetails): string {
  return [status, apiMessage].filter(Boolean).join(": ");
}

/** What a refusal of Google's without a reason has meant, at either API. */
export const MOVE_ACCOUNT = "If the account is an old Fitbit one, move it to a Google account in the Google Health app, then reconnect.";

/** What a write would have stored, and where to see whether it did. */
export interface Stored {
  record: string;
  lookAt: string;
}

/** After these a write may have been stored: a 502 has been seen on writes that were. */
const UNSURE: Cause[] = ["server_error", "timeout", "connection_lost", "not_json", "pending"];

/**
 * What to do after a write that may have been stored; undefined after a read, or when it
 * surely was not: an answer of 300 to 499 stored nothing, whoever gave it.
 */
export function unsure(
  cause: Cause,
  status: number | undefined,
  stored: Stored | undefined,
): string | undefined {
  const isRefusal = status !== undefined && status >= 300 && status < 500;
  if (!stored || isRefusal || !UNSURE.includes(cause)) return undefined;
  return `${stored.record} may have been stored or changed all the same: look at ${stored.lookAt} before you run the step again.`;
}

/** An error that says one thing more, and is the same in all else. */
export function adding(error: unknown, sentence: string): unknown {
  if (error instanceof Error) error.message += ` ${sentence}`;
  return error;
}

/** The text without the token in use, and without anything that looks like one. */
export function withoutTokens(text: string, token: string): string {
  const known = token ? text.split(token).join("…") : text;
  return known.replace(/\beyJ[\w-]+(\.[\w-]+)*/g, "…").replace(/\bya29\.[\w-]+/g, "…");
}
