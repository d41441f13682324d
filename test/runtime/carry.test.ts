import http from "node:http";
import https from "node:https";
import net from "node:net";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { axios } from "@pipedream/platform";
import type { Carrier } from "../../local/runtime/carry";
import { carryRequests } from "../../local/runtime/carry";
import { publicUrl } from "../../local/runtime/records";

interface Seen {
  method: string;
  url: string;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

const BINARY = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
const LARGE = 3_000_000;

const ANSWERS: Record<string, (response: http.ServerResponse) => void> = {
  "/empty": (response) => response.writeHead(204).end(),
  "/gone": (response) => response.writeHead(410, { "x-reason": "off" }).end("{\"gone\":true}"),
  "/binary": (response) => response.writeHead(200, { "content-type": "image/png" }).end(BINARY),
  "/gzip": (response) => {
    response.writeHead(200, { "content-encoding": "gzip", "content-type": "application/json" });
    response.end(gzipSync("{\"zipped\":true}"));
  },
  "/large": (response) => response.end("x".repeat(LARGE)),
  "/redirect": (response) => response.writeHead(302, { location: "/1/after" }).end(),
  "/reset": (response) => response.socket?.resetAndDestroy(),
  "/truncated": (response) => {
    response.writeHead(200, { "content-length": 1000 });
    response.write("half", () => response.socket?.destroy());
  },
  "/cookies": (response) => response.writeHead(200, { "set-cookie": ["a=1", "b=2"] }).end("{}"),
};

let server: http.Server;
let base = "";
let seen: Seen[] = [];
let closed = 0;
let carrier: Carrier;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("close", () => {
      closed += response.writableFinished ? 0 : 1;
    });
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks) });
      const path = url.replace(/\?.*/, "");
      if (path === "/silent") return;
      const answer = ANSWERS[path];
      if (answer) answer(response);
      else response.setHeader("content-type", "application/json").end("{\"ok\":true}");
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

beforeEach(() => {
  seen = [];
  closed = 0;
  carrier = carryRequests({ sandboxUrl: base });
});

afterEach(() => carrier.stop());

const api = (path: string): string => `https://api.fitbit.com${path}`;

interface Outcome {
  status: number;
  body: Buffer;
}

interface Init {
  method?: string;
  body?: Buffer;
  timeout?: number;
}

type Client = (path: string, init?: Init) => Promise<Outcome>;

const byAxios: Client = async (path, { method = "GET", body, timeout } = {}) => {
  const { status, data } = await axios({}, {
    url: api(path),
    method,
    data: body,
    timeout,
    responseType: "arraybuffer",
    returnFullResponse: true,
    headers: { authorization: "Bearer sandbox" },
  }) as unknown as { status: number; data: Buffer };
  return { status, body: Buffer.from(data) };
};

const byFetch: Client = async (path, { method = "GET", body, timeout } = {}) => {
  const response = await fetch(api(path), {
    method,
    headers: { authorization: "Bearer sandbox" },
    ...(body ? { body } : {}),
    ...(timeout ? { signal: AbortSignal.timeout(timeout) } : {}),
  });
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
};

describe.each([["the platform's axios", byAxios], ["fetch", byFetch]])("%s", (_name, call) => {
  test("is answered by the sandbox, path, query and headers unchanged", async () => {
    const { status, body } = await call("/1/user/-/profile.json?a=1&b=2");
    expect({ status, body: body.toString() }).toEqual({ status: 200, body: "{\"ok\":true}" });
    expect(seen[0]).toMatchObject({ method: "GET", url: "/1/user/-/profile.json?a=1&b=2" });
    expect(seen[0]?.headers.authorization).toBe("Bearer sandbox");
    expect(carrier.requests).toEqual([
      { method: "GET", url: api("/1/user/-/profile.json?a=1&b=2"), status: 200 },
    ]);
  });

  test("sends and receives bytes as they are", async () => {
    const { body } = await call("/binary", { method: "POST", body: BINARY });
    expect(seen[0]?.body.equals(BINARY)).toBe(true);
    expect(body.equals(BINARY)).toBe(true);
  });

  test("understands empty, compressed, large and HEAD answers", async () => {
    expect(await call("/empty", { method: "DELETE" })).toMatchObject({ status: 204 });
    expect((await call("/gzip")).body.toString()).toBe("{\"zipped\":true}");
    expect((await call("/large")).body.length).toBe(LARGE);
    const head = await call("/binary", { method: "HEAD" });
    expect(head).toMatchObject({ status: 200, body: { length: 0 } });
  });

  test("follows a redirect, each hop recorded", async () => {
    expect((await call("/redirect")).status).toBe(200);
    expect(carrier.requests.map(({ url, status }) => [url, status])).toEqual([
      [api("/redirect"), 302],
      [api("/1/after"), 200],
    ]);
  });

  test("sees a reset connection as one", async () => {
    const error = await call("/reset").catch((thrown: unknown) => thrown) as {
      code?: string; cause?: { code?: string };
    };
    expect(error.code ?? error.cause?.code).toBe("ECONNRESET");
    expect(carrier.requests).toEqual([{ method: "GET", url: api("/reset"), status: null }]);
  });

  test("fails on an answer that breaks off", async () => {
    await expect(call("/truncated")).rejects.toThrow();
    expect(carrier.requests).toMatchObject([{ status: 200 }]);
  });

  test("gives up on a silent sandbox after its timeout, and so does the forwarder", async () => {
    await expect(call("/silent", { timeout: 60 })).rejects.toThrow(/timeout|timed out|aborted/i);
    await new Promise((done) => setTimeout(done, 50));
    expect(closed).toBe(1);
    expect(carrier.requests).toEqual([{ method: "GET", url: api("/silent"), status: null }]);
  });
});

test("an error answer keeps its status, headers and body", async () => {
  const error = await axios({}, { url: api("/gone") }).catch((thrown: unknown) => thrown) as {
    response: { status: number; headers: Record<string, string>; data: unknown };
  };
  expect(error.response).toMatchObject({ status: 410, data: { gone: true } });
  expect(error.response.headers["x-reason"]).toBe("off");
});

test("several cookies stay several", async () => {
  const response = await fetch(api("/cookies"));
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test.each([
  ["https://www.fitbit.com/oauth2/authorize", 200],
  ["https://health.googleapis.com/v4/users/me", 200],
  ["https://accounts.google.com/o/oauth2/v2/auth", 200],
  ["https://oauth2.googleapis.com/token", 200],
  ["https://www.gstatic.com/googlehealthapi/x.json", 200],
])("carries %s", async (url, status) => {
  expect((await fetch(url)).status).toBe(status);
  expect(carrier.requests).toEqual([{ method: "GET", url, status }]);
});

/** An agent whose connections all go to one port of this machine. */
function agentTo(port: number): http.Agent {
  const agent = new http.Agent();
  agent.createConnection = () => net.connect(port, "127.0.0.1");
  return agent;
}

test("other hosts are reached as usual, recorded with their status", async () => {
  const { port } = server.address() as AddressInfo;
  const url = "http://www.gstatic.com/fonts";
  expect(await axios({}, { url, httpAgent: agentTo(port) })).toEqual({ ok: true });
  expect(seen[0]?.headers.host).toBe("www.gstatic.com");
  expect(carrier.requests).toEqual([{ method: "GET", url, status: 200 }]);
});

test("a host that cannot be reached is recorded without a status", async () => {
  const told: unknown[] = [];
  carrier.on("request", (request) => told.push(request));
  const url = "http://other.test/x";
  await expect(axios({}, { url, httpAgent: agentTo(1) })).rejects.toThrow("ECONNREFUSED");
  await new Promise(setImmediate);
  expect(told).toEqual([{ method: "GET", url, status: null }]);
});

test("loopback is neither carried nor recorded", async () => {
  await axios({}, { url: `${base}/direct` });
  await fetch(`${base}/direct`);
  expect(seen).toHaveLength(2);
  expect(carrier.requests).toEqual([]);
});

test("listeners hear of a request once it is answered", async () => {
  const told: unknown[] = [];
  carrier.on("request", (request) => told.push({ ...request }));
  await byFetch("/1/x");
  expect(told).toEqual([{ method: "GET", url: api("/1/x"), status: 200 }]);
});

test("without a sandbox requests are recorded and nothing is carried", async () => {
  carrier.stop();
  carrier = carryRequests();
  const url = "http://api.fitbit.com/1/x";
  await expect(axios({}, { url, httpAgent: agentTo(1) })).rejects.toThrow("ECONNREFUSED");
  expect(seen).toEqual([]);
  expect(carrier.requests).toMatchObject([{ method: "GET", url, status: null }]);
});

describe("an agent that makes its own connections, as for a proxy", () => {
  /** Not an agent of Node.js: it leads every request to the server of these tests. */
  const tunnel = () => {
    const addRequest = jest.fn((request: http.ClientRequest) => {
      const { port } = server.address() as AddressInfo;
      request.onSocket(net.connect(port, "127.0.0.1"));
    });
    const agent = { addRequest, protocol: "https:", defaultPort: 443 } as unknown as http.Agent;
    return { addRequest, agent };
  };

  const get = (url: string, agent: http.Agent): Promise<number | undefined> =>
    new Promise((done, fail) => {
      https.get(url, { agent }, (response) => {
        response.resume().once("end", () => done(response.statusCode));
      }).once("error", fail);
    });

  test("keeps making them, and its requests are recorded", async () => {
    const { agent, addRequest } = tunnel();
    expect(await get("https://elsewhere.invalid/gone?token=s", agent)).toBe(410);
    expect(addRequest).toHaveBeenCalledTimes(1);
    expect(carrier.requests).toEqual([
      { method: "GET", url: "https://elsewhere.invalid/gone?token=***", status: 410 },
    ]);
  });

  test("is not asked for what the sandbox answers", async () => {
    const { agent, addRequest } = tunnel();
    expect(await get(api("/gone"), agent)).toBe(410);
    expect(addRequest).not.toHaveBeenCalled();
    expect(carrier.requests).toEqual([{ method: "GET", url: api("/gone"), status: 410 }]);
  });

  test("lets an answer go by that nobody reads", async () => {
    const { agent } = tunnel();
    const request = https.get("https://elsewhere.invalid/large", { agent });
    await new Promise((done) => request.once("close", done));
    expect(carrier.requests).toMatchObject([{ status: 200 }]);
  });
});

test("requests are forgotten when asked, but for those that come", async () => {
  await byFetch("/gone");
  carrier.forget();
  expect(carrier.requests).toEqual([]);
  await byFetch("/empty");
  expect(carrier.requests).toMatchObject([{ url: api("/empty") }]);
});

test("stop puts everything back, and a second carrier needs the first to stop", () => {
  expect(() => carryRequests()).toThrow("stop that carrier first");
  const carried = { fetch: globalThis.fetch, request: http.request };
  carrier.stop();
  expect(globalThis.fetch).not.toBe(carried.fetch);
  expect(http.request).not.toBe(carried.request);
  carryRequests().stop();
});

test.each([
  ["https://u:p@x.test/a?b=1#c", "https://x.test/a?b=1"],
  ["https://x.test/a?access_token=s3cret&b=2", "https://x.test/a?access_token=***&b=2"],
  ["https://x.test/a?client_secret=s&code=c&key=k", "https://x.test/a?client_secret=***&code=***&key=***"],
  ["https://x.test/a?pageToken=abc&page_token=d", "https://x.test/a?pageToken=abc&page_token=d"],
])("%s is shown as %s", (url, shown) => {
  expect(publicUrl(url)).toBe(shown);
});
