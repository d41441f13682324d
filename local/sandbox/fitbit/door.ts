import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pathOf } from "../paths";
import type { Person } from "../person/person";
import { accessOf, demand } from "./access";
import { ApiError, envelope, invalid, notFound, tooManyRequests } from "./envelope";
import type { RateLimit } from "./rate-limit";
import { RESOURCES } from "./resources";
import type { Answer, Call, Route } from "./route";
import type { Switches } from "./switches";
import { unitsOf } from "./units";

/** What the door stands in front of. */
export interface FitbitWorld {
  person: Person;
  rateLimit: RateLimit;
  /** Links of lists that were given out. */
  issued: Set<string>;
  readonly switches: Switches;
}

const ROUTES = RESOURCES.flatMap(({ routes }) => routes);

const JSON_TYPE = "application/json; charset=utf-8";

/** The parameters of the query and of a form body, each once and each known. */
function parametersOf(request: FastifyRequest, route: Route): Map<string, string> {
  const path = pathOf(request);
  const body = typeof request.body === "string" ? request.body : "";
  const type = request.headers["content-type"] ?? "";
  const isForm = type.toLowerCase().startsWith("application/x-www-form-urlencoded");
  const parameters = new Map<string, string>();
  // Parameters in a JSON body are not seen: https://github.com/djchen/oauth2-fitbit/issues/31
  const parts = [request.url.slice(path.length), isForm ? body : ""];
  for (const [name, value] of parts.flatMap((part) => [...new URLSearchParams(part)])) {
    if (!route.takes?.includes(name)) throw invalid(name, `Unknown parameter: ${name}`);
    if (parameters.has(name)) throw invalid(name, `${name} was given twice`);
    parameters.set(name, value);
  }
  if (body !== "" && parameters.size === 0) {
    throw invalid("n/a", "No parameters were given: they go in the query or a form body");
  }
  return parameters;
}

function callOf(world: FitbitWorld, request: FastifyRequest, route: Route): Call {
  const access = accessOf(request.headers.authorization);
  if (access instanceof ApiError) throw access;
  const params = request.params as Record<string, string>;
  const { person, switches, issued } = world;
  if (params.user === "") throw notFound();
  if (params.user !== undefined && !["-", person.profile.encodedId].includes(params.user)) {
    throw new ApiError(401, "validation", "No user found", "userId");
  }
  if (route.scope !== undefined) demand(access, route.scope);
  return {
    person,
    access,
    switches,
    issued,
    params,
    path: pathOf(request),
    units: unitsOf(request.headers["accept-language"]),
    query: parametersOf(request, route),
  };
}

/** What holds for every request before it is looked at: the token, the quota, the length. */
function refusal(
  { rateLimit, person }: FitbitWorld, request: FastifyRequest,
): ApiError | undefined {
  const access = accessOf(request.headers.authorization);
  if (access instanceof ApiError) return access;
  if (!rateLimit.count(person.now)) return tooManyRequests();
  if (request.method === "POST" && request.headers["content-length"] === undefined) {
    return new ApiError(411, "request", "POST requests need a Content-Length header.");
  }
  // Paths are plain: what is written with percent signs names nothing here.
  return pathOf(request).includes("%") ? notFound() : undefined;
}

function sendError(world: FitbitWorld, error: ApiError, reply: FastifyReply): FastifyReply {
  const { rateLimit, person, switches } = world;
  if (error.status === 429 && switches.retryAfterOn429) {
    void reply.header("Retry-After", String(rateLimit.reset(person.now)));
  }
  return reply.code(error.status).type(JSON_TYPE)
    .send(JSON.stringify(envelope(error, switches.errorEnvelope)));
}

const LONG = /"\\u0000(\d+)"/g;

/** JSON in which ids of 64 bits stand as bare digits; native, since lists are long. */
function textOf(body: unknown): string {
  const marked = JSON.stringify(body, (_, value: unknown) => (
    typeof value === "bigint" ? `\0${value}` : value
  ));
  return marked.replace(LONG, "$1");
}

function send({ status = 200, body, raw }: Answer, reply: FastifyReply): FastifyReply {
  void reply.code(status);
  if (raw) return reply.type(raw.type).send(raw.text);
  return body === undefined ? reply.send() : reply.type(JSON_TYPE).send(textOf(body));
}

/** The scope that the path which was asked for needs. */
export const scopeOf = ({ routeOptions: { url } }: FastifyRequest): string | undefined =>
  ROUTES.find(({ path }) => path === url)?.scope;

/** The Fitbit Web API in front of the person. */
export function addFitbit(app: FastifyInstance, world: FitbitWorld): void {
  app.addHook("onRequest", (request, reply, done) => {
    const refused = refusal(world, request);
    void reply.headers(world.rateLimit.headers(world.person.now));
    done(refused);
  });
  for (const route of ROUTES) {
    app.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => send(route.answer(callOf(world, request, route)), reply),
    });
  }
  app.setNotFoundHandler((_request, reply) => sendError(world, notFound(), reply));
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ApiError) return sendError(world, error, reply);
    const message = error instanceof Error ? error.message : String(error);
    return reply.code(500).send({ error: message });
  });
}
