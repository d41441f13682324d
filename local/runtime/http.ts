import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fields } from "./component";
import { isFields } from "./component";

/**
 * What `run(event)` gets for a request:
 * https://pipedream.com/docs/components/contributing/api#http
 */
export interface HttpEvent {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  bodyRaw: string;
  body: unknown;
  url: string;
}

export type Respond = (response: unknown) => void;

export interface Endpoint {
  url: string;
  /** Takes no more requests, and ends once those under way are answered. */
  close: () => Promise<void>;
}

/** Answers a request; the endpoint sends whatever is answered first, or a 200 at the end. */
export type Handle = (event: HttpEvent, respond: Respond) => Promise<void>;

function parseBody(raw: string, type: string): unknown {
  if (raw === "") return undefined;
  if (type.includes("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(raw));
  }
  try {
    return type.includes("json") ? JSON.parse(raw) as unknown : raw;
  } catch {
    return raw;
  }
}

async function readEvent(request: IncomingMessage, base: string): Promise<HttpEvent> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bodyRaw = Buffer.concat(chunks).toString();
  const url = new URL(request.url ?? "/", base);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    bodyRaw,
    body: parseBody(bodyRaw, headers["content-type"] ?? ""),
    url: url.href,
  };
}

function headersOf(given: unknown): Record<string, string> {
  const entries = Object.entries(isFields(given) ? given : {});
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** A status may come as text: a header of another answer, a prop. */
function codeOf(status: unknown): number {
  const code = typeof status === "string" && status.trim() !== "" ? Number(status) : status;
  return typeof code === "number" && !Number.isNaN(code) ? code : 200;
}

function send(response: ServerResponse, given: unknown): void {
  if (response.headersSent) return;
  const { status, headers, body } = isFields(given) ? given : {} as Fields;
  const own = headersOf(headers);
  const isText = typeof body === "string" || Buffer.isBuffer(body) || body === undefined;
  const type: Record<string, string> = isText ? {} : { "content-type": "application/json" };
  response.writeHead(codeOf(status), { ...type, ...own });
  response.end(isText ? body : JSON.stringify(body));
}

const SUCCESS = { status: 200, body: { success: true } };

/**
 * Serves a source's HTTP endpoint on loopback, on a free port.
 * @param custom whether the source answers by itself; else a 200 is sent at once
 */
export async function openEndpoint(custom: boolean, handle: Handle): Promise<Endpoint> {
  let base = "";
  const answering = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const event = await readEvent(request, base);
      if (!custom) send(response, SUCCESS);
      await handle(event, (given) => send(response, given));
      send(response, SUCCESS);
    };
    const answered = answer()
      .catch((error: unknown) => {
        send(response, { status: 500, body: { error: String(error) } });
      })
      .finally(() => answering.delete(answered));
    answering.add(answered);
  });
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", ready);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    const closed = new Promise((done) => server.close(done));
    await Promise.all(answering);
    server.closeAllConnections();
    await closed;
  };
  return { url: base, close };
}
