import { timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler } from "@modelcontextprotocol/node";
import type { McpServer } from "@modelcontextprotocol/server";
import {
  createMcpHandler, hostHeaderValidationResponse, localhostAllowedHostnames,
  localhostAllowedOrigins, OAuthError, OAuthErrorCode, originValidationResponse,
  requireBearerAuth,
} from "@modelcontextprotocol/server";

const PATH = "/mcp";
const HOUR_S = 3600;

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** A server for programs of this machine that know a secret. */
export interface HttpServer {
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves any number of clients over HTTP on loopback. A page in a browser is refused by its
 * Host and Origin, and so is whoever lacks the secret.
 */
export async function overHttp(
  factory: () => McpServer, port: number, secret: string,
): Promise<HttpServer> {
  const verifyAccessToken = (token: string) => {
    if (!isSame(token, secret)) throw new OAuthError(OAuthErrorCode.InvalidToken, "Another token is wanted.");
    const expiresAt = Math.floor(Date.now() / 1000) + HOUR_S;
    return Promise.resolve({ token, clientId: "local", scopes: [], expiresAt });
  };
  const gate = requireBearerAuth({ verifier: { verifyAccessToken } });
  const handler = createMcpHandler(factory);

  const fetch = async (request: Request): Promise<Response> => {
    const refused = hostHeaderValidationResponse(request, localhostAllowedHostnames())
      ?? originValidationResponse(request, localhostAllowedOrigins());
    if (refused) return refused;
    if (new URL(request.url).pathname !== PATH) return new Response(null, { status: 404 });
    const auth = await gate(request);
    return auth instanceof Response ? auth : handler.fetch(request, { authInfo: auth });
  };

  const answer = toNodeHandler({ fetch });
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", ready);
  });
  const close = async (): Promise<void> => {
    await handler.close();
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`, close };
}
