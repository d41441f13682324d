import type { Place } from "../accounts/account";
import type { Environment } from "../accounts/store";
import type { AppSlug } from "../catalog/apps";
import { APPS } from "../catalog/apps";
import type { Accounts, ResolvedProp } from "../runtime";
import type { Connections } from "./connections";

export type { Environment } from "../accounts/store";

const prefixOf = (slug: string): string => `${slug.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}_`;

/** The variable that holds the token of an app's account. */
export const tokenVariable = (slug: string): string => `${prefixOf(slug)}ACCESS_TOKEN`;

/** Whether it is one of the two apps that a sandbox stands for. */
export const isHealthApp = (slug: string): slug is AppSlug => APPS.some((app) => app === slug);

/** Variables are in capitals by custom: any other letter is meant as it stands. */
const fieldOf = (name: string): string =>
  name === name.toUpperCase() ? name.toLowerCase() : name;

/**
 * `SLACK_BOT_TOKEN` is `$auth.bot_token` of the app slack, `SLACK_botToken` its
 * `$auth.botToken`; ACCESS_TOKEN is its OAuth token.
 */
export function environmentAccount(slug: string, env: Environment): Record<string, string> {
  const prefix = prefixOf(slug);
  const fields = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith(prefix) && name.length > prefix.length && value
      ? [[fieldOf(name.slice(prefix.length)), value]]
      : []);
  const token = env[tokenVariable(slug)];
  const account = Object.fromEntries(fields) as Record<string, string>;
  return token ? { ...account, oauth_access_token: token } : account;
}

/** The tokens that a sandbox takes; no API gives out one that begins so. */
const SANDBOX_TOKEN = /^sandbox|^expired$/;

/**
 * On a sandbox no token of a real account is sent: its own alone, with all scopes if none.
 * @param connections the accounts that are connected to this sandbox
 */
export function sandboxAccounts(
  env: Environment,
  connections?: Pick<Connections, "token">,
): Accounts {
  return (slug) => {
    if (!isHealthApp(slug)) return environmentAccount(slug, env);
    const tokens = [env[tokenVariable(slug)], connections?.token(slug)];
    return { oauth_access_token: tokens.find((token) => SANDBOX_TOKEN.test(token ?? "")) ?? "sandbox" };
  };
}

/** Those of the real APIs: what is connected, and else what variables hold. */
export function realAccounts(env: Environment, { token }: Pick<Connections, "token">): Accounts {
  return (slug) => {
    const connected = token(slug);
    const account = environmentAccount(slug, env);
    return connected === undefined ? account : { ...account, oauth_access_token: connected };
  };
}

/** The slugs of the apps whose accounts a component is given. */
export function appsOf(props: readonly ResolvedProp[]): string[] {
  return props.flatMap(({ kind, app }) => kind === "app" && app ? [app] : []);
}

/** The one app that has an account here; none or several give undefined. */
export function onlyConnected(
  env: Environment,
  connected: readonly Place[],
): AppSlug | undefined {
  const [first, ...more] = APPS.filter((slug) =>
    env[tokenVariable(slug)] || connected.some(({ app }) => app === slug));
  return more.length === 0 ? first : undefined;
}
