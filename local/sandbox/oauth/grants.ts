import { randomUUID } from "node:crypto";
import type { App } from "../paths";

/** What a person let a client do. */
export interface Grant {
  app: App;
  clientId: string;
  scopes: readonly string[];
}

/** How the client proves that it is the one which asked. */
export interface Proof {
  redirectUri: string;
  challenge?: string;
  method?: string;
}

export interface Code extends Grant, Proof {
  /** Whether a refresh token comes with it. */
  isLasting: boolean;
  until: number;
}

/** What a token says of itself. */
interface Token extends Grant {
  kind: "access" | "refresh";
  /** After this instant it is dead. */
  until: number;
}

const isToken = (value: unknown): value is Token =>
  typeof value === "object" && value !== null && "scopes" in value && "until" in value;

/** Whatever a sandbox gives out can be told from what the APIs do. */
const PREFIX = "sandbox.";

/** The token says what it is for, and so outlives the sandbox that gave it out. */
function written(token: Token): string {
  const text = JSON.stringify({ ...token, id: randomUUID() });
  return PREFIX + Buffer.from(text).toString("base64url");
}

/** What a token of this kind says. */
function read(text: string, kind: Token["kind"]): Token | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  try {
    const token: unknown = JSON.parse(Buffer.from(text.slice(PREFIX.length), "base64url").toString());
    return isToken(token) && token.kind === kind ? token : undefined;
  } catch {
    return undefined;
  }
}

/** When a token that can be used once was used, and what was answered. */
export interface Use { at: number; answer: object }

/** The codes and tokens that were given out. */
export class Grants {
  readonly #codes = new Map<string, Code>();
  readonly #uses = new Map<string, Use>();
  readonly #consents = new Set<string>();

  issueCode(code: Code): string {
    const text = PREFIX + randomUUID();
    this.#codes.set(text, code);
    return text;
  }

  /** A code opens once. */
  takeCode(text: string, now: number): Code | undefined {
    const code = this.#codes.get(text);
    this.#codes.delete(text);
    return code && code.until > now ? code : undefined;
  }

  issue(kind: Token["kind"], { app, clientId, scopes }: Grant, until: number): string {
    return written({ kind, app, clientId, scopes, until });
  }

  tokenOf(kind: Token["kind"], text: string): Token | undefined {
    return read(text, kind);
  }

  /** Notes that a refresh token was used. */
  use(text: string, use: Use): void {
    this.#uses.set(text, use);
  }

  useOf(text: string): Use | undefined {
    return this.#uses.get(text);
  }

  /** Whether this client has been consented to before; from now on it has. */
  consents({ app, clientId }: Grant): boolean {
    const name = `${app} ${clientId}`;
    const isKnown = this.#consents.has(name);
    this.#consents.add(name);
    return isKnown;
  }
}
