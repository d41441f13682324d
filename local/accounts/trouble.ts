import type { AppSlug } from "../catalog/apps";
import type { Fields } from "../runtime/component";
import { isFields } from "../runtime/component";
import { reportError } from "../runtime/report";
import type { Place } from "./account";
import { SERVERS } from "./servers";

/** Why an authorization server gave no tokens. */
export interface Trouble {
  /**
   * `refused`: it said no, with a word for it. `unknown`: something else than it answered.
   * `passing`: it cannot at the moment. `unreached`: there was no connection.
   */
  kind: "refused" | "unknown" | "passing" | "unreached";
  /** OAuth's word for a refusal. */
  word?: string;
  /** What happened, to be put in brackets. */
  detail: string;
}

/** With any other status the word says nothing of the account. */
const REFUSALS = [400, 401, 403];

const isPassing = (status: number): boolean => status === 429 || status >= 500;

const OF_LIBRARY = /^(OAUTH|ERR)_/;

/** The system's word for a connection that was not made, however deep it stands. */
function codeOf(error: unknown): string | undefined {
  if (!isFields(error)) return undefined;
  if (Array.isArray(error.errors)) return codeOf(error.errors[0]);
  const { code } = error;
  return codeOf(error.cause) ?? (typeof code === "string" && !OF_LIBRARY.test(code) ? code : undefined);
}

function ofStatus(status: number): Trouble {
  return { kind: isPassing(status) ? "passing" : "unknown", detail: `it answered ${status}` };
}

function ofClient({ code, cause }: Fields): Trouble {
  if (code === "OAUTH_TIMEOUT") return { kind: "passing", detail: "no answer came in time" };
  if (cause instanceof Response) return ofStatus(cause.status);
  const lost = codeOf(cause);
  if (lost !== undefined) return { kind: "unreached", detail: `no connection: ${lost}` };
  return { kind: "unknown", detail: "it answered something else than tokens" };
}

/** What went wrong. Sentences of servers are left out: they quote tokens. */
export function troubleOf(error: unknown): Trouble {
  if (!isFields(error)) return { kind: "unknown", detail: reportError(error).message };
  const { name, error: word, status } = error;
  if (typeof word === "string" && typeof status === "number") {
    return REFUSALS.includes(status) ? { kind: "refused", word, detail: word } : ofStatus(status);
  }
  if (name === "ClientError") return ofClient(error);
  const code = codeOf(error) ?? reportError(error).message;
  return { kind: "unreached", detail: `no connection: ${code}` };
}

/** The way to a new connection. */
export const again = ({ app, sandboxUrl }: Place): string =>
  `\`fitbit connect ${app}${sandboxUrl === undefined ? "" : ` --sandbox-url ${sandboxUrl}`}\``;

/** What to do about a client that is refused, whatever it asks for. */
function clientTrouble(app: AppSlug, { word, detail }: Trouble): string | undefined {
  const { name, console: place } = SERVERS[app];
  if (word === "invalid_client" || word === "unauthorized_client") {
    return `${name} does not know this client, or its secret is another (${detail}): compare the id and the secret with those at ${place}.`;
  }
  if (word === "invalid_request") {
    return `${name} finds something missing in the request (${detail}): most often a client that has a secret needs it, in --client-secret.`;
  }
  return undefined;
}

const OFF = "Fitbit's Web API, its connections too, was to end on 2026-11-02: connect the account "
  + "of Google Health instead, with `fitbit connect google_health`.";

const NEXT = {
  passing: "try again later",
  unreached: "check the network, then try again",
  unknown: "try again later",
  refused: "look at the client",
} satisfies Record<Trouble["kind"], string>;

/** What happened, and what to do, where an answer is missing or is no answer. */
function unanswered(app: AppSlug, { kind, detail }: Trouble): string {
  const { name } = SERVERS[app];
  const who = kind === "unknown" ? `What answered in the place of ${name}` : name;
  return `${who} gave no tokens (${detail}): ${NEXT[kind]}.${app === "fitbit" ? ` ${OFF}` : ""}`;
}

/** Why a consent led to no connection. */
export function notConnected(place: Place, redirectUri: string, trouble: Trouble): string {
  const { app } = place;
  const { name, console: consoleUrl } = SERVERS[app];
  if (trouble.word === "invalid_grant") {
    return `${name} did not take the code of this consent (${trouble.detail}): it was used already, is older than ten minutes, or was given for another address. Start again with ${again(place)}.`;
  }
  if (trouble.word === "redirect_uri_mismatch") {
    return `${name} does not lead this client back to ${redirectUri}: register exactly this address at ${consoleUrl}.`;
  }
  return clientTrouble(app, trouble)
    ?? (trouble.kind === "refused" ? `${name} refused the connection (${trouble.detail}).` : unanswered(app, trouble));
}

/** What has ended a connection before its owner did. */
const ENDED: Record<AppSlug, string> = {
  fitbit: "Its refresh token was used elsewhere, or access was taken back",
  google_health: "Access was taken back, it was not used for half a year, or the client is in \"Testing\", where a connection ends after 7 days",
};

/** Why a connection cannot be used any more. */
export function endedBy(place: Place, { detail }: Trouble): string {
  const { name } = SERVERS[place.app];
  return `The connection with ${name} has ended (${detail}). ${ENDED[place.app]}: connect again with ${again(place)}.`;
}

/** Why a connection could not be refreshed this time. */
export function notRefreshed(place: Place, trouble: Trouble): string {
  const { app } = place;
  const words = clientTrouble(app, trouble) ?? unanswered(app, trouble);
  return `The connection is kept, but its access has run out. ${words}`;
}
