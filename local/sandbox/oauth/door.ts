import type { FastifyInstance, FastifyRequest } from "fastify";
import { appOf, pathOf } from "../paths";
import type { World } from "../world";
import { answer, ask } from "./authorize";
import { fitbit } from "./fitbit";
import { google } from "./google";
import { exchange } from "./token";

const SERVERS = [fitbit, google];

const queryOf = (request: FastifyRequest): URLSearchParams =>
  new URLSearchParams(request.url.slice(pathOf(request).length));

const formOf = ({ body }: FastifyRequest): URLSearchParams =>
  new URLSearchParams(typeof body === "string" ? body : "");

/** The servers at which people let clients have their data. */
export function addOAuth(app: FastifyInstance, world: World): void {
  for (const server of SERVERS) {
    app.get(server.authorizePath, (request, reply) => ask(queryOf(request), server, reply));
    app.post(server.authorizePath, (request, reply) => (
      answer(world, formOf(request), server, reply)
    ));
    app.post(server.tokenPath, (request, reply) => {
      const { headers: { authorization } } = request;
      const { status, body } = exchange(world, server, formOf(request), authorization);
      return reply.code(status).header("cache-control", "no-store")
        .type("application/json; charset=utf-8").send(JSON.stringify(body));
    });
  }
}

/** What a token that was given out may do, in the words for it that any client can use. */
function wordsFor({ grants, person }: World, token: string, app: string): string | undefined {
  const access = grants.tokenOf("access", token);
  if (access?.app !== app) return undefined;
  return access.until > person.now ? `sandbox:${access.scopes.join(",")}` : "expired";
}

/** Lets the APIs take the tokens that were given out here. */
export function takeTokens(app: FastifyInstance, world: World): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const token = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const words = wordsFor(world, token, appOf(pathOf(request)));
    if (words !== undefined) request.raw.headers.authorization = `Bearer ${words}`;
    done();
  });
}
