import http from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FetchResponse, getRawRequest } from "@mswjs/interceptors";
import type { HttpRequestEventMap } from "@mswjs/interceptors";

interface Intercepted {
  request: Request;
  controller: HttpRequestEventMap["request"][0]["controller"];
  /** Made by `fetch`, whose errors look different. */
  isFetch: boolean;
}

/** Said of one connection, not of the message. */
const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "proxy-connection"];

export interface Forwarder {
  /** Answers a request from the sandbox; tells the status, null when no answer came. */
  answer: (intercepted: Intercepted, settle: (status: number | null) => void) => Promise<void>;
}

function requestHeaders(request: Request): http.OutgoingHttpHeaders {
  const headers = Object.fromEntries(request.headers);
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== "host" && !HOP_BY_HOP.includes(name)),
  );
}

function responseHeaders({ rawHeaders }: http.IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    if (HOP_BY_HOP.includes(name.toLowerCase())) continue;
    headers.append(name, rawHeaders[index + 1] ?? "");
  }
  return headers;
}

/** The same error as one of this realm: the interceptors ask `instanceof Error`. */
function ownError(error: NodeJS.ErrnoException): Error {
  const { message, code, errno, syscall } = error;
  return Object.assign(new Error(message), { code, errno, syscall });
}

async function* chunksOf(incoming: http.IncomingMessage): AsyncGenerator {
  try {
    yield* incoming;
  } catch (error) {
    throw ownError(error as Error);
  }
}

function asResponse(incoming: http.IncomingMessage, request: Request): Response {
  const status = incoming.statusCode ?? 502;
  const hasBody = request.method !== "HEAD" && FetchResponse.isResponseWithBody(status);
  if (!hasBody) incoming.resume();
  const bytes = Readable.from(chunksOf(incoming), { objectMode: false });
  const body = hasBody ? Readable.toWeb(bytes) as ReadableStream : null;
  const statusText = incoming.statusMessage ?? "";
  return new FetchResponse(body, { status, statusText, headers: responseHeaders(incoming) });
}

/** What `fetch` itself would throw. */
const failedFetch = (cause: Error): Error => new TypeError("fetch failed", { cause });

/** When the component gives up (a timeout, an abort), so does the request to the sandbox. */
function stopTogether(request: Request, upstream: http.ClientRequest): void {
  const raw = getRawRequest(request);
  if (raw instanceof http.ClientRequest) raw.once("close", () => upstream.destroy());
  request.signal.addEventListener("abort", () => {
    const reason = request.signal.reason as unknown;
    upstream.destroy(reason instanceof Error ? reason : undefined);
  }, { once: true });
}

/**
 * Forwards requests to a sandbox over plain HTTP: `fetch` would add headers of its own and
 * turn a reset connection into another error.
 * @param send `http.request` as it is without interceptors
 */
export function createForwarder(sandbox: URL, send: typeof http.request): Forwarder {
  const answer: Forwarder["answer"] = ({ request, controller, isFetch }, settle) => {
    const { pathname, search } = new URL(request.url);
    const upstream = send({
      host: sandbox.hostname.replace(/^\[|\]$/g, ""),
      port: sandbox.port || 80,
      method: request.method,
      path: pathname + search,
      headers: requestHeaders(request),
      agent: false,
    });
    stopTogether(request, upstream);
    const answered = new Promise<void>((done) => {
      const isPending = (): boolean => controller.readyState === 0;
      upstream.once("response", (incoming) => {
        settle(incoming.statusCode ?? null);
        if (isPending()) controller.respondWith(asResponse(incoming, request));
        else incoming.destroy();
        done();
      });
      upstream.on("error", (error) => {
        settle(null);
        const own = ownError(error);
        if (isPending()) controller.errorWith(isFetch ? failedFetch(own) : own);
        done();
      });
      upstream.once("close", done);
    });
    const { body } = request;
    if (!body) upstream.end();
    // A failure shows as the error of the request itself.
    else pipeline(Readable.fromWeb(body), upstream).catch(() => undefined);
    return answered;
  };
  return { answer };
}
