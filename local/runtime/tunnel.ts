import http from "node:http";
import https from "node:https";
import type { Callable, Fields } from "./component";
import { isCallable, isFields } from "./component";
import { lend } from "./globals";

const MODULES = [["http:", http], ["https:", https]] as const;
const NAMES = ["request", "get"] as const;
const OWN = ["addRequest", "createSocket"];

/** Whether an agent makes connections of its own, as those do that go through a proxy. */
function isTunnel(agent: unknown): boolean {
  if (typeof agent !== "object" || agent === null) return false;
  return OWN.some((name) => {
    const own: unknown = Reflect.get(agent, name);
    return isCallable(own) && own !== Reflect.get(http.Agent.prototype, name);
  });
}

function addressOf(protocol: string, first: unknown, options: Fields): URL | undefined {
  const { hostname = options.host, path = "/" } = options;
  const address = first instanceof URL || typeof first === "string"
    ? String(first)
    : `${protocol}//${String(hostname)}${String(path)}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

interface Tunnelled {
  /** Whether the request is answered here: it needs no proxy then. */
  isOurs: (url: URL) => boolean;
  /** Told of each request that goes its own way. */
  onRequest: (request: http.ClientRequest) => void;
}

/**
 * To be called before requests are intercepted: takes `http` and `https` as they are. The
 * interceptor asks an agent for a connection in a way that those with a proxy cannot answer,
 * so theirs go past it.
 * @returns what to call once requests are intercepted; that gives what ends it
 */
export function openTunnels({ isOurs, onRequest }: Tunnelled): () => () => void {
  const plain = MODULES.map(([, module]) => NAMES.map((name) => module[name] as Callable));
  return () => {
    const loans = MODULES.flatMap(([protocol, module], row) => NAMES.map((name, column) => {
      const intercepted = module[name] as Callable;
      const send = (...args: unknown[]): unknown => {
        const index = args.findIndex((arg) => isFields(arg) && isTunnel(arg.agent));
        const options = args[index];
        if (!isFields(options)) return intercepted(...args);
        const url = addressOf(protocol, args[0], options);
        if (url && isOurs(url)) {
          const bare = { ...options, agent: undefined };
          return intercepted(...args.map((arg, at) => at === index ? bare : arg));
        }
        const request = plain[row]?.[column]?.(...args);
        if (request instanceof http.ClientRequest) onRequest(request);
        return request;
      };
      return lend(module, name, send);
    }));
    return () => loans.forEach((giveBack) => giveBack());
  };
}
