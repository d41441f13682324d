import { isAt } from "../accounts/account";
import { readAccounts } from "../accounts/store";
import type { AppSlug } from "../catalog/apps";
import { APP_NAMES } from "../catalog/apps";
import type { Accounts, Clock } from "../runtime";
import type { Environment } from "./accounts";
import { isHealthApp, realAccounts, sandboxAccounts, tokenVariable } from "./accounts";
import { openConnections } from "./connections";
import type { Output } from "./output";
import { sandboxNow, sandboxOrigin } from "./running-sandbox";
import { wrap } from "./text";
import { UsageError } from "./usage";

/** Who answers the requests of a component, and with which accounts it asks. */
export interface Target {
  /** Where the APIs are answered from; absent when they are the real ones. */
  sandboxUrl?: string;
  /** "sandbox", "connected", or "environment" for tokens in variables. */
  account: "sandbox" | "connected" | "environment";
  /** The sandbox is in this process, and its clock goes with what is played. */
  isEmbedded: boolean;
  /** Nobody asked for the sandbox: there is no account. */
  isFallback: boolean;
  accounts: Accounts;
  clock?: Clock;
  /**
   * Refreshes the accounts that are about to end: before each call after the first.
   * @throws AccountError where one cannot be used.
   */
  renew: () => Promise<void>;
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

/** Accounts that need no refreshing. */
const lasting = (): Promise<void> => Promise.resolve();

async function runningSandbox(
  text: string,
  slugs: readonly string[],
  env: Environment,
  signal: AbortSignal | undefined,
): Promise<Target> {
  const url = sandboxOrigin(text);
  await sandboxNow(url, signal);
  const clock = (): Promise<number> => sandboxNow(url);
  const apps = slugs.filter(isHealthApp).filter((app) => !env[tokenVariable(app)]);
  const connections = await openConnections(env, { apps, sandboxUrl: url, now: clock });
  await connections.renew();
  return {
    sandboxUrl: url,
    account: "sandbox",
    isEmbedded: false,
    isFallback: false,
    accounts: sandboxAccounts(env, connections),
    clock,
    renew: connections.renew,
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
  const sandbox = await startSandbox({ isBackground: true, ...now ? { now } : {} });
  return {
    sandboxUrl: sandbox.url,
    account: "sandbox",
    isEmbedded: true,
    isFallback,
    accounts: sandboxAccounts(env),
    clock: () => Promise.resolve(sandbox.person.now),
    renew: lasting,
    close: () => sandbox.close(),
  };
}

const connecting = (apps: readonly AppSlug[]): string =>
  apps.map((app) => `\`fitbit connect ${app}\``).join(" or ");

const variables = (apps: readonly AppSlug[]): string => apps.map(tokenVariable).join(" or ");

const withoutAccount = (apps: readonly AppSlug[]): UsageError => new UsageError(
  `There is no account of ${apps.join(" or ")}: connect yours with ${connecting(apps)}, set `
  + `${variables(apps)}, or use --sandbox.`,
);

/**
 * What is run for long, or by somebody who does not see what is said, does not fall back on a
 * sandbox unasked.
 * @throws UsageError when none of the apps has an account here, and no sandbox is asked for.
 */
export async function demandAccount(
  apps: readonly AppSlug[], { sandbox, sandboxUrl }: TargetFlags, env: Environment,
): Promise<void> {
  if (sandbox || sandboxUrl !== undefined) return;
  const connected = await readAccounts(env);
  const hasAccount = (app: AppSlug): boolean =>
    Boolean(env[tokenVariable(app)]) || connected.some(isAt({ app }));
  if (!apps.some(hasAccount)) throw withoutAccount(apps);
}

/** The real APIs, for a component of these apps; undefined where none has an account. */
async function realApis(
  apps: readonly AppSlug[],
  env: Environment,
): Promise<Target | undefined> {
  const hasVariable = (app: AppSlug): boolean => Boolean(env[tokenVariable(app)]);
  const others = apps.filter((app) => !hasVariable(app));
  const now = (): Promise<number> => Promise.resolve(Date.now());
  const connections = await openConnections(env, { apps: others, now });
  const without = others.filter((app) => connections.token(app) === undefined);
  const [missing] = without;
  if (missing && without.length === apps.length) return undefined;
  if (missing) throw withoutAccount([missing]);
  await connections.renew();
  return {
    account: apps.length === 0 || apps.some(hasVariable) ? "environment" : "connected",
    isEmbedded: false,
    isFallback: false,
    accounts: realAccounts(env, connections),
    renew: connections.renew,
    close: () => Promise.resolve(),
  };
}

/**
 * Where the requests of a component go: to the sandbox that is asked for, else to the real
 * APIs when one of the apps it uses has an account or a token here, else to a fresh sandbox. A
 * component of other apps has no sandbox.
 * @param slugs the apps it uses
 * @param signal gives the search for a running sandbox up
 * @throws UsageError when no sandbox answers there, or one of two accounts is missing;
 * AccountError when a connected account cannot be used.
 */
export async function openTarget(
  slugs: readonly string[],
  { sandbox, sandboxUrl }: TargetFlags,
  env: Environment,
  signal?: AbortSignal,
): Promise<Target> {
  if (sandboxUrl !== undefined) return runningSandbox(sandboxUrl, slugs, env, signal);
  if (sandbox) return embeddedSandbox(env);
  return await realApis(slugs.filter(isHealthApp), env)
    ?? embeddedSandbox(env, { isFallback: true });
}

/** Which account is not there, of the apps that are asked for. */
function noAccount(apps: readonly string[]): string {
  const used = apps.filter(isHealthApp);
  const [only, ...others] = used;
  const account = only && others.length === 0 ? `${APP_NAMES[only]} account` : "account";
  return `No ${account} is connected: the sandbox answers, with the data of an invented person. `
    + `For your own, use ${connecting(used)}, or put a token into ${variables(used)}.`;
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
    const prefix = tokenVariable(app).replace("ACCESS_TOKEN", "");
    say(`There is no account of ${app} here: its token is read from ${tokenVariable(app)}. `
      + `Any other field is too: $auth.api_key from ${prefix}API_KEY, $auth.apiKey from ${prefix}apiKey.`);
  }
}
