import type { Configuration, TokenEndpointResponse } from "openid-client";
import { isFields } from "../runtime/component";
import type { Account, Client, Place } from "./account";
import { addressesOf, SERVERS } from "./servers";

/** The server's own tokens, as they are stored. */
export type Tokens = Pick<Account, "accessToken" | "expiresAt" | "refreshToken" | "scopes" | "user">;

/** What is asked of the person, and what proves later on that it was asked here. */
export interface Question {
  url: string;
  state: string;
  verifier: string;
}

const PATIENCE_SECONDS = 10;

/** Fitbit's word for what went wrong. Its sentences quote tokens: they are left out. */
function errorTypeIn(body: unknown): string | undefined {
  const errors: unknown = isFields(body) ? body.errors : undefined;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return isFields(first) && typeof first.errorType === "string" ? first.errorType : undefined;
}

/** An error of Fitbit's in the words of OAuth. https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
async function inWordsOfOAuth(response: Response): Promise<Response> {
  if (response.ok) return response;
  const body: unknown = await response.clone().json().catch(() => undefined);
  const error = errorTypeIn(body);
  if (error === undefined) return response;
  return Response.json({ error }, { status: response.status });
}

async function configure(place: Place, client: Client): Promise<Configuration> {
  const oauth = await import("openid-client");
  const { authorize, token } = addressesOf(place);
  const metadata = {
    issuer: SERVERS[place.app].issuer,
    authorization_endpoint: authorize,
    token_endpoint: token,
  };
  const { id, secret } = client;
  const proof = secret === undefined ? oauth.None() : oauth.ClientSecretPost(secret);
  const config = new oauth.Configuration(metadata, id, {}, proof);
  config.timeout = PATIENCE_SECONDS;
  config[oauth.customFetch] = async (url, options) =>
    inWordsOfOAuth(await fetch(url, options));
  // Marked so to stand out: a sandbox is on this machine.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (place.sandboxUrl !== undefined) oauth.allowInsecureRequests(config);
  return config;
}

/** The request that a person's browser makes. */
export async function ask(
  place: Place,
  client: Client,
  { scopes, redirectUri }: { scopes: readonly string[]; redirectUri: string },
): Promise<Question> {
  const oauth = await import("openid-client");
  const [state, verifier] = [oauth.randomState(), oauth.randomPKCECodeVerifier()];
  const url = oauth.buildAuthorizationUrl(await configure(place, client), {
    redirect_uri: redirectUri,
    scope: scopes.join(" "),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...SERVERS[place.app].extra,
  });
  return { url: url.href, state, verifier };
}

const HOUR_SECONDS = 3600;

/** @param asked what counts as granted where the server does not say */
function tokensOf(
  answer: TokenEndpointResponse,
  asked: readonly string[],
  now: number,
): Tokens {
  const { refresh_token, scope, user_id: user } = answer;
  return {
    accessToken: answer.access_token,
    expiresAt: now + (answer.expires_in ?? HOUR_SECONDS) * 1000,
    scopes: scope === undefined ? [...asked] : scope.split(" ").filter(Boolean),
    ...refresh_token === undefined ? {} : { refreshToken: refresh_token },
    ...typeof user === "string" ? { user } : {},
  };
}

/**
 * The tokens for what came back.
 * @param back the address that the browser was led back to
 * @throws what openid-client throws: see trouble.ts
 */
export async function exchange(
  place: Place,
  client: Client,
  { question, back, scopes, now }: {
    question: Question; back: URL; scopes: readonly string[]; now: number;
  },
): Promise<Tokens> {
  const oauth = await import("openid-client");
  const answer = await oauth.authorizationCodeGrant(await configure(place, client), back, {
    pkceCodeVerifier: question.verifier,
    expectedState: question.state,
  });
  return tokensOf(answer, scopes, now);
}

/**
 * Tokens for a refresh token, which may be the last use of it.
 * @throws what openid-client throws: see trouble.ts
 */
export async function refresh(
  { refreshToken = "", client, scopes, ...place }: Account,
  now: number,
): Promise<Tokens> {
  const oauth = await import("openid-client");
  const config = await configure(place, client);
  return tokensOf(await oauth.refreshTokenGrant(config, refreshToken), scopes, now);
}
