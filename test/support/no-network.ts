import dns from "node:dns";
import net from "node:net";

const LOOPBACK = /^(127\.|::1$|localhost$)/;

/** The host that a call of `connect` names: in options, after a port, or in an inner list. */
function hostOf(args: unknown[]): string | undefined {
  const [target, second] = args.flat();
  if (typeof target === "object" && target !== null && "host" in target) {
    return typeof target.host === "string" ? target.host : undefined;
  }
  return typeof target === "number" && typeof second === "string" ? second : undefined;
}

function refuse(host: string | undefined): void {
  if (host === undefined || LOOPBACK.test(host)) return;
  throw new Error(`A test tried to reach ${host}: only loopback is allowed.`);
}

const { lookup } = dns;
const { connect } = net.Socket.prototype;

const guardedLookup: unknown = (...args: Parameters<typeof lookup>) => {
  refuse(args[0]);
  lookup(...args);
};

const guardedConnect: unknown = function (this: net.Socket, ...args: unknown[]) {
  refuse(hostOf(args));
  return Reflect.apply(connect, this, args) as net.Socket;
};

/**
 * Tests against the sandbox reach loopback and nothing else; no host or a path is local. Put
 * in by hand: a mock of jest would remember every socket and what went through it.
 */
beforeAll(() => {
  dns.lookup = guardedLookup as typeof lookup;
  net.Socket.prototype.connect = guardedConnect as typeof connect;
});

afterAll(() => {
  dns.lookup = lookup;
  net.Socket.prototype.connect = connect;
});
