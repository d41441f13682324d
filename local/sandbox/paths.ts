export type App = "fitbit" | "google_health";

/** What is asked of Google's hosts, whether it is served here or not. */
const GOOGLE_PATHS = [
  /^\/(v\d+\w*|o\/oauth2|googlehealthapi|\$discovery)(\/|$)/,
  /^\/(token|revoke|tokeninfo|device\/code)$/,
];

/** Fitbit's versions are plain numbers: /1/, /1.1/, /1.2/. */
const FITBIT_OAUTH = /^\/(1(\.1)?\/)?oauth2(\/|$)/;

const HEALTH = "/v4/";

/** Where the keys stand that notifications are signed with. */
export const KEYSET = "/googlehealthapi/webhooks/webhooks_public_keyset.json";

export const pathOf = ({ url }: { url: string }): string => url.split("?", 1)[0] ?? "";

export const isControl = ({ url }: { url: string }): boolean => url.startsWith("/_sandbox/");

/** Whose a path is. */
export const appOf = (path: string): App =>
  (GOOGLE_PATHS.some((form) => form.test(path)) ? "google_health" : "fitbit");

/** The paths at which people grant access, and clients get their tokens. */
const OAUTH = ["/oauth2/authorize", "/oauth2/token", "/o/oauth2/v2/auth", "/token"];

export const isOAuth = (path: string): boolean => OAUTH.includes(path);

/** Whether nothing is served there, whoever asks. */
export const isUnserved = (path: string): boolean =>
  !isOAuth(path) && (isUnknownToGoogle(path) || FITBIT_OAUTH.test(path));

/** A path of Google's at which nothing is served here. */
export const isUnknownToGoogle = (path: string): boolean =>
  appOf(path) === "google_health" && !path.startsWith(HEALTH) && path !== KEYSET;
