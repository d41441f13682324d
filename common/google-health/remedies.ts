import { because, MOVE_ACCOUNT, told, type Cause, type FailureDetails } from "../wire/errors";

/** What a call to Google Health can fail with; the sentences of each stand here alone. */
export type GoogleCause = Exclude<Cause, "api_off">;

type Sentence = (details: FailureDetails, now: number) => string;

/** What happened, and why. */
export const happened: Record<GoogleCause, Sentence> = {
  bad_request: (details) =>
    `Google Health refused ${details.field ? `\`${details.field}\`` : "the request"} ${told(details)}`,
  expired_token: ({ status }) => `Google no longer accepts this connection (${status}).`,
  missing_scope: (details) =>
    `This Google Health connection lacks the scope \`${details.scope}\` (${because(details)}).`,
  forbidden: (details) => `Google Health does not permit that ${told(details)}`,
  not_found: (details) => `Google Health has nothing there ${told(details)}`,
  conflict: (details) => `This conflicts with what Google Health has stored ${told(details)}`,
  rate_limited: ({ retryAt }, now) =>
    `Google Health's limit of requests is reached; go on at ${clock(retryAt)} (in ${seconds(retryAt, now)}).`,
  api_disabled: (details) =>
    `The Google Health API is not enabled in the Google Cloud project of this connection (${because(details)}).`,
  account_not_ready: (details) =>
    `This Google account has no Google Health profile yet (${because(details)}).`,
  pending: () => "Google Health took the request, but does not say that it is done.",
  server_error: (details) => `Google Health failed (${because(details)}).`,
  not_json: ({ status }) => `Something other than the Google Health API answered (${status}, no JSON).`,
  connection_lost: () => "No connection to the Google Health API, or it broke before an answer came.",
  timeout: () => "The Google Health API did not answer in time.",
};

const LATER = "Run the step again later; https://status.healthapp.google.com shows outages.";

/** What to do next. */
export const remedies: Record<GoogleCause, string> = {
  bad_request: "Check what the step is given, then run it again: the same would be refused again.",
  expired_token: "Reconnect the Google Health account, then run the step again.",
  missing_scope: "Reconnect the account and tick it; if it is not offered, connect with your own Google OAuth client.",
  forbidden: MOVE_ACCOUNT,
  not_found: "Check the id: ids are exact to the last digit, and ids of the Fitbit Web API mean nothing here.",
  conflict: "Look at what is there, then delete it first.",
  rate_limited: "Run the step again then.",
  api_disabled: "Enable it in the Google Cloud console, wait a few minutes, then run the step again.",
  account_not_ready: "Sign in to the Google Health app with this account, finish the set-up there, then run the step again.",
  pending: LATER,
  not_json: LATER,
  server_error: LATER,
  connection_lost: LATER,
  timeout: LATER,
};

/** What to do about a page of HTML, by its status: so Google answers a path it has not. */
const WRONG_PATH = "The path or the version of the API is wrong: update the component to its newest version, then run the step again.";
export const remediesWithoutJson: Record<number, string> = {
  404: WRONG_PATH,
  405: WRONG_PATH,
  410: WRONG_PATH,
};

interface Reason {
  /** Left out, the status says it. */
  cause?: GoogleCause;
  /** Left out, the cause's own remedy. */
  remedy?(metadata: Record<string, string>): string;
}

/** The API's own words for what went wrong, and what each means. */
export const reasons: Record<string, Reason> = {
  ACCOUNT_NOT_LINKED: { cause: "account_not_ready" },
  MISSING_OAUTH_SCOPE: { cause: "missing_scope" },
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: { cause: "missing_scope" },
  SERVICE_DISABLED: { cause: "api_disabled" },
  INVALID_ROLLUP_QUERY_DURATION: {
    remedy: ({ maxDurationDays: days }) =>
      `Ask for ${days ? `at most ${days} days` : "a shorter range"} at once.`,
  },
  INVALID_PARENT_DATA_TYPE_COLLECTION: {
    remedy: () => "Write the data type as the API does, with hyphens, such as daily-resting-heart-rate.",
  },
  UNSUPPORTED_DATA_TYPE_ACTION: {
    remedy: ({ allowed_actions: ways }) =>
      `Ask for this data type ${ways ? `in a way that it has: ${ways}` : "in another way"}.`,
  },
  INVALID_DATA_POINT_FILTER: {
    remedy: () => "Filter by a time that this data type can be filtered by, with `>=` and `<` alone.",
  },
  INVALID_DATA_POINT_DATA_SOURCE_FAMILY: {
    remedy: () => "Leave the family of data sources out, or take all-sources, google-wearables, google-sources or self-sources.",
  },
  INVALID_TIME_RANGE: { remedy: () => "Give a beginning that lies before the end." },
};

function clock(at = 0): string {
  return `${new Date(at).toISOString().slice(11, 19)} UTC`;
}

function seconds(at = 0, now: number): string {
  const count = Math.max(1, Math.ceil((at - now) / 1_000));
  return count === 1 ? "1 second" : `${count} seconds`;
}
