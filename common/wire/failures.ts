import { quoted, type FailureCode, type FailureDetails } from "./errors";
import { MOST_BYTES } from "./http";
import type { Loss, NoAnswer } from "./no-answer";

/**
 * The one table of what a failed call says; each API hands its own names in, and adds what it
 * alone knows.
 */

/** An API as its failures name it. */
export interface ApiNames {
  /** `Google Health` */
  name: string;
  /** `the Google Health API` */
  api: string;
  /** `limit of 150 requests an hour` */
  limit: string;
}

type Sentence = (details: FailureDetails, names: ApiNames, now: number) => string;

/** What happened, and why. */
const HAPPENED: Record<FailureCode, Sentence> = {
  bad_request: (details, { name }) =>
    `${name} refused ${details.field ? `\`${details.field}\`` : "the request"} ${answered(details)}`,
  expired_token: ({ status }, { name }) => `${name} no longer accepts this connection (${status}).`,
  missing_scope: (details, { name }) =>
    `This ${name} connection lacks ${details.scope ? `the scope \`${details.scope}\`` : "a scope that this takes"} (${because(details)}).`,
  forbidden: (details, { name }) => `${name} does not let this app do that ${answered(details)}`,
  not_found: (details, { name }) => `${name} has nothing there ${answered(details)}`,
  conflict: (details, { name }) =>
    `This conflicts with what ${name} has stored ${answered(details)}`,
  rate_limited: ({ retryAt = 0 }, { name, limit }, now) =>
    `${name}'s ${limit} is used up; it resets ${resets(retryAt, now)}.`,
  api_off: ({ status }, { api }) => `${upper(api)} is off (${status}).`,
  api_disabled: (details, { api }) =>
    `${upper(api)} is not enabled in the Google Cloud project of this connection (${because(details)}).`,
  account_not_ready: (details, { name }) =>
    `This Google account has no ${name} profile yet (${because(details)}).`,
  pending: (_, { name }) => `${name} took the request, but does not say that it is done.`,
  server_error: (details, { name }) => `${name} failed (${because(details)}).`,
  not_json: ({ status }, { api }) => `Something other than ${api} answered (${status}, no JSON).`,
  unexpected: (details, { name }) => unexpected(details, name),
  too_large: (_, { api }) => `${upper(api)} answered with more than ${MOST_BYTES / 1e6} MB.`,
  connection_lost: (details, { api }) => unmade(details)?.happened(api, details)
    ?? `No connection to ${api}, or it broke before an answer came.`,
  timeout: (_, { api }) => `${upper(api)} did not answer in time.`,
};

interface Unmade {
  happened(api: string, details: FailureDetails): string;
  next: string;
}

/** Ways in which a connection is never made, so that nothing was sent. */
const UNMADE: Partial<Record<Loss, Unmade>> = {
  unknown_host: {
    happened: (api, details) => `The address of ${api} was not found${within(details)}.`,
    next: "Check the network and its name server, then run the step again.",
  },
  refused: {
    happened: (api, details) => `The connection to ${api} was refused${within(details)}.`,
    next: "Check the network, or run the step again later.",
  },
  certificate: {
    happened: (api, details) =>
      `The certificate of ${api} was not accepted${within(details)}.`,
    next: "Check the clock of the machine, and what opens its connections on the way.",
  },
  proxy: {
    happened: (api, details) => `A proxy let nothing through to ${api}${within(details)}.`,
    next: "Have the proxy allow the connection, or do without it.",
  },
};

function unmade({ loss = "broken" }: FailureDetails): Unmade | undefined {
  return UNMADE[loss];
}

/** ` (ENOTFOUND)`, or ` (200)`; nothing where neither is known. */
function within({ reason, status }: FailureDetails): string {
  const known = status ?? reason;
  return known === undefined ? "" : ` (${known})`;
}

/** What is known of a call that no answer came to. */
export function lost({ why, code, cause }: NoAnswer, token: string) {
  if (cause) cause.message = quoted(cause.message, token);
  const failure = why === "timeout" || why === "too_large" ? why : "connection_lost";
  return { code: failure, details: { loss: why, reason: code, cause } } as const;
}

/** An error, nothing or something else under a status that says success. */
function unexpected(details: FailureDetails, name: string): string {
  const { status, flaw, apiMessage } = details;
  if (flaw === "error") {
    const words = apiMessage ? `: ${apiMessage}` : "";
    return `${name} answered with an error, though the status is ${status}${words}.`;
  }
  const what = flaw === "empty" ? "nothing" : "something else than was asked for";
  return `${name} answered with ${what}${within(details)}.`;
}

/** What happened, and why, in a sentence. */
export function happened(
  code: FailureCode,
  details: FailureDetails,
  names: ApiNames,
  now: number,
): string {
  return HAPPENED[code](details, names, now);
}

const LATER = "Run the step again later.";

/** What to do next; undefined where there is nothing that helps at either API. */
export const REMEDIES = {
  missing_scope: "Reconnect the account and tick it; if it is not offered, connect with your own OAuth client.",
  conflict: "Look at what is there, then change or delete it first.",
  rate_limited: "Run the step again then.",
  server_error: LATER,
  unexpected: LATER,
  too_large: "Ask for a shorter range, or for fewer records.",
  timeout: LATER,
} satisfies Partial<Record<FailureCode, string>>;

/** What a refusal of Google's without a reason has meant, at either API. */
export const MOVE_ACCOUNT = "If the account is an old Fitbit one, move it to a Google account in the Google Health app, then reconnect.";

/** `(404): Not there.`, or `(404).` where the API has no words. */
function answered({ status, apiMessage }: FailureDetails): string {
  return `(${status})${apiMessage ? `: ${apiMessage}` : ""}.`;
}

/** The same within brackets: `403: No scope`. */
function because({ status, apiMessage }: FailureDetails): string {
  return [status, apiMessage].filter(Boolean).join(": ");
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** `at 12:00 UTC (in 25 minutes)`; with the date where that is another day. */
export function resets(at: number, now: number): string {
  const time = new Date(at).toISOString();
  const isToday = Math.floor(at / DAY_MS) === Math.floor(now / DAY_MS);
  const day = isToday ? "" : ` on ${time.slice(0, 10)}`;
  return `at ${time.slice(11, 16)} UTC${day} (in ${wait(at - now)})`;
}

function wait(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (ms > 2 * DAY_MS) return `${Math.round(ms / DAY_MS)} days`;
  if (seconds > 100) return `${Math.round(ms / MINUTE_MS)} minutes`;
  return seconds === 1 ? "1 second" : `${seconds} seconds`;
}

/** What a write would have stored, and where to see whether it did. */
export interface Stored {
  record: string;
  lookAt: string;
}

/** After these a write may have been stored: a 502 has been seen on writes that were. */
const UNSURE: FailureCode[] = [
  "server_error", "timeout", "connection_lost", "not_json", "unexpected", "too_large", "pending",
];

/** What to do where nothing was sent; undefined where it was, as far as is known. */
export function unsent(details: FailureDetails): string | undefined {
  return unmade(details)?.next;
}

/**
 * What to do after a write that may have been stored; undefined after a read, or when it
 * surely was not: an answer of 300 to 499 stored nothing, whoever gave it.
 */
export function unsure(
  code: FailureCode,
  { status }: FailureDetails,
  stored: Stored | undefined,
): string | undefined {
  const isRefusal = status !== undefined && status >= 300 && status < 500;
  if (!stored || isRefusal || !UNSURE.includes(code)) return undefined;
  return `${stored.record} may have been stored or changed all the same: look at ${stored.lookAt} before you run the step again.`;
}
