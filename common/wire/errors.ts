/** What kind of failure it was. Each has one meaning and one remedy. */
export type FailureCode
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

const NAMES: Record<FailureCode, string> = {
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
  /** The error underneath, for the log. */
  cause?: Error;
}

/** A call to the API that failed; `message` says what happened, why, and what to do next. */
export class ApiError extends Error {
  declare readonly code: FailureCode;
  declare readonly status: number | undefined;
  declare readonly apiMessage: string | undefined;
  declare readonly reason: string | undefined;
  declare readonly field: string | undefined;
  declare readonly scope: string | undefined;
  declare readonly retryAt: number | undefined;

  constructor(code: FailureCode, message: string, details: FailureDetails = {}) {
    const { cause, ...fields } = details;
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, fields, { name: NAMES[code], code });
  }
}

/** Whether an error is an API failure of one of these kinds. */
export function failedWith(error: unknown, ...codes: FailureCode[]): error is ApiError {
  return error instanceof ApiError && codes.includes(error.code);
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
