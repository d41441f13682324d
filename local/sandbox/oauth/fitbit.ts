import { ApiError, envelope } from "../fitbit/envelope";
import { MINUTE, SECOND } from "../person/days";
import type { AuthorizationServer, Problem } from "./authorization-server";

/** https://dev.fitbit.com/build/reference/web-api/developer-guide/application-design/#Scopes */
const SCOPES = {
  activity: "activity and exercise",
  blood_glucose: "blood glucose",
  cardio_fitness: "cardio fitness",
  electrocardiogram: "electrocardiograms",
  heartrate: "heart rate",
  irregular_rhythm_notifications: "irregular rhythm notifications",
  location: "location",
  nutrition: "food and water logs",
  oxygen_saturation: "oxygen saturation (SpO2)",
  profile: "profile",
  respiratory_rate: "breathing rate",
  settings: "devices and settings",
  sleep: "sleep",
  social: "friends",
  temperature: "temperature",
  weight: "weight",
};

const VISIT = "Visit https://dev.fitbit.com/docs/oauth2 for more information on the Fitbit Web API"
  + " authorization process.";

const ACCESS_SECONDS = 28_800;
const NEVER = Number.MAX_SAFE_INTEGER;

/** The same request is answered alike for so long, then the token is spent. */
const SAME_ANSWER = 2 * MINUTE;

function errorOf(problem: Problem): ApiError {
  switch (problem.kind) {
    case "client":
    case "secret":
      return new ApiError(401, "invalid_client", `Invalid authorization header. Client id invalid or client secret invalid. ${VISIT}`);
    case "grant type":
      return new ApiError(400, "unsupported_grant_type", `The grant_type is not supported. ${VISIT}`);
    case "missing":
      return new ApiError(400, "invalid_request", `Missing '${problem.parameter}' parameter value. ${VISIT}`);
    case "code":
      return new ApiError(400, "invalid_grant", `Authorization code invalid: ${problem.code}. ${VISIT}`);
    case "redirect":
      return new ApiError(400, "invalid_grant", `Redirect_uri mismatch: ${problem.redirectUri}. ${VISIT}`);
    case "verifier":
      return new ApiError(400, "invalid_grant", `Code verifier invalid. ${VISIT}`);
    case "refresh":
      return new ApiError(400, "invalid_grant", `Refresh token invalid: ${problem.token}. ${VISIT}`);
  }
}

/** Each refresh gives a refresh token of its own, which lasts until it is used. */
const tokens: AuthorizationServer["refreshed"] = ({ person, grants }, grant) => ({
  access_token: grants.issue("access", grant, person.now + ACCESS_SECONDS * SECOND),
  expires_in: ACCESS_SECONDS,
  refresh_token: grants.issue("refresh", grant, NEVER),
  scope: grant.scopes.join(" "),
  token_type: "Bearer",
  user_id: person.profile.encodedId,
});

/** https://dev.fitbit.com/build/reference/web-api/authorization/ */
export const fitbit: AuthorizationServer = {
  app: "fitbit",
  name: "Fitbit",
  authorizePath: "/oauth2/authorize",
  tokenPath: "/oauth2/token",
  scopes: SCOPES,
  beside: () => ({}),
  fragment: "#_=_",
  isLasting: () => true,
  tokens,
  refreshed: tokens,
  again: ({ at, answer }, now) => (now - at < SAME_ANSWER ? answer : undefined),
  refusal: (problem) => {
    const error = errorOf(problem);
    return { status: error.status, body: envelope(error, "classic") };
  },
};
