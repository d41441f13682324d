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

/** The text without the token in use, and without anything that looks like one. */
export function withoutTokens(text: string, token: string): string {
  const known = token ? text.split(token).join("…") : text;
  return known.replace(/\beyJ[\w-]+(\.[\w-]+)*/g, "…").replace(/\bya29\.[\w-]+/g, "…");
}
