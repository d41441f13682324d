import type { AppSlug } from "../catalog/apps";
import { APP_NAMES, APPS } from "../catalog/apps";
import type { Accounts, Clock, ResolvedProp } from "../runtime";
import { isFields } from "../runtime/component";
import type { Output } from "./output";
import { wrap } from "./text";
import { UsageError } from "./usage";

type Environment = Readonly<Record<string, string | undefined>>;

/** Who answers the requests of a component, and with which accounts it asks. */
export interface Target {
  /** Where the APIs are answered from; absent when they are the real ones. */
  sandboxUrl?: string;
  /** "sandbox", or "environment" for tokens in variables. */
  account: "sandbox" | "environment";
  /** The sandbox is in this process, and its clock goes with what is played. */
  isEmbedded: boolean;
  /** Nobody asked for the sandbox: there is no account. */
  isFallback: boolean;
  accounts: Accounts;
  clock?: Clock;
  close: () => Promise<void>;
}

/** A target that is a sandbox. */
export type SandboxTarget = Target & Required<Pick<Target, "sandboxUrl" | "clock">>;

export function isSandbox(target: Target): target is SandboxTarget {
  return target.sandboxUrl !== undefined && target.clock !== undefined;
}

export interface TargetFlags {
  sandbox?: boolean;
  sandboxUrl?: string;
}

const prefixOf = (slug: string): string => `${slug.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}_`;

/** The variable that holds the token of an app's account. */
export const tokenVariable = (slug: string): string => `${prefixOf(slug)}ACCESS_TOKEN`;

const isHealthApp = (slug: string): slug is AppSlug => APPS.some((app) => app === slug);

/** `SLACK_BOT_TOKEN` is `$auth.bot_token` of the app slack; ACCESS_TOKEN its OAuth token. */
function environmentAccount(slug: string, env: Environment): Record<string, string> {
  const prefix = prefixOf(slug);
  const fields = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith(prefix) && name.length > prefix.length && value
      ? [[name.slice(prefix.length).toLowerCase(), value]]
      : []);
  const token = env[tokenVariable(slug)];
  const account = Object.fromEntries(fields) as Record<string, string>;
  return token ? { ...account, oauth_access_token: token } : account;
}

/** The slugs of the apps whose accounts a component is given. */
export function appsOf(props: readonly ResolvedProp[]): string[] {
  return props.flatMap(({ kind, app }) => kind === "app" && app ? [app] : []);
}

/** The one app that has an account here; none or several give undefined. */
export function onlyConnected(env: Environment): AppSlug | undefined {
  const [first, ...more] = APPS.filter((app) => env[tokenVariable(app)]);
  return more.length === 0 ? first : undefined;
}

/** The present of a sandbox, in epoch milliseconds. */
async function sandboxNow(url: string): Promise<number> {
  const refused = new UsageError(
    `No sandbox answers at ${url}: start one with \`fitbit sandbox\`, or use --sandbox.`,
  );
  const answer = await fetch(new URL("/_sandbox/state", url)).catch(() => undefined);
  const state: unknown = await answer?.json().catch(() => undefined);
  const now = Date.parse(isFields(state) ? String(state.now) : "");
  if (Number.isNaN(now)) throw refused;
  return now;
}

function sandboxAccounts(env: Environment): Accounts {
  return (slug) => isHealthApp(slug)
    ? { oauth_access_token: env[tokenVariable(slug)] || "sandbox" }
    : environmentAccount(slug, env);
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "http:") return url.origin;
  throw new UsageError(`--sandbox-url takes an address such as http://127.0.0.1:8787, not ${text}.`);
}

async function runningSandbox(text: string, env: Environment): Promise<Target> {
  const url = checkedUrl(text);
  await sandboxNow(url);
  return {
    sandboxUrl: url,
    account: "sandbox",
    isEmbedded: false,
    isFallback: false,
    accounts: sandboxAccounts(env),
    clock: () => sandboxNow(url),
    close: () => Promise.resolve(),
  };
}

/**
 * A fresh sandbox in this process.
 * @param now what its clock says; left out, its own choice
 */
export async function embeddedSandbox(
  env: Environment,
  { isFallback = false, now }: { isFallback?: boolean; now?: string } = {},
): Promise<SandboxTarget> {
  const { startSandbox } = await import("../sandbox");
  const { url, close } = await startSandbox({ isBackground: true, ...now ? { now } : {} });
  return {
    sandboxUrl: url,
    account: "sandbox",
    isEmbedded: true,
    isFallback,
    accounts: sandboxAccounts(env),
    clock: () => sandboxNow(url),
    close,
  };
}

/** The real APIs with tokens from variables, for a component that uses these apps. */
function realApis(apps: readonly AppSlug[], env: Environment): Target {
  const without = apps.find((app) => !env[tokenVariable(app)]);
  if (without) {
    throw new UsageError(
      `There is no account of ${without}: set ${tokenVariable(without)}, or use --sandbox.`,
    );
  }
  return {
    account: "environment",
    isEmbedded: false,
    isFallback: false,
    accounts: (slug) => environmentAccount(slug, env),
    close: () => Promise.resolve(),
  };
}

/**
 * Where the requests of a component go: to the sandbox that is asked for, else to the real
 * APIs when one of the apps it uses has a token here, else to a fresh sandbox.
 * @param slugs the apps it uses; without one of the two, either token counts
 * @throws UsageError when no sandbox answers there, or one of two accounts is missing.
 */
export async function openTarget(
  slugs: readonly string[],
  { sandbox, sandboxUrl }: TargetFlags,
  env: Environment,
): Promise<Target> {
  if (sandboxUrl !== undefined) return runningSandbox(sandboxUrl, env);
  if (sandbox) return embeddedSandbox(env);
  const used = slugs.filter(isHealthApp);
  const candidates = used.length > 0 ? used : APPS;
  const isConnected = candidates.some((app) => env[tokenVariable(app)]);
  return isConnected ? realApis(used, env) : embeddedSandbox(env, { isFallback: true });
}

/** Which account is not there, of the apps that are asked for. */
function noAccount(apps: readonly string[]): string {
  const used = APPS.filter((app) => apps.includes(app));
  const variables = (used.length > 0 ? used : APPS).map(tokenVariable).join(" or ");
  const [only, ...others] = used;
  const account = only && others.length === 0 ? `${APP_NAMES[only]} account` : "account";
  return `No ${account} is connected: `
    + "the sandbox answers, with the data of an invented person. For your own, put a token into "
    + `${variables}.`;
}

/** Says whose data it is when nobody chose it, and which accounts are not there. */
export function tellTarget(
  apps: readonly string[],
  target: Target,
  { say, paintSaid, width }: Pick<Output, "say" | "paintSaid" | "width">,
): void {
  if (target.isFallback) {
    say(paintSaid.dim(wrap(noAccount(apps), width).join("\n")));
  }
  for (const app of apps.filter((slug) => Object.keys(target.accounts(slug)).length === 0)) {
    say(`There is no account of ${app} here: its token is read from ${tokenVariable(app)}.`);
  }
}
