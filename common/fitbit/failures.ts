import type { Call } from "../call";
import { isFields, textOf } from "../fields";
import { flawOf, type Holds } from "../wire/answers";
import {
  ApiError, quoted, type FailureCode, type FailureDetails,
} from "../wire/errors";
import {
  happened, lost, MOVE_ACCOUNT, REMEDIES, unsent, unsure, type ApiNames, type Stored,
} from "../wire/failures";
import type { HttpAnswer } from "../wire/http";
import { NoAnswer } from "../wire/no-answer";
import { waitIn } from "../wire/retry";

/** What a failing call was about, for the person who reads the log. */
export interface Purpose extends Holds {
  /** The scope that the endpoint needs. */
  scope: string;
  /** For a write: where to see whether it was stored, and what it would have stored. */
  stored?: Stored;
}

/** What a failing call can come to; a pending answer is a success, the rest is Google's. */
type Failing = Exclude<FailureCode, "pending" | "api_disabled" | "account_not_ready">;

/** The same of any call: which scope it needs may not be known. */
export type AnyPurpose = Omit<Purpose, "scope"> & Partial<Pick<Purpose, "scope">>;

interface Failure extends AnyPurpose, Pick<Call, "successor"> {
  token: string;
  now: number;
}

const FITBIT: ApiNames = {
  name: "Fitbit",
  api: "the Fitbit Web API",
  limit: "limit of 150 requests an hour",
};

/** Whose envelope an error came in: Fitbit's own, or that of Google's front end before it. */
type Origin = "fitbit" | "google";

/** What an error body says, in either envelope. */
interface Envelope {
  origin: Origin;
  type?: string;
  message?: string;
  field?: string;
}

const OFF = "Google turned the Fitbit Web API off on 2026-11-02";
const GUIDE = "docs/moving-from-fitbit.md";
const AFTER_RESET_MS = 1_000;

/** The error for an answer that is no success, or for none. */
export function errorOf(outcome: HttpAnswer | NoAnswer, failure: Failure): ApiError {
  if (!(outcome instanceof NoAnswer)) return ofAnswer(outcome, failure);
  const { code, details } = lost(outcome, failure.token);
  return withCode(code, details, failure);
}

/** The error for a write that was taken, but whose answer holds no record that can be read. */
export function withoutRecord(failure: Failure): ApiError {
  return withCode("unexpected", { flaw: "other" }, failure);
}

function ofAnswer(answer: HttpAnswer, failure: Failure): ApiError {
  const envelope = envelopeOf(answer.json);
  const words = (text = "") => quoted(text, failure.token).replace(/\.$/, "") || undefined;
  const code = codeOf(answer, envelope);
  const { status, headers } = answer;
  const details: FailureDetails = {
    status,
    apiMessage: words(envelope?.message),
    field: words(envelope?.field),
  };
  if (code === "unexpected") details.flaw = flawOf(answer, failure);
  if (code === "missing_scope") details.scope = failure.scope;
  if (code === "rate_limited") details.retryAt = failure.now + waitOf(headers, failure.now);
  return withCode(code, details, failure, envelope?.origin);
}

/**
 * How long a 429 asks to wait, in ms: its own header, else to the top of the hour, and a
 * second more so that the retry comes after the reset.
 * https://dev.fitbit.com/build/reference/web-api/developer-guide/application-design/#Rate-Limits
 */
export function waitOf(headers: Record<string, string>, now: number): number {
  const hour = 3_600_000;
  const wait = waitIn(headers["retry-after"], now)
    ?? waitIn(headers["fitbit-rate-limit-reset"], now)
    ?? hour - (now % hour);
  return wait + AFTER_RESET_MS;
}

const NOT_APPROVED = "insufficient_permissions";

function codeOf({ status, json, text }: HttpAnswer, envelope: Envelope | undefined): Failing {
  if (status === 429) return "rate_limited";
  if (status === 410) return "api_off";
  if (status >= 500) return "server_error";
  if (status < 300) return json || !text.trim() ? "unexpected" : "not_json";
  if (!envelope) return json === undefined ? "not_json" : "api_off";
  if (status === 401) return "expired_token";
  if (status === 404) return "not_found";
  if (status === 409) return "conflict";
  if (status !== 403) return "bad_request";
  const isForbidden = envelope.origin === "google" || envelope.type === NOT_APPROVED;
  return isForbidden ? "forbidden" : "missing_scope";
}

/** The first error of `{errors: […]}`, or of Google's front end, `{error: {…}}`. */
function envelopeOf(json: unknown): Envelope | undefined {
  if (!isFields(json)) return undefined;
  if (Array.isArray(json.errors)) return classic(json.errors[0]);
  return "error" in json ? fromGoogle(json.error) : undefined;
}

function classic(error: unknown): Envelope | undefined {
  if (!isFields(error)) return undefined;
  const { errorType, fieldName, message } = error;
  const field = textOf(fieldName);
  return {
    origin: "fitbit",
    type: textOf(errorType),
    message: textOf(message),
    field: field === "n/a" ? undefined : field,
  };
}

function fromGoogle(error: unknown): Envelope | undefined {
  if (!isFields(error)) return undefined;
  return { origin: "google", type: textOf(error.status), message: textOf(error.message) };
}

/** What happened, why, and what to do next. */
function withCode(
  code: Failing,
  details: FailureDetails,
  failure: Failure,
  origin: Origin = "fitbit",
): ApiError {
  const sentences = [
    happened(code, details, FITBIT, failure.now),
    unsent(details)
    ?? unsure(code, details, failure.stored)
    ?? remedyFor(code, failure, origin),
    goOn(conditions[origin][code], failure),
  ];
  return new ApiError(code, sentences.filter(Boolean).join(" "), details);
}

const ofFitbit: Partial<Record<Failing, string>> = {
  ...REMEDIES,
  expired_token: "Reconnect the Fitbit account, then run the step again.",
  forbidden: "It needs a Fitbit app of the type Personal, or Fitbit's approval.",
  not_found: "Check the id: ids are exact to the last digit, and Fitbit renumbered old ones in 2025.",
};

const remedies: Record<Origin, typeof ofFitbit> = {
  fitbit: ofFitbit,
  google: { ...ofFitbit, forbidden: MOVE_ACCOUNT },
};

function remedyFor(code: Failing, { stored }: Failure, origin: Origin): string | undefined {
  const isOwnRefusal = code === "forbidden" && origin === "fitbit";
  return stored && isOwnRefusal ? WRITING : remedies[origin][code];
}

/** What an app may do is set for the app, and what it asks of a person has no part in it. */
const WRITING = "Set the Fitbit app to Read & Write at https://dev.fitbit.com/apps, then reconnect the account.";

const NO_HELP = "If that does not help:";
const GOES_ON = "If this goes on:";
const MAY_BE_OFF = "The API may be off:";

/**
 * When to take it that the API is off: a connection that is refused may be past repair, since
 * refreshing tokens ended with the API. Empty where there is no doubt.
 */
const whenFitbit: Partial<Record<Failing, string>> = {
  expired_token: NO_HELP,
  missing_scope: NO_HELP,
  forbidden: NO_HELP,
  not_found: "If nothing is found any more:",
  server_error: GOES_ON,
  unexpected: GOES_ON,
  api_off: "",
  not_json: "",
  connection_lost: MAY_BE_OFF,
  timeout: MAY_BE_OFF,
};

const conditions: Record<Origin, typeof whenFitbit> = {
  fitbit: whenFitbit,
  // Fitbit itself says which field it refuses; Google in its place may be the end of it.
  google: { ...whenFitbit, bad_request: GOES_ON },
};

function goOn(condition: string | undefined, { successor }: Failure): string | undefined {
  if (condition === undefined) return undefined;
  const instead = successor === null
    ? "nothing on Google Health does the same"
    : `connect Google Health and use ${successor ?? "its components"} instead`;
  return `${condition ? `${condition} ` : ""}${OFF}; ${instead}. ${GUIDE} tells how.`;
}
