import type { FastifyReply, FastifyRequest } from "fastify";
import { type App, appOf } from "./paths";

export interface FaultAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Absent: what the API says with that status. */
  body?: unknown;
}

/** The first record of the answer lacks these keys, however deep they are. */
export interface Without { without: readonly string[] }

/** One value of the answer is another: the nth of its form, counted round and round. */
export interface Instead { put: unknown; nth: number; of?: Form }

export const FORMS = ["text", "word", "number"] as const;
export type Form = (typeof FORMS)[number];

/** What an answer is turned into; the API did what it was asked for. */
export const TURNS = ["repeat", "vanish", "extra", "swell"] as const;
export type Alteration = (typeof TURNS)[number] | Without | Instead;

export const BREAKS = ["reset", "cut", "timeout", "html", "truncate"] as const;

/** Something that goes wrong on purpose, `times` times. */
export interface Fault {
  match: { app?: App; method?: string; path?: string };
  times: number;
  /** So many requests that match are let through before it strikes. */
  skip: number;
  answer: FaultAnswer | Alteration | (typeof BREAKS)[number];
  /** The request is carried out first, as when a 502 hides a write that was stored. */
  after: boolean;
}

const HTML = "<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1>"
  + "</body></html>";

/** The first fault that meets this request, used up by one. */
export function takeFault(faults: Fault[], method: string, path: string): Fault | undefined {
  const fault = faults.find(({ match, times }) => times > 0
    && (match.app === undefined || match.app === appOf(path))
    && (match.method === undefined || match.method.toUpperCase() === method)
    && (match.path === undefined || path.startsWith(match.path)));
  if (!fault) return undefined;
  if (fault.skip > 0) {
    fault.skip -= 1;
    return undefined;
  }
  fault.times -= 1;
  return fault;
}

/** What the fault changes in the answer, where it changes that alone. */
export const alterationOf = ({ answer }: Fault): Alteration | undefined => {
  if (typeof answer === "string") return TURNS.find((turn) => turn === answer);
  return "status" in answer ? undefined : answer;
};

/** Whether the fault lets the request through before it strikes. */
export const letsThrough = (fault: Fault): boolean =>
  fault.after || fault.answer === "truncate" || alterationOf(fault) !== undefined;

export interface Words { status: number; headers: Record<string, string>; text: string }

/** What the fault says instead, when it says anything; `usual` is what the API would say. */
export function wordsOf(
  { answer }: Fault, usual: (status: number) => Omit<Words, "status"> | undefined,
): Words | undefined {
  if (answer === "html") {
    return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, text: HTML };
  }
  if (typeof answer === "string" || !("status" in answer)) return undefined;
  const { status, headers, body } = answer;
  if (body === undefined) {
    const said = usual(status);
    return { status, headers: { ...said?.headers, ...headers }, text: said?.text ?? "" };
  }
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/plain; charset=utf-8" : "application/json";
  return { status, headers: { ...(text !== "" && { "content-type": type }), ...headers }, text };
}

/** Ends the exchange without a proper answer. `payload` is what would have been sent. */
export function breakOff(
  fault: Fault, request: FastifyRequest, reply: FastifyReply, payload = "",
): void {
  reply.hijack();
  const { answer } = fault;
  if (answer === "timeout") return;
  if (answer === "reset") {
    // A FIN would look like an empty answer to some clients: cut the line.
    request.raw.socket.resetAndDestroy();
    return;
  }
  if (answer === "cut") {
    reply.raw.writeHead(200, { "content-type": "application/json", "content-length": 1_000 });
    reply.raw.write("{", () => request.raw.socket.resetAndDestroy());
    return;
  }
  const whole = Buffer.from(payload);
  reply.raw.writeHead(reply.statusCode, {
    "content-type": "application/json; charset=utf-8", "content-length": whole.length,
  });
  reply.raw.write(whole.subarray(0, Math.floor(whole.length / 2)), () => {
    request.raw.socket.destroy();
  });
}
