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

/** Tests against the sandbox reach loopback and nothing else; no host or a path is local. */
beforeAll(() => {
  const { lookup } = dns;
  const { connect } = net.Socket.prototype;
  const guardedLookup: unknown = (...args: Parameters<typeof lookup>) => {
    refuse(args[0]);
    lookup(...args);
  };
  jest.spyOn(dns, "lookup").mockImplementation(guardedLookup as typeof lookup);
  jest.spyOn(net.Socket.prototype, "connect").mockImplementation(function (
    this: net.Socket,
    ...args: Parameters<typeof connect>
  ) {
    refuse(hostOf(args));
    return connect.apply(this, args);
  });
});
