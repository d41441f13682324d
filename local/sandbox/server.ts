import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { addControl, CONTROL_PREFIX } from "./control/door";
import { ControlError } from "./control/read";
import { altered } from "./alterations";
import {
  alterationOf, breakOff, type Fault, letsThrough, takeFault, type Words, wordsOf,
} from "./faults";
import { addFitbit } from "./fitbit/door";
import { envelope, notFound } from "./fitbit/envelope";
import { addHealth, HEALTH_PREFIX } from "./google-health/door";
import { htmlNotFound } from "./google-health/envelope";
import { addOAuth, takeTokens } from "./oauth/door";
import { appOf, isControl, isUnserved, KEYSET, pathOf } from "./paths";
import { isSecret } from "./secrets";
import { usualWords } from "./usual-errors";
import type { Beginning, Logged, World } from "./world";

/** The query as sent, but for secrets: values of a name that comes twice are a list. */
function queryOf(request: FastifyRequest): Record<string, string | string[]> {
  const parameters = new URLSearchParams(request.url.slice(pathOf(request).length));
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => {
    const values = parameters.getAll(name).map((value) => (isSecret(name) ? "***" : value));
    return [name, values.length === 1 ? values[0] ?? "" : values];
  }));
}

/** Notes every request of the APIs, and lets faults strike before or after it is answered. */
function watchRequests(app: FastifyInstance, world: World): void {
  const notes = new WeakMap<FastifyRequest, Logged>();
  const pending = new WeakMap<FastifyRequest, Fault>();
  app.addHook("onRequest", (request, reply, done) => {
    if (!isControl(request)) {
      const { method } = request;
      const note = { method, path: pathOf(request), query: queryOf(request), status: 0 };
      world.requests.push(note);
      notes.set(request, note);
      const fault = takeFault(world.faults, method, note.path);
      if (fault && !letsThrough(fault)) {
        sendFault(world, fault, request, reply);
        return;
      }
      if (fault) pending.set(request, fault);
    }
    done();
  });
  app.addHook("onSend", (request, reply, payload, done) => {
    const fault = pending.get(request);
    const note = notes.get(request);
    const words = fault && sayOf(world, fault, request);
    if (note && fault?.answer !== "reset" && fault?.answer !== "timeout") {
      note.status = words?.status ?? reply.statusCode;
    }
    const alteration = fault && alterationOf(fault);
    if (alteration) {
      void reply.removeHeader("content-length");
      done(null, altered(alteration, request.url, typeof payload === "string" ? payload : ""));
      return;
    }
    if (fault && !words) {
      breakOff(fault, request, reply, typeof payload === "string" ? payload : "");
      return;
    }
    if (words) {
      void reply.removeHeader("content-length").removeHeader("content-type")
        .code(words.status).headers(words.headers);
    }
    done(null, words ? words.text : payload);
  });
}

const sayOf = (world: World, fault: Fault, request: FastifyRequest): Words | undefined =>
  wordsOf(fault, (status) => usualWords(world, request, status));

function sendFault(
  world: World, fault: Fault, request: FastifyRequest, reply: FastifyReply,
): void {
  const words = sayOf(world, fault, request);
  if (words) void reply.code(words.status).headers(words.headers).send(words.text);
  else breakOff(fault, request, reply);
}

interface Page { type: string; text: string }

/** What each API says of a path that it does not have. */
const pageNotFound = ({ switches }: World, path: string): Page => (
  appOf(path) === "google_health"
    ? { type: "text/html; charset=UTF-8", text: htmlNotFound(path) }
    : { type: "application/json", text: JSON.stringify(envelope(notFound(), switches.errorEnvelope)) }
);

/** What is not served here is not there, whoever asks. */
function turnAway(app: FastifyInstance, world: World): void {
  app.addHook("onRequest", (request, reply, done) => {
    const path = pathOf(request);
    if (!isUnserved(path)) {
      done();
      return;
    }
    const { type, text } = pageNotFound(world, path);
    void reply.code(404).type(type).send(text);
  });
}

/** Control calls take JSON; the doors read their own bodies. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (request, body, done) => {
    if (!isControl(request)) {
      done(null, body);
      return;
    }
    try {
      done(null, body === "" ? undefined : JSON.parse(String(body)));
    } catch {
      done(new ControlError("The body is not JSON."));
    }
  });
}

const unused = () => () => {
  throw new Error("The sandbox has no schemas.");
};

/** The sandbox as a server that does not listen yet. */
export function buildServer(world: World, start: Beginning): FastifyInstance {
  const app = fastify({
    forceCloseConnections: true,
    // No route has a schema; without this, starting loads the schema compilers for 100 ms.
    schemaController: {
      compilersFactory: { buildValidator: () => unused, buildSerializer: () => unused },
    },
    exposeHeadRoutes: false,
    // A path with broken percent signs gets no further than the router.
    frameworkErrors: (_error, request, reply) => {
      reply.hijack();
      const { type, text } = pageNotFound(world, pathOf(request));
      reply.raw.writeHead(404, { "content-type": type }).end(text);
    },
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false },
  });
  readBodies(app);
  watchRequests(app, world);
  turnAway(app, world);
  takeTokens(app, world);
  // Each door has hooks and errors of its own.
  void app.register((door, _options, done) => {
    addControl(door, world, start);
    done();
  }, { prefix: CONTROL_PREFIX });
  void app.register((door, _options, done) => {
    addOAuth(door, world);
    done();
  });
  void app.register((door, _options, done) => {
    addFitbit(door, world);
    done();
  });
  app.get(KEYSET, () => world.health.subscriptions.keys.keyset());
  void app.register((door, _options, done) => {
    addHealth(door, world);
    done();
  }, { prefix: HEALTH_PREFIX });
  return app;
}
