import type { AppSlug } from "../catalog/apps";
import type { Place } from "./account";

/** Where a person lets a client have their data. */
export interface AuthorizationServer {
  /** What people call it. */
  name: string;
  issuer: string;
  authorize: string;
  token: string;
  /** What the request says beside what OAuth has it say. */
  extra: Record<string, string>;
  /** What the API's scopes begin with, where components leave it out. */
  scopePrefix: string;
  /** Where clients are registered. */
  console: string;
  /** Where the person takes back what was granted. */
  permissions: string;
}

export const SERVERS: Readonly<Record<AppSlug, AuthorizationServer>> = {
  fitbit: {
    name: "Fitbit",
    issuer: "https://www.fitbit.com",
    authorize: "https://www.fitbit.com/oauth2/authorize",
    token: "https://api.fitbit.com/oauth2/token",
    extra: {},
    scopePrefix: "",
    console: "https://dev.fitbit.com/apps",
    permissions: "https://www.fitbit.com/settings/applications",
  },
  google_health: {
    name: "Google",
    issuer: "https://accounts.google.com",
    authorize: "https://accounts.google.com/o/oauth2/v2/auth",
    token: "https://oauth2.googleapis.com/token",
    // Without both, a second connection brings no refresh token.
    extra: { access_type: "offline", prompt: "consent" },
    scopePrefix: "https://www.googleapis.com/auth/googlehealth.",
    console: "https://console.cloud.google.com/auth/clients",
    permissions: "https://myaccount.google.com/connections",
  },
};

/** The addresses of an authorization server, or those of a sandbox in its place. */
export function addressesOf({ app, sandboxUrl }: Place): Record<"authorize" | "token", string> {
  const { authorize, token } = SERVERS[app];
  if (sandboxUrl === undefined) return { authorize, token };
  return {
    authorize: new URL(new URL(authorize).pathname, sandboxUrl).href,
    token: new URL(new URL(token).pathname, sandboxUrl).href,
  };
}

/** A scope as the API writes it. */
export function fullScope(app: AppSlug, scope: string): string {
  const { scopePrefix: prefix } = SERVERS[app];
  return scope.includes("/") || scope.startsWith(prefix) ? scope : prefix + scope;
}

/** A scope as components name it. */
export function shortScope(app: AppSlug, scope: string): string {
  const { scopePrefix: prefix } = SERVERS[app];
  return scope.startsWith(prefix) ? scope.slice(prefix.length) : scope;
}
