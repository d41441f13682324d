import type { Account } from "../accounts/account";
import { freshAccount } from "../accounts/fresh";
import type { Environment } from "../accounts/store";
import { readAccounts } from "../accounts/store";
import type { AppSlug } from "../catalog/apps";

/** The connected accounts that a component uses. */
export interface Connections {
  /** The access token of an app's account; undefined where none is connected. */
  token: (app: string) => string | undefined;
  /**
   * Refreshes those that are about to end: before each call of a component.
   * @throws AccountError where one cannot be used.
   */
  renew: () => Promise<void>;
}

interface Wanted {
  apps: readonly AppSlug[];
  /** The sandbox that they are accounts of; left out, the real APIs. */
  sandboxUrl?: string;
  /** The present of whoever counts their time. */
  now: () => Promise<number>;
}

/** The accounts of these apps that are connected there. */
export async function openConnections(
  env: Environment,
  { apps, sandboxUrl, now }: Wanted,
): Promise<Connections> {
  const wanted = (account: Account): boolean =>
    apps.includes(account.app) && account.sandboxUrl === sandboxUrl;
  const found = new Map((await readAccounts(env)).filter(wanted)
    .map((account) => [account.app as string, account]));
  return {
    token: (app) => found.get(app)?.accessToken,
    renew: async () => {
      for (const [app, account] of found) {
        found.set(app, await freshAccount(account, env, await now()));
      }
    },
  };
}
