import type { FailureCode } from "../wire/errors";
import { MOVE_ACCOUNT, REMEDIES, type ApiNames } from "../wire/failures";

/** What a call to Google Health can fail with. */
export type GoogleCode = Exclude<FailureCode, "api_off">;

export const GOOGLE_HEALTH: ApiNames = {
  name: "Google Health",
  api: "the Google Health API",
  limit: "limit of requests",
};

const LATER = "Run the step again later; https://status.healthapp.google.com shows outages.";

/** What to do next. */
export const remedies: Record<GoogleCode, string> = {
  ...REMEDIES,
  bad_request: "Check what the step is given, then run it again: the same would be refused again.",
  expired_token: "Reconnect the Google Health account, then run the step again.",
  forbidden: MOVE_ACCOUNT,
  not_found: "Check the id: ids are exact to the last digit, and ids of the Fitbit Web API mean nothing here.",
  api_disabled: "Enable it in the Google Cloud console, wait a few minutes, then run the step again.",
  account_not_ready: "Sign in to the Google Health app with this account, finish the set-up there, then run the step again.",
  pending: LATER,
  not_json: LATER,
  unexpected: LATER,
  server_error: LATER,
  connection_lost: LATER,
  timeout: LATER,
};

/** What to do about a page of HTML, by its status: so Google answers a path it has not. */
const WRONG_PATH = "The path or the version of the API is wrong: update the component to its newest version, then run the step again.";
const ofPath = (words: string): Record<number, string> => ({
  404: words,
  405: words,
  410: words,
});

export const remediesWithoutJson = ofPath(WRONG_PATH);

/** The same of a path that somebody wrote. */
export const remediesOfTyped = ofPath("Google Health has no such path, or not with this method: https://developers.google.com/health/reference/rest lists them, exact to the letter.");

/** Google's own rule of writing. https://developers.google.com/health/data-management */
export const OWN_ALONE = "An app may delete only what it wrote itself: what another app or the watch recorded is deleted in the Google Health app.";

interface Reason {
  /** Left out, the status says it. */
  code?: GoogleCode;
  /** Left out, the code's own remedy. */
  remedy?(metadata: Record<string, string>): string;
}

export type Reasons = Readonly<Record<string, Reason>>;

/** The API's own words for what went wrong, and what each means. */
export const reasons: Reasons = {
  ACCOUNT_NOT_LINKED: {
    code: "account_not_ready",
    remedy: () => `Most often the consent was given with another Google account: reconnect with the one that the Google Health app uses. If it is that one: ${lower(remedies.account_not_ready)}`,
  },
  RESOURCE_PERMISSION_DENIED: {
    code: "forbidden",
    remedy: () => `Remove this app under the connections of the Google account, https://myaccount.google.com/connections, then reconnect and consent again. If that does not help: ${lower(MOVE_ACCOUNT)}`,
  },
  DATA_POINT_NOT_OWNED_BY_CLIENT: { code: "forbidden", remedy: () => OWN_ALONE },
  MISSING_OAUTH_SCOPE: { code: "missing_scope" },
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: { code: "missing_scope" },
  SERVICE_DISABLED: { code: "api_disabled" },
};

/** Those that are about a query, where somebody else says what is asked. */
export const reasonsOfQueries: Reasons = {
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

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
