import type { Account, Client, Place } from "./account";
import { AccountError, isAt } from "./account";
import type { Question } from "./oauth";
import { ask, exchange } from "./oauth";
import { SERVERS } from "./servers";
import type { Environment } from "./store";
import { changeAccounts } from "./store";
import { again, notConnected, troubleOf } from "./trouble";

/** What is asked for, and how the time of the account counts. */
export interface Wish {
  place: Place;
  client: Client;
  scopes: readonly string[];
  /** The present of whoever counts its time, in epoch milliseconds. */
  now: number;
}

/** How the browser is sent off, and what comes back. */
export interface Way {
  /** Where the browser is led back to. */
  address: string;
  /** Sends the person to the consent page, and gives the address that the browser ended at. */
  go: (url: string) => Promise<URL>;
}

const DENIED = ["access_denied", "consent_required", "interaction_required"];

/** What the person, or the server, said instead of granting anything. */
function refusal(place: Place, error: string): string {
  const { name, console: clients } = SERVERS[place.app];
  if (DENIED.includes(error)) {
    return `Access was denied on the page of ${name}, so nothing is connected. Start again with ${again(place)} and choose Allow.`;
  }
  const word = /^[\w.-]{1,50}$/.test(error) ? error : "an error";
  return `${name} refused what was asked for (${word}), so nothing is connected: look at the client at ${clients}, and at --scope.`;
}

/** Why an address is no answer that tokens can be had for. */
function problemIn(back: URL, { state }: Question, place: Place): string | undefined {
  const { searchParams: answer } = back;
  if (answer.get("state") !== state) {
    return `This is not the answer to what was asked just now (its state is another), so nothing is connected: close old pages of it and start again with ${again(place)}.`;
  }
  const error = answer.get("error");
  if (error !== null) return refusal(place, error);
  if (answer.get("code")) return undefined;
  return `The address has no code in it, so nothing is connected: start again with ${again(place)}.`;
}

async function store(account: Account, env: Environment): Promise<void> {
  await changeAccounts(env, (accounts) => [
    ...accounts.filter((other) => !isAt(account)(other)), account,
  ]);
}

/**
 * Connects an account: asks the person for their consent, takes the tokens and stores them.
 * @throws AccountError with what went wrong and what to do; nothing is stored then.
 */
export async function connectAccount(
  { place, client, scopes, now }: Wish,
  { address, go }: Way,
  env: Environment,
): Promise<Account> {
  // Nobody is asked for what could not be stored.
  await changeAccounts(env, () => undefined);
  const question = await ask(place, client, { scopes, redirectUri: address });
  const back = await go(question.url);
  const problem = problemIn(back, question, place);
  if (problem !== undefined) throw new AccountError(problem);
  const tokens = await exchange(place, client, { question, back, scopes, now })
    .catch((error: unknown) => {
      throw new AccountError(notConnected(place, address, troubleOf(error)));
    });
  const connectedAt = new Date(now).toISOString();
  const account = { ...place, client, ...tokens, connectedAt };
  await store(account, env);
  return account;
}
