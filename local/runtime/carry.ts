import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { getRawRequest } from "@mswjs/interceptors";
import type { HttpRequestEventMap } from "@mswjs/interceptors";
import { ClientRequestInterceptor } from "@mswjs/interceptors/ClientRequest";
import { FetchInterceptor } from "@mswjs/interceptors/fetch";
import { createForwarder } from "./forward";
import type { RequestRecord } from "./records";
import { isLoopback, openRecords } from "./records";
import { openTunnels } from "./tunnel";

export interface Carrier {
  /** Every request so far, in the order they were made. */
  readonly requests: RequestRecord[];
  /** Calls the listener when a request is answered or has failed. */
  on: (event: "request", listener: (request: RequestRecord) => void) => void;
  /** Forgets the requests so far: what runs for long would keep them for nothing. */
  forget: () => void;
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

function isCarried({ hostname, pathname }: URL): boolean {
  const below = CARRIED[hostname];
  if (below === undefined) return false;
  return below === "/" || pathname === below || pathname.startsWith(`${below}/`);
}

let active = false;

type Intercepted = HttpRequestEventMap["request"][0];

/**
 * Records every HTTP and HTTPS request made in this process, and with a sandbox answers those
 * to the two APIs from there. Other hosts are reached as usual, loopback is left alone.
 * One carrier at a time; as many components as one likes may run while it carries.
 */
export function carryRequests({ sandboxUrl }: { sandboxUrl?: string } = {}): Carrier {
  if (active) throw new Error("Requests are carried already: stop that carrier first.");

  const records = openRecords();
  // Taken before the interceptors replace it: forwarding must not be carried in turn.
  const sandbox = sandboxUrl === undefined ? undefined : new URL(sandboxUrl);
  const forwarder = sandbox && createForwarder(sandbox, http.request);
  active = true;

  const take = async (intercepted: Intercepted, isFetch: boolean): Promise<void> => {
    const { request, requestId, controller } = intercepted;
    const url = new URL(request.url);
    if (isLoopback(url)) return;
    records.begin(requestId, request.method, request.url);
    const raw = getRawRequest(request);
    // The stand-in socket adds a listener a chunk: a long answer is no leak to warn of.
    if (raw instanceof http.ClientRequest) raw.socket?.setMaxListeners(0);
    if (!forwarder || !isOurs(url)) {
      if (raw instanceof http.ClientRequest) records.watch(requestId, raw);
      return;
    }
    await forwarder.answer({ request, controller, isFetch }, (status) => {
      records.settle(requestId, status);
    });
  };

  const isOurs = (url: URL): boolean => forwarder !== undefined && isCarried(url);
  const passTunnels = openTunnels({ isOurs, onRequest: records.follow });
  const interceptors = [new ClientRequestInterceptor(), new FetchInterceptor()] as const;
  interceptors.forEach((interceptor) => {
    const isFetch = interceptor instanceof FetchInterceptor;
    // The interceptor waits for the promise, though its types do not say so.
    interceptor.on("request", (intercepted): unknown => take(intercepted, isFetch));
    interceptor.on("response", ({ requestId, response, isMockedResponse }) => {
      if (isMockedResponse) return;
      records.settle(requestId, response.status);
      // The copy made for this listener would hold the whole body in memory.
      if (isFetch) void response.body?.cancel();
    });
    interceptor.apply();
  });
  const closeTunnels = passTunnels();
  // `import { request } from "node:https"` sees the replacement too.
  syncBuiltinESMExports();

  return {
    requests: records.requests,
    on: (_event, listener) => records.listeners.push(listener),
    forget: () => records.requests.splice(0),
    stop: () => {
      if (!active) return;
      active = false;
      closeTunnels();
      interceptors.forEach((interceptor) => interceptor.dispose());
      syncBuiltinESMExports();
      records.end();
    },
  };
}
