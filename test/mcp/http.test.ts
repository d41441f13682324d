import { request } from "node:http";
import { Client as Client2, StreamableHTTPClientTransport as Http2 } from "@modelcontextprotocol/client";
import { Client as Client1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as Http1 } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { HttpServer } from "../../local/mcp/http";
import { overHttp } from "../../local/mcp/http";
import type { Player } from "../../local/mcp/player";
import { start } from "../cli/command";
import { servers } from "./server";

const SECRET = "a-secret-of-these-tests";
const ME = { name: "test", version: "0.0.0" };
const CALL = { name: "get-sleep-log", arguments: { date: "yesterday" } };

let server: HttpServer;
let player: Player;

beforeAll(async () => {
  const made = await servers("google_health");
  ({ player } = made);
  server = await overHttp(made.factory, 0, SECRET);
});

afterAll(async () => {
  await server.close();
  await player.close();
});

const withBearer = { requestInit: { headers: { authorization: `Bearer ${SECRET}` } } };

it("serves clients of both generations that know the secret", async () => {
  const old = new Client1(ME);
  const legacy = new Client2(ME);
  const today = new Client2(ME, { versionNegotiation: { mode: "auto" } });
  const url = new URL(server.url);
  await old.connect(new Http1(url, withBearer));
  await legacy.connect(new Http2(url, withBearer));
  await today.connect(new Http2(url, withBearer));
  expect(today.getNegotiatedProtocolVersion()).toBe("2026-07-28");
  const clients = [old, legacy, today];
  const answers = await Promise.all(clients.map((client) => client.callTool(CALL)));
  expect(answers.map(({ structuredContent }) => structuredContent))
    .toEqual(clients.map(() => expect.objectContaining({ date: "2026-03-19" }) as unknown));
  await Promise.all(clients.map((client) => client.close()));
});

const PING = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" });

/** Posts a ping with these headers; a `host` is sent as it is, as no browser would. */
function post(headers: Record<string, string>, path = "/mcp"): Promise<number | undefined> {
  const all = {
    "content-type": "application/json",
    "accept": "application/json, text/event-stream",
    "authorization": `Bearer ${SECRET}`,
    ...headers,
  };
  return new Promise((done, fail) => {
    request(new URL(path, server.url), { method: "POST", headers: all }, (response) => {
      response.resume().once("end", () => done(response.statusCode));
    }).once("error", fail).end(PING);
  });
}

it.each([
  ["who knows the secret", {}, 200],
  ["a page of this machine", { origin: "http://localhost:3000" }, 200],
  ["a page of another site", { origin: "https://evil.test" }, 403],
  ["a name that leads here", { host: "evil.test" }, 403],
  ["who has no secret", { authorization: "" }, 401],
  ["who has another", { authorization: "Bearer another" }, 401],
  ["who has one as long", { authorization: `Bearer ${SECRET.replace("a", "b")}` }, 401],
])("%s gets its answer: %j is %i", async (_who, headers, status) => {
  expect(await post(headers)).toBe(status);
});

it("is at one path", async () => {
  expect(await post({}, "/")).toBe(404);
});

it("is started by --http, with a secret that it tells or is told, and ends on Ctrl-C", async () => {
  const environments: Record<string, string>[] = [{ MCP_BEARER: "" }, { MCP_BEARER: SECRET }];
  for (const env of environments) {
    const child = start(["mcp", "--sandbox", "--http", "0"], { env });
    let said = "";
    for await (const text of child.stderr.setEncoding("utf8") as AsyncIterable<string>) {
      said += text;
      if (/Authorization.*\n/.test(said)) break;
    }
    const [, url = ""] = /(http:\/\/127\.0\.0\.1:\d+\/mcp)/.exec(said) ?? [];
    const [, told] = /Bearer (\S{32})\n/.exec(said) ?? [];
    expect(told === undefined).toBe(env.MCP_BEARER !== "");
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "accept": "application/json, text/event-stream", "authorization": `Bearer ${told ?? SECRET}` },
      body: PING,
    });
    expect(answer.status).toBe(200);
    await answer.text();
    const closed = new Promise((done) => child.once("close", done));
    child.kill("SIGINT");
    expect(await closed).toBe(0);
  }
});
