import { errorMonitor } from "node:events";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { getRawRequest } from "@mswjs/interceptors";
import type { HttpRequestEventMap } from "@mswjs/interceptors";
import { ClientRequestInterceptor } from "@mswjs/interceptors/ClientRequest";
import { FetchInterceptor } from "@mswjs/interceptors/fetch";
import { createForwarder } from "./forward";

export interface RequestRecord {
  method: string;
  /** Of the real API, without secrets. */
  url: string;
  /** Null while, or when, no answer came. */
  status: number | null;
}

export interface Carrier {
  /** Every request so far, in the order they were made. */
  readonly requests: RequestRecord[];
  /** Calls the listener when a request is answered or has failed. */
  on: (event: "request", listener: (request: RequestRecord) => void) => void;
  /** Puts everything back; requests under way go on by themselves. */
  stop: () => void;
}

/** The hosts a sandbox stands for; where a path is given, only what is below it. */
const CARRIED: Record<string, string> = {
  "api.fitbit.com": "/",
  "www.fitbit.com": "/",
  "health.googleapis.com": "/",
  "accounts.google.com": "/",
  "oauth2.googleapis.com": "/",
  "www.gstatic.com": "/googlehealthapi",
};

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function isCarried({ hostname, pathname }: URL): boolean {
  const below = CARRIED[hostname];
  if (below === undefined) return false;
  return below === "/" || pathname === below || pathname.startsWith(`${below}/`);
}

const PARAMETER = /([?&])([^=&#]+)=[^&#]*/g;
const SECRET
  = /token|secret|passw|signature|assertion|credential|api[-_]?key|^(key|code|sig)$/i;
/** A page token is no secret: it shows that pages are followed. */
const PAGE = /^(next)?[-_]?(page|sync)[-_]?token$/i;

/** An address without user, password, fragment, and the values that open doors. */
export function publicUrl(address: string): string {
  const url = new URL(address);
  url.username = "";
  url.password = "";
  url.hash = "";
  return url.href.replace(PARAMETER, (whole, mark: string, name: string) => {
    const isSecret = SECRET.test(name) && !PAGE.test(name);
    return isSecret ? `${mark}${name}=***` : whole;
  });
}

let active = false;

type Intercepted = HttpRequestEventMap["request"][0];

/**
 * Records every HTTP and HTTPS request made in this process, and with a sandbox answers those
 * to the two APIs from there. Other hosts are reached as usual, loopback is left alone.
 * One carrier at a time.
 */
export function carryRequests({ sandboxUrl }: { sandboxUrl?: string } = {}): Carrier {
  if (active) throw new Error("Requests are carried already: stop that carrier first.");

  const requests: RequestRecord[] = [];
  const listeners: ((request: RequestRecord) => void)[] = [];
  const open = new Map<string, RequestRecord>();
  // Taken before the interceptors replace it: forwarding must not be carried in turn.
  const sandbox = sandboxUrl === undefined ? undefined : new URL(sandboxUrl);
  const forwarder = sandbox && createForwarder(sandbox, http.request);
  active = true;

  const settle = (requestId: string, status: number | null): void => {
    const record = open.get(requestId);
    if (!record) return;
    open.delete(requestId);
    record.status = status;
    listeners.forEach((listener) => listener(record));
  };

  const take = async (intercepted: Intercepted, isFetch: boolean): Promise<void> => {
    const { request, requestId, controller } = intercepted;
    const url = new URL(request.url);
    if (LOOPBACK.test(url.hostname)) return;
    const record = { method: request.method, url: publicUrl(request.url), status: null };
    requests.push(record);
    open.set(requestId, record);
    const raw = getRawRequest(request);
    // The stand-in socket adds a listener a chunk: a long answer is no leak to warn of.
    if (raw instanceof http.ClientRequest) raw.socket?.setMaxListeners(0);
    if (!forwarder || !isCarried(url)) {
      if (!(raw instanceof http.ClientRequest)) return;
      raw.once(errorMonitor, () => settle(requestId, null));
      raw.once("close", () => settle(requestId, null));
      return;
    }
    await forwarder.answer({ request, controller, isFetch }, (status) => {
      settle(requestId, status);
    });
  };

  const interceptors = [new ClientRequestInterceptor(), new FetchInterceptor()] as const;
  interceptors.forEach((interceptor) => {
    const isFetch = interceptor instanceof FetchInterceptor;
    // The interceptor waits for the promise, though its types do not say so.
    interceptor.on("request", (intercepted): unknown => take(intercepted, isFetch));
    interceptor.on("response", ({ requestId, response, isMockedResponse }) => {
      if (isMockedResponse) return;
      settle(requestId, response.status);
      // The copy made for this listener would hold the whole body in memory.
      if (isFetch) void response.body?.cancel();
    });
    interceptor.apply();
  });
  // `import { request } from "node:https"` sees the replacement too.
  syncBuiltinESMExports();

  return {
    requests,
    on: (_event, listener) => listeners.push(listener),
    stop: () => {
      if (!active) return;
      active = false;
      interceptors.forEach((interceptor) => interceptor.dispose());
      syncBuiltinESMExports();
      [...open.keys()].forEach((requestId) => settle(requestId, null));
    },
  };
}
