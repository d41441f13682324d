import type { Account } from "./account";
import { AccountError, isAt } from "./account";
import { refresh } from "./oauth";
import type { Environment } from "./store";
import { changeAccounts } from "./store";
import type { Trouble } from "./trouble";
import { endedBy, notRefreshed, troubleOf } from "./trouble";

/** Refreshed so long before it ends: a step that begins now is done by then. */
const MARGIN_MS = 5 * 60_000;

const isUsable = ({ expiresAt }: Account, now: number): boolean => expiresAt > now;

function isFresh({ expiresAt, refreshToken }: Account, now: number): boolean {
  return expiresAt - now > (refreshToken === undefined ? 0 : MARGIN_MS);
}

/** What came of an account that was to be refreshed. */
interface Outcome {
  /** What is to be stored. */
  changed?: Account;
  account?: Account;
  error?: AccountError;
}

const NONE: Trouble = {
  kind: "refused", word: "invalid_grant", detail: "it came without a refresh token",
};

function failed(account: Account, trouble: Trouble, now: number): Outcome {
  if (trouble.word === "invalid_grant") {
    const ended = endedBy(account, trouble);
    const error = new AccountError(ended, { isFinal: true });
    return { changed: { ...account, ended }, error };
  }
  // What cannot be refreshed at the moment may still be good for some minutes.
  if (isUsable(account, now)) return { account };
  const isFinal = trouble.kind === "refused";
  return { error: new AccountError(notRefreshed(account, trouble), { isFinal }) };
}

async function attempt(account: Account, now: number): Promise<Outcome> {
  if (account.refreshToken === undefined) return failed(account, NONE, now);
  try {
    const changed = { ...account, ...await refresh(account, now) };
    return { changed, account: changed };
  } catch (error) {
    return failed(account, troubleOf(error), now);
  }
}

const gone = new AccountError("The account was forgotten meanwhile: connect it again with `fitbit connect`.");

/**
 * The account with an access token that lasts, refreshed where it is about to end: once,
 * however many processes ask. One that cannot be refreshed for a passing reason is kept.
 * @param now the present of whoever counts its time, in epoch milliseconds
 * @throws AccountError, with status 401 where no later try helps.
 */
export async function freshAccount(
  account: Account,
  env: Environment,
  now: number,
): Promise<Account> {
  if (account.ended !== undefined) throw new AccountError(account.ended, { isFinal: true });
  if (isFresh(account, now)) return account;
  let outcome: Outcome = { error: gone };
  await changeAccounts(env, async (accounts) => {
    const stored = accounts.find(isAt(account));
    if (!stored) return undefined;
    // Another process was faster.
    if (stored.ended !== undefined || isFresh(stored, now)) {
      outcome = { account: stored };
      return undefined;
    }
    outcome = await attempt(stored, now);
    const { changed } = outcome;
    return changed && accounts.map((other) => other === stored ? changed : other);
  });
  const { account: fresh, error } = outcome;
  if (!fresh) throw error ?? gone;
  if (fresh.ended !== undefined) throw new AccountError(fresh.ended, { isFinal: true });
  return fresh;
}
