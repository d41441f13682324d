import { ApiError } from "./envelope";

/** What a token carries. */
export interface Access {
  all: boolean;
  scopes: ReadonlySet<string>;
}

/** What Pipedream's own Fitbit client asks people for. */
const MANAGED = [
  "activity", "heartrate", "location", "nutrition", "settings", "sleep", "social", "weight",
  "temperature",
];

const VISIT = "Visit https://dev.fitbit.com/docs/oauth2 for more information on the Fitbit Web API"
  + " authorization process.";

export const expired = (): ApiError =>
  new ApiError(401, "expired_token", "Access token expired: expired");

/** What the bearer of an Authorization header may do, or the 401 as Fitbit words it. */
export function accessOf(header: string | undefined): Access | ApiError {
  if (header === undefined) {
    return new ApiError(401, "invalid_request", "Authorization header required.");
  }
  const token = /^bearer +(\S+)$/i.exec(header)?.[1];
  if (token === "expired") return expired();
  if (token === "sandbox") return { all: true, scopes: new Set() };
  if (token === "sandbox:managed") return { all: false, scopes: new Set(MANAGED) };
  const named = token?.startsWith("sandbox:") ? token.slice("sandbox:".length) : undefined;
  if (named === undefined) {
    return new ApiError(401, "invalid_token", `Access token invalid: ${token ?? header}. ${VISIT}`);
  }
  return { all: false, scopes: new Set(named.split(",").filter((name) => name !== "")) };
}

export const allows = (access: Access, scope: string): boolean =>
  access.all || access.scopes.has(scope);

export const missingScope = (scope: string): ApiError => new ApiError(
  403,
  "insufficient_scope",
  `This application does not have permission to access ${scope} data. ${VISIT}`,
);

export const notPermitted = (): ApiError => new ApiError(
  403,
  "insufficient_permissions",
  `API client is not authorized by Fitbit to access the resource requested. ${VISIT}`,
);

/** Refuses, naming the scope that is missing. */
export function demand(access: Access, scope: string): void {
  if (!allows(access, scope)) throw missingScope(scope);
}
