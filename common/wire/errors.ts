import type { Flaw } from "./answers";
import type { Loss } from "./no-answer";

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
    | "unexpected"
    | "too_large"
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
  unexpected: "UnexpectedAnswerError",
  too_large: "TooLargeError",
  connection_lost: "ConnectionError",
  timeout: "TimeoutError",
};

export interface FailureDetails {
  /** HTTP status; absent when no answer came. */
  status?: number;
  /** The API's own words, without tokens. */
  apiMessage?: string;
  /** The API's own word for what went wrong, or the system's, such as `ENOTFOUND`. */
  reason?: string;
  /** The field or parameter that a 400 is about. */
  field?: string;
  /** The scope that a 403 is about. */
  scope?: string;
  /** When a rate limit ends, in ms since 1970. */
  retryAt?: number;
  /** Why a success is none. */
  flaw?: Flaw;
  /** Why there was no answer. */
  loss?: Loss;
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
  declare readonly flaw: Flaw | undefined;
  declare readonly loss: Loss | undefined;

  constructor(code: FailureCode, message: string, details: FailureDetails = {}) {
    const { cause, ...fields } = details;
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, fields, { name: NAMES[code], code });
  }
}

/** Whether the API refused the call, for whatever reason. */
export function isRefusal(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 403;
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

/** More than this of what an API says nobody reads in a log. */
const MOST_CHARACTERS = 500;

/** An API's words as they may stand in a sentence: without tokens, and not without end. */
export function quoted(text: string, token: string): string {
  const words = withoutTokens(text, token);
  return words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)}…` : words;
}

/** The text without the token in use, however it is encoded, and without what is like one. */
export function withoutTokens(text: string, token: string): string {
  const known = token ? text.replace(anyFormOf(token), MASK) : text;
  return known.replace(LIKE_TOKENS, MASK);
}

const MASK = "…";

/** A Fitbit token is a JSON Web Token, one of Google's begins with `ya29.`. */
const LIKE_TOKENS = /\beyJ[\w-]+(\.[\w-]+)*|\bya29(\.|%2e)[\w-]+/gi;

/** A token as it is, with any of its characters percent-encoded, or in base64. */
function anyFormOf(token: string): RegExp {
  const encoded = Array.from(token, (character) => {
    const hex = Buffer.from(character).toString("hex").replace(/../g, "%(25)?$&");
    return `(${literal(character)}|${hex})`;
  });
  const base64 = literal(Buffer.from(token).toString("base64url"))
    .replaceAll("-", "[-+]")
    .replaceAll("_", "[_/]");
  return new RegExp(`${encoded.join("")}|${base64}=*`, "gi");
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
