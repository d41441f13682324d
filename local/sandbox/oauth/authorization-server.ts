import type { App } from "../paths";
import type { World } from "../world";
import type { Grant, Use } from "./grants";

/** Why a token is refused. */
export type Problem
  = | { kind: "client" }
    | { kind: "secret" }
    | { kind: "grant type" }
    | { kind: "missing"; parameter: string }
    | { kind: "code"; code: string }
    | { kind: "redirect"; redirectUri: string }
    | { kind: "verifier" }
    | { kind: "refresh"; token: string };

export interface Refusal { status: number; body: object }

/** One of the two servers at which people let clients have their data. */
export interface AuthorizationServer {
  app: App;
  /** Whose page it is. */
  name: string;
  authorizePath: string;
  tokenPath: string;
  /** What can be asked for, and what the page says of it. */
  scopes: Readonly<Record<string, string>>;
  /** What comes back beside the code. */
  beside: (scopes: readonly string[]) => Record<string, string>;
  /** What is behind the address that leads back. */
  fragment: string;
  /** Whether a refresh token is asked for with these parameters, consented before or not. */
  isLasting: (asked: URLSearchParams, isKnown: boolean) => boolean;
  /** The answer with tokens to a code. */
  tokens: (world: World, grant: Grant, isLasting: boolean) => object;
  /** The answer with tokens to a refresh token. */
  refreshed: (world: World, grant: Grant) => object;
  /** What a refresh token that is used again gives; undefined where it is refused. */
  again: (use: Use, now: number) => "anew" | object | undefined;
  refusal: (problem: Problem) => Refusal;
}

/** Any client is known but those that begin so, for trying a wrong one. */
export const isUnknownClient = (clientId: string): boolean => clientId.startsWith("unknown");

/** Any secret will do but those that begin so. */
export const isWrongSecret = (secret: string): boolean => secret.startsWith("wrong");

/** At Google a client in "Testing" has short connections. */
export const isTestingClient = (clientId: string): boolean => clientId.startsWith("testing");
