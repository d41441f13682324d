import { errorInfo, HealthError } from "./envelope";
import type { HealthSwitches } from "./switches";

/** What a token carries: scopes without the common beginning of their names. */
export interface Access {
  all: boolean;
  scopes: ReadonlySet<string>;
}

const BEGINNING = /^(https:\/\/www\.googleapis\.com\/auth\/)?googlehealth\./;

const both = (scope: string): string[] => [`${scope}.readonly`, `${scope}.writeonly`];
const AF = both("activity_and_fitness");
const HM = both("health_metrics_and_measurements");

/** https://developers.google.com/health/migration */
const FITBIT_SCOPES: Record<string, string[]> = {
  activity: AF,
  cardio_fitness: AF,
  heartrate: HM,
  oxygen_saturation: HM,
  respiratory_rate: HM,
  temperature: HM,
  weight: HM,
  blood_glucose: HM,
  nutrition: both("nutrition"),
  sleep: both("sleep"),
  profile: both("profile"),
  settings: both("settings"),
  electrocardiogram: ["ecg.readonly"],
  irregular_rhythm_notifications: ["irn.readonly"],
  location: ["location.readonly"],
  social: [],
};

/** What Pipedream's own Google Health client asks people for. */
const MANAGED = [
  "activity_and_fitness.readonly", "health_metrics_and_measurements.readonly",
  "sleep.readonly", "nutrition.readonly",
];

const scopesOf = (name: string): string[] =>
  (Object.hasOwn(FITBIT_SCOPES, name) ? FITBIT_SCOPES[name] : undefined)
  ?? [name.replace(BEGINNING, "")];

const EXPECTED = " Expected OAuth 2 access token, login cookie or other valid authentication"
  + " credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.";

export const badCredentials = (): HealthError =>
  new HealthError(401, `Request had invalid authentication credentials.${EXPECTED}`);

/** What the bearer of an Authorization header may do. `method` is the RPC that was called. */
export function accessOf(header: string | undefined, method: string): Access {
  if (header === undefined) {
    const message = `Request is missing required authentication credential.${EXPECTED}`;
    const metadata = { method, service: "health.googleapis.com" };
    throw new HealthError(401, message, [
      errorInfo("CREDENTIALS_MISSING", metadata, "googleapis.com"),
    ]);
  }
  const token = /^bearer +(\S+)$/i.exec(header)?.[1];
  if (token === "sandbox") return { all: true, scopes: new Set() };
  if (token === "sandbox:managed") return { all: false, scopes: new Set(MANAGED) };
  const named = token?.startsWith("sandbox:") ? token.slice("sandbox:".length) : undefined;
  if (named === undefined) {
    throw badCredentials();
  }
  return { all: false, scopes: new Set(named.split(",").filter(Boolean).flatMap(scopesOf)) };
}

export const allows = (access: Access, scope: string): boolean =>
  access.all || access.scopes.has(scope);

export const missingScope = ({ missingScopeReason: reason }: HealthSwitches): HealthError =>
  new HealthError(403, "Request had insufficient authentication scopes.", [
    reason === "MISSING_OAUTH_SCOPE"
      ? errorInfo(reason)
      : errorInfo(reason, undefined, "googleapis.com"),
  ]);

/** Refuses unless every one of these scopes was granted. */
export function demand(access: Access, switches: HealthSwitches, ...scopes: string[]): void {
  if (!scopes.every((scope) => allows(access, scope))) throw missingScope(switches);
}

export const readsSomething = ({ all, scopes }: Access): boolean =>
  all || [...scopes].some((scope) => scope.endsWith(".readonly"));
