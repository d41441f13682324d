import { DAY, SECOND } from "../person/days";
import type { World } from "../world";
import type { AuthorizationServer, Problem } from "./authorization-server";
import { isTestingClient } from "./authorization-server";
import type { Grant } from "./grants";

const PREFIX = "https://www.googleapis.com/auth/googlehealth.";

/** https://developers.google.com/health/scopes */
const BOTH = {
  activity_and_fitness: "activity and fitness",
  health_metrics_and_measurements: "health metrics and measurements",
  nutrition: "nutrition",
  profile: "profile",
  settings: "settings",
  sleep: "sleep",
};
const READ = {
  ecg: "electrocardiograms",
  irn: "irregular rhythm notifications",
  location: "location",
};
const WRITTEN = {
  logged_symptoms: "symptoms",
  mindfulness: "mindfulness",
  reproductive_health: "reproductive health",
};

const named = (
  scopes: Record<string, string>, verb: "readonly" | "writeonly", words: string,
): [string, string][] => Object.entries(scopes).map(([scope, what]) => (
  [`${PREFIX}${scope}.${verb}`, `${words} your ${what} data`]
));

const ACCESS_SECONDS = 3599;
/** Half a year: of one that is used in between, too, which lasts longer at Google. */
const LASTING_SECONDS = 183 * DAY / SECOND;
const TESTING_SECONDS = 604_799;

/** The words of https://developers.google.com/identity/protocols/oauth2/native-app#errors */
const ERRORS: Record<Problem["kind"], [status: number, error: string, words: string]> = {
  "client": [401, "invalid_client", "The OAuth client was not found."],
  "secret": [401, "invalid_client", "Unauthorized"],
  "grant type": [400, "unsupported_grant_type", "Invalid grant_type"],
  "missing": [400, "invalid_request", "Missing required parameter"],
  "code": [400, "invalid_grant", "Malformed auth code."],
  "redirect": [400, "redirect_uri_mismatch", "Bad Request"],
  "verifier": [400, "invalid_grant", "Invalid code verifier."],
  "refresh": [400, "invalid_grant", "Token has been expired or revoked."],
};

const access: AuthorizationServer["refreshed"] = ({ person, grants }, grant) => ({
  access_token: grants.issue("access", grant, person.now + ACCESS_SECONDS * SECOND),
  expires_in: ACCESS_SECONDS,
  scope: grant.scopes.join(" "),
  token_type: "Bearer",
});

const lasting = ({ person, grants }: World, grant: Grant): object => {
  const isTesting = isTestingClient(grant.clientId);
  const seconds = isTesting ? TESTING_SECONDS : LASTING_SECONDS;
  return {
    refresh_token: grants.issue("refresh", grant, person.now + seconds * SECOND),
    ...isTesting && { refresh_token_expires_in: seconds },
  };
};

/** https://developers.google.com/identity/protocols/oauth2 */
export const google: AuthorizationServer = {
  app: "google_health",
  name: "Google",
  authorizePath: "/o/oauth2/v2/auth",
  tokenPath: "/token",
  scopes: Object.fromEntries([
    ...named({ ...BOTH, ...READ }, "readonly", "See"),
    ...named({ ...BOTH, ...WRITTEN }, "writeonly", "Add to"),
  ]),
  beside: (scopes) => ({ iss: "https://accounts.google.com", scope: scopes.join(" ") }),
  fragment: "",
  // Another one comes only where consent is asked for again.
  isLasting: (asked, isKnown) => asked.get("access_type") === "offline"
    && (!isKnown || (asked.get("prompt") ?? "").includes("consent")),
  tokens: (world, grant, isLasting) => ({
    ...access(world, grant),
    ...isLasting && lasting(world, grant),
  }),
  refreshed: access,
  // A refresh token stays good.
  again: () => "anew",
  refusal: (problem) => {
    const [status, error, words] = ERRORS[problem.kind];
    const description = problem.kind === "missing" ? `${words}: ${problem.parameter}` : words;
    return { status, body: { error, error_description: description } };
  },
};
