import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { send } from "../../common/wire/http";
import { NoAnswer } from "../../common/wire/no-answer";

/** The platform's HTTP library itself, behind a proxy on loopback: nothing else is reached. */
const request = {
  method: "GET",
  url: "https://api.fitbit.com/1/user/-/profile.json",
  headers: { Authorization: "Bearer secret-token" },
  timeoutMs: 5_000,
} as const;

const { HTTPS_PROXY, NO_PROXY } = process.env;
let proxy: Server;

/** A proxy that answers so to whoever wants a tunnel. */
async function proxyThat(answer: (socket: Socket) => void) {
  proxy = createServer().on("connect", (_, socket: Socket) => answer(socket));
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  process.env.HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  process.env.NO_PROXY = "";
}

afterEach(() => {
  proxy.close();
  Object.assign(process.env, { HTTPS_PROXY: HTTPS_PROXY ?? "", NO_PROXY: NO_PROXY ?? "" });
});

const outcome = () => send({ export: () => undefined }, request);

describe("a proxy that opens no tunnel", () => {
  it.each([
    ["403", "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"],
    ["407", "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"],
    ["502", "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"],
  ])("is not taken for the API: %s", async (status, answer) => {
    await proxyThat((socket) => socket.end(answer));
    const none = await outcome();
    expect(none).toBeInstanceOf(NoAnswer);
    expect(none).toMatchObject({ why: "proxy", code: status });
  });
});

it("says that a proxy refused the connection, and keeps no token", async () => {
  await proxyThat((socket) => socket.destroy());
  await new Promise((resolve) => proxy.close(resolve));
  const none = await outcome();
  expect(none).toMatchObject({ why: "refused", code: "ECONNREFUSED", cause: { code: "ECONNREFUSED" } });
  expect(JSON.stringify(none)).not.toContain("secret-token");
});
