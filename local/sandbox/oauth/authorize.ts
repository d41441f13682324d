import type { FastifyReply } from "fastify";
import { MINUTE } from "../person/days";
import type { World } from "../world";
import type { AuthorizationServer } from "./authorization-server";
import { isUnknownClient } from "./authorization-server";
import { consentPage, errorPage } from "./page";

/** For so long a code is good. */
const CODE_LASTS = 10 * MINUTE;

interface Mistake { status: number; error: string; words: string }

const wordsOf = (text: string | null): string[] => (text ?? "").split(" ").filter(Boolean);

const isAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** What is wrong with a request: it is told to the person, and does not lead back. */
function mistakeIn(asked: URLSearchParams, server: AuthorizationServer): Mistake | undefined {
  const clientId = asked.get("client_id") ?? "";
  if (clientId === "" || isUnknownClient(clientId)) {
    return { status: 401, error: "invalid_client", words: `There is no client "${clientId}".` };
  }
  if (!isAddress(asked.get("redirect_uri") ?? "")) {
    return { status: 400, error: "redirect_uri_mismatch", words: "The redirect_uri is no address." };
  }
  if (asked.get("response_type") !== "code") {
    return { status: 400, error: "unsupported_response_type", words: "The response_type is code." };
  }
  const unknown = wordsOf(asked.get("scope")).filter((scope) => !Object.hasOwn(server.scopes, scope));
  if (unknown.length === 0) return undefined;
  return { status: 400, error: "invalid_scope", words: `There are no such scopes: ${unknown.join(", ")}.` };
}

function refuse(reply: FastifyReply, { name }: AuthorizationServer, mistake: Mistake) {
  const { status, error, words } = mistake;
  return reply.code(status).type("text/html; charset=utf-8").send(errorPage(name, error, words));
}

/** Shows the person what is asked for. */
export function ask(asked: URLSearchParams, server: AuthorizationServer, reply: FastifyReply) {
  const mistake = mistakeIn(asked, server);
  if (mistake) return refuse(reply, server, mistake);
  const scopes = wordsOf(asked.get("scope")).map((scope) => (
    [scope, server.scopes[scope] ?? scope] as const
  ));
  return reply.type("text/html; charset=utf-8").send(consentPage({
    name: server.name,
    clientId: asked.get("client_id") ?? "",
    path: server.authorizePath,
    asked,
    scopes,
  }));
}

/** What the person chose, as it comes back. */
function answerOf(
  world: World, asked: URLSearchParams, server: AuthorizationServer,
): Record<string, string> {
  const wanted = wordsOf(asked.get("scope"));
  const scopes = asked.getAll("granted").filter((scope) => wanted.includes(scope));
  if (asked.get("decision") !== "allow" || scopes.length === 0) {
    return { error: "access_denied", ...server.app === "fitbit" && { error_description: "The user denied the request." } };
  }
  const grant = { app: server.app, clientId: asked.get("client_id") ?? "", scopes };
  const code = world.grants.issueCode({
    ...grant,
    redirectUri: asked.get("redirect_uri") ?? "",
    challenge: asked.get("code_challenge") ?? undefined,
    method: asked.get("code_challenge_method") ?? undefined,
    isLasting: server.isLasting(asked, world.grants.consents(grant)),
    until: world.person.now + CODE_LASTS,
  });
  return { code, ...server.beside(scopes) };
}

/** Leads the person back with the answer. */
export function answer(
  world: World, asked: URLSearchParams, server: AuthorizationServer, reply: FastifyReply,
) {
  const mistake = mistakeIn(asked, server);
  if (mistake) return refuse(reply, server, mistake);
  const back = new URL(asked.get("redirect_uri") ?? "");
  const state = asked.get("state");
  const fields = { ...answerOf(world, asked, server), ...state !== null && { state } };
  for (const [name, value] of Object.entries(fields)) back.searchParams.set(name, value);
  return reply.redirect(`${back.href}${server.fragment}`, 302);
}
