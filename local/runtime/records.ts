import { randomUUID } from "node:crypto";
import { errorMonitor } from "node:events";
import type http from "node:http";

export interface RequestRecord {
  method: string;
  /** Of the real API, without secrets. */
  url: string;
  /** Null while, or when, no answer came. */
  status: number | null;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

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

export interface Records {
  /** Every request so far, in the order they were made. */
  readonly requests: RequestRecord[];
  /** Called when a request is answered or has failed. */
  readonly listeners: ((request: RequestRecord) => void)[];
  begin: (id: string, method: string, address: string) => void;
  /** Once for each request; what comes later does not count. */
  settle: (id: string, status: number | null) => void;
  /** Settles a request that ends without an answer. */
  watch: (id: string, raw: http.ClientRequest) => void;
  /** Records a request that nothing else tells of. */
  follow: (raw: http.ClientRequest) => void;
  /** Settles those that are still under way. */
  end: () => void;
}

/** What was asked, and how it was answered. */
export function openRecords(): Records {
  const requests: RequestRecord[] = [];
  const listeners: Records["listeners"] = [];
  const open = new Map<string, RequestRecord>();

  const begin: Records["begin"] = (id, method, address) => {
    const record = { method, url: publicUrl(address), status: null };
    requests.push(record);
    open.set(id, record);
  };

  const settle: Records["settle"] = (id, status) => {
    const record = open.get(id);
    if (!record) return;
    open.delete(id);
    record.status = status;
    listeners.forEach((listener) => listener(record));
  };

  const watch: Records["watch"] = (id, raw) => {
    raw.once(errorMonitor, () => settle(id, null));
    raw.once("close", () => settle(id, null));
  };

  const follow: Records["follow"] = (raw) => {
    const host = String(raw.getHeader("host") ?? raw.host);
    const url = new URL(raw.path, `${raw.protocol}//${host}`);
    if (isLoopback(url)) return;
    const id = randomUUID();
    begin(id, raw.method, url.href);
    watch(id, raw);
    raw.once("response", (incoming) => {
      settle(id, incoming.statusCode ?? null);
      // With a listener Node.js no longer drops a body that nobody reads.
      if (raw.listenerCount("response") === 0) incoming.resume();
    });
  };

  const end = (): void => [...open.keys()].forEach((id) => settle(id, null));

  return { requests, listeners, begin, settle, watch, follow, end };
}
