import http from "node:http";
import { useSandbox } from "./support";

const client = useSandbox();

/** What a call is answered that has these headers. */
function call(
  headers: Record<string, string>,
  { method = "POST", path = "/_sandbox/sync" } = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(client.sandbox.url);
  return new Promise((done, fail) => {
    const request = http.request({ hostname, port, method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => text += chunk);
      response.on("end", () => done({ status: response.statusCode ?? 0, text }));
    });
    request.on("error", fail).end();
  });
}

const port = (): string => new URL(client.sandbox.url).port;

describe("a control call", () => {
  it.each<[string, () => Record<string, string>]>([
    ["without an Origin, as curl makes it", () => ({})],
    ["by the name localhost", () => ({ Host: `localhost:${port()}` })],
    ["by the IPv6 address", () => ({ Host: `[::1]:${port()}` })],
    ["by a port that is forwarded", () => ({ Host: "localhost:9000" })],
    ["of its own origin", () => ({ Origin: client.sandbox.url })],
  ])("%s is done", async (_what, headers) => {
    expect(await call(headers())).toMatchObject({ status: 200 });
  });

  it.each<[string, () => Record<string, string>]>([
    ["of another site", () => ({ Origin: "https://evil.example" })],
    ["of a page without origin", () => ({ Origin: "null" })],
    ["of an origin that is empty", () => ({ Origin: "" })],
    ["of another port of this machine", () => ({ Origin: "http://localhost:3000" })],
    ["of its address as another scheme", () => ({ Origin: `https://127.0.0.1:${port()}` })],
    ["by a name that was made to lead here", () => ({ Host: `evil.example:${port()}` })],
    ["by such a name, from its own page", () => ({ Host: "evil.example", Origin: "http://evil.example" })],
    ["by a name that begins as this machine's", () => ({ Host: "127.0.0.1.evil.example" })],
    ["by a name that ends as this machine's", () => ({ Host: "evil.localhost" })],
  ])("%s is refused, whatever it asks", async (_what, headers) => {
    await client.control("clock", { now: "2026-03-20T10:00:00Z" });
    const before = await client.state();
    const calls = await Promise.all([
      call(headers()),
      call(headers(), { path: "/_sandbox/reset" }),
      call(headers(), { path: "/_sandbox/nothing" }),
      call(headers(), { path: "/%5fsandbox/reset" }),
      call(headers(), { method: "GET", path: "/_sandbox/state" }),
      call(headers(), { method: "OPTIONS", path: "/_sandbox/reset" }),
    ]);
    for (const { status, text } of calls) {
      expect(status).toBe(403);
      expect((JSON.parse(text) as { error: string }).error).toMatch(/^Control calls are for /);
    }
    expect(await client.state()).toEqual(before);
  });
});
