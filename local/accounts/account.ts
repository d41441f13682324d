import type { AppSlug } from "../catalog/apps";

/** The client of the person's own, as its console gave it. */
export interface Client {
  id: string;
  secret?: string;
}

/** A connected account, as it is stored. */
export interface Account {
  app: AppSlug;
  /** The sandbox that it is an account of; left out, it is a real one. */
  sandboxUrl?: string;
  client: Client;
  /** Those that were granted, as the API writes them. */
  scopes: string[];
  /** The user's id, where the API tells it. */
  user?: string;
  accessToken: string;
  /** When the access token ends, in epoch milliseconds. */
  expiresAt: number;
  refreshToken?: string;
  connectedAt: string;
  /** Why it cannot be refreshed any more. */
  ended?: string;
}

/** Which account of those that are stored. */
export type Place = Pick<Account, "app" | "sandboxUrl">;

export const isAt = ({ app, sandboxUrl }: Place) => (account: Account): boolean =>
  account.app === app && account.sandboxUrl === sandboxUrl;

interface AccountErrorOptions extends ErrorOptions {
  /** No later try helps. */
  isFinal?: boolean;
}

/** An account that cannot be used, or could not be made; the message says what to do. */
export class AccountError extends Error {
  override name = "AccountError";
  /** 401 where no later try helps. */
  readonly status?: number;

  constructor(message: string, { isFinal, ...options }: AccountErrorOptions = {}) {
    super(message, options);
    if (isFinal) this.status = 401;
  }
}
