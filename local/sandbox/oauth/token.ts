import { createHash } from "node:crypto";
import type { World } from "../world";
import type { AuthorizationServer, Problem, Refusal } from "./authorization-server";
import { isUnknownClient, isWrongSecret } from "./authorization-server";
import type { Proof } from "./grants";

class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

interface Client { id: string; secret: string }

/** Who asks: in the header, or in the form. */
function clientOf(form: URLSearchParams, header = ""): Client {
  const basic = /^basic +(\S+)$/i.exec(header)?.[1];
  if (basic === undefined) {
    return { id: form.get("client_id") ?? "", secret: form.get("client_secret") ?? "" };
  }
  const [id = "", secret = ""] = Buffer.from(basic, "base64").toString().split(":")
    .map((part) => decodeURIComponent(part));
  return { id, secret };
}

function demandClient({ id, secret }: Client): void {
  if (id === "" || isUnknownClient(id)) throw new Refused({ kind: "client" });
  if (isWrongSecret(secret)) throw new Refused({ kind: "secret" });
}

function needed(form: URLSearchParams, parameter: string): string {
  const value = form.get(parameter);
  if (value) return value;
  throw new Refused({ kind: "missing", parameter });
}

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
function isProven({ challenge, method = "plain" }: Proof, verifier: string | null): boolean {
  if (challenge === undefined) return true;
  if (verifier === null) return false;
  const made = method === "S256"
    ? createHash("sha256").update(verifier).digest("base64url")
    : verifier;
  return made === challenge;
}

function byCode(
  world: World, server: AuthorizationServer, form: URLSearchParams, id: string,
): object {
  const text = needed(form, "code");
  const code = world.grants.takeCode(text, world.person.now);
  if (code?.app !== server.app || code.clientId !== id) {
    throw new Refused({ kind: "code", code: text });
  }
  const redirectUri = form.get("redirect_uri") ?? "";
  if (redirectUri !== code.redirectUri) throw new Refused({ kind: "redirect", redirectUri });
  if (!isProven(code, form.get("code_verifier"))) throw new Refused({ kind: "verifier" });
  return server.tokens(world, code, code.isLasting);
}

function byRefresh(
  world: World, server: AuthorizationServer, form: URLSearchParams, id: string,
): object {
  const token = needed(form, "refresh_token");
  const { grants, person: { now } } = world;
  const grant = grants.tokenOf("refresh", token);
  const refused = new Refused({ kind: "refresh", token });
  if (grant?.app !== server.app || grant.clientId !== id || grant.until <= now) throw refused;
  const use = grants.useOf(token);
  const again = use ? server.again(use, now) : "anew";
  if (again === undefined) throw refused;
  if (again !== "anew") return again;
  const answer = server.refreshed(world, grant);
  grants.use(token, { at: now, answer });
  return answer;
}

function tokens(
  world: World, server: AuthorizationServer, form: URLSearchParams, header?: string,
): object {
  const client = clientOf(form, header);
  demandClient(client);
  switch (needed(form, "grant_type")) {
    case "authorization_code": return byCode(world, server, form, client.id);
    case "refresh_token": return byRefresh(world, server, form, client.id);
    default: throw new Refused({ kind: "grant type" });
  }
}

/** What the token endpoint answers to a form. */
export function exchange(
  world: World, server: AuthorizationServer, form: URLSearchParams, header?: string,
): Refusal {
  try {
    return { status: 200, body: tokens(world, server, form, header) };
  } catch (error) {
    if (error instanceof Refused) return server.refusal(error.problem);
    throw error;
  }
}
