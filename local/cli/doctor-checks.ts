import type { Account } from "../accounts/account";
import { notGranted, shortScopes } from "../accounts/scopes";
import type { Environment } from "../accounts/store";
import { again } from "../accounts/trouble";
import type { AppSlug } from "../catalog/apps";
import { APP_NAMES, APPS } from "../catalog/apps";
import type { CatalogComponent } from "../catalog/catalog";
import type { ErrorReport } from "../runtime";
import { tokenVariable } from "./accounts";
import { counted } from "./event-line";
import type { Findings } from "./doctor-probes";

/** An account to be looked at. */
export interface Patient {
  app: AppSlug;
  sandboxUrl?: string;
  /** Absent for a token in a variable. */
  account?: Account;
  /** With the variables that are to count. */
  env: Environment;
}

export interface Check {
  check: "access" | "account" | "API" | "data" | "scopes";
  state: "good" | "warning" | "bad";
  /** What there is, in a sentence. */
  text: string;
  /** What to do. */
  next?: string;
}

/** A component that would fail, for want of these scopes. */
export interface Failing {
  key: string;
  missing: string[];
}

/** The accounts that are here: tokens in variables first, which go before the others. */
export function patientsIn(env: Environment, accounts: readonly Account[]): Patient[] {
  const variables = APPS.filter((app) => env[tokenVariable(app)]).map((app) => ({ app, env }));
  const connected = accounts.map((account): Patient => {
    const { app, sandboxUrl } = account;
    const place = sandboxUrl === undefined ? { app } : { app, sandboxUrl };
    return { ...place, account, env: { ...env, [tokenVariable(app)]: undefined } };
  });
  return [...variables, ...connected];
}

type Where = Pick<Check, "check" | "next">;

/** What an error of a component is about, where it is not the API. */
function whereOf({ name }: ErrorReport, patient: Patient): Where {
  switch (name) {
    case "ExpiredTokenError": return { check: "access", next: `Connect again with ${again(patient)}.` };
    case "AccountNotReadyError":
    case "ForbiddenError":
      return { check: "account", next: `Then connect again with ${again(patient)}.` };
    case "ApiOffError":
      return { check: "API", next: "Connect Google Health with `fitbit connect google_health`." };
    default: return { check: "API" };
  }
}

/** What went wrong, as a check of what it is about. */
export const bad = (error: ErrorReport, patient: Patient): Check =>
  ({ ...whereOf(error, patient), state: "bad", text: error.message });

const DAY_MS = 86_400_000;
const STALE_DAYS = 3;

const NO_DATA: Record<AppSlug, string> = {
  fitbit: "Open the Fitbit app and let the watch sync; if it shows data, the consent was given with another account.",
  google_health: "Most often the consent was given with another Google account than the one that the Google Health app uses: connect again, and choose that one.",
};

export function dataCheck({ app }: Patient, { found, none }: Findings, now: number): Check {
  const [newest] = [...found].sort((a, b) => a.day < b.day ? 1 : -1);
  if (!newest) {
    return none.length === 0
      ? { check: "data", state: "warning", text: "Not looked at: neither devices, steps nor sleep were granted." }
      : { check: "data", state: "bad", text: `There is no ${none.join(", no ")}.`, next: NO_DATA[app] };
  }
  const text = `The newest: ${found.map((one) => one.text).join("; ")}.`;
  const days = Math.floor((now - Date.parse(newest.day)) / DAY_MS);
  if (days < STALE_DAYS) return { check: "data", state: "good", text };
  const next = `Nothing came for ${days} days: open the ${APP_NAMES[app]} app, and let the watch sync.`;
  return { check: "data", state: "warning", text, next };
}

/** The components of the app that want more than was granted. */
export function failingOf(
  { app, account }: Patient,
  components: readonly CatalogComponent[],
): Failing[] {
  if (!account) return [];
  return components.map(({ entry: { key, scopes } }) => (
    { key, missing: notGranted(app, scopes, account.scopes) }
  )).filter(({ missing }) => missing.length > 0);
}

export function scopeCheck(patient: Patient, failing: readonly Failing[]): Check {
  const { account, app } = patient;
  if (!account) {
    return { check: "scopes", state: "good", text: "What a token in a variable may do is not known here." };
  }
  const granted = shortScopes(app, account.scopes);
  if (failing.length === 0) {
    return { check: "scopes", state: "good", text: `All that components use: ${granted.join(", ")}.` };
  }
  const missing = [...new Set(failing.flatMap((one) => one.missing))].sort();
  return {
    check: "scopes",
    state: "warning",
    text: `${granted.length} granted; ${counted(failing.length, "component")} would fail, or lack a part, for want of ${missing.join(", ")}.`,
    next: `Connect again with ${again(patient)}, and tick them.`,
  };
}

/** How long its access lasts. */
export function accessCheck({ account, app }: Patient): Check {
  if (!account) {
    return { check: "access", state: "good", text: `By the token in ${tokenVariable(app)}, which is not refreshed here.` };
  }
  const { expiresAt, refreshToken } = account;
  const until = `${new Date(expiresAt).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  if (refreshToken !== undefined) {
    return { check: "access", state: "good", text: `Until ${until}, and refreshed by then.` };
  }
  return {
    check: "access",
    state: "warning",
    text: `Until ${until}: no refresh token was given.`,
    next: "Take access back at the server, then connect again.",
  };
}
