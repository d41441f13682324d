import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { stringify } from "lossless-json";
import { ControlError } from "../control-read";
import { isControl, pathOf } from "../paths";
import { accessOf, demand } from "../scopes";
import type { World } from "../world";
import { activityDayRoutes } from "./activity-day";
import { activityListRoutes } from "./activity-list";
import { activitySeriesRoutes } from "./activity-series";
import { activityWriteRoutes } from "./activity-write";
import { ApiError, envelope, invalid, notFound, tooManyRequests } from "./envelope";
import type { Answer, Call, Route } from "./route";
import { sleepRoutes } from "./sleep";
import { unitsOf } from "./units";
import { userRoutes } from "./user";

const ROUTES: Route[] = [
  ...userRoutes, ...activityDayRoutes, ...activityListRoutes, ...activityWriteRoutes,
  ...activitySeriesRoutes, ...sleepRoutes,
];

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

function callOf(world: World, request: FastifyRequest, route: Route): Call {
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
function refusal({ rateLimit, person }: World, request: FastifyRequest): ApiError | undefined {
  const access = accessOf(request.headers.authorization);
  if (access instanceof ApiError) return access;
  if (!rateLimit.count(person.now)) return tooManyRequests();
  if (request.method === "POST" && request.headers["content-length"] === undefined) {
    return new ApiError(411, "request", "POST requests need a Content-Length header.");
  }
  // Paths are plain: what is written with percent signs names nothing here.
  return pathOf(request).includes("%") ? notFound() : undefined;
}

function sendError(world: World, error: ApiError, reply: FastifyReply): FastifyReply {
  const { rateLimit, person, switches } = world;
  if (error.status === 429 && switches.retryAfterOn429) {
    void reply.header("Retry-After", String(rateLimit.reset(person.now)));
  }
  return reply.code(error.status).type(JSON_TYPE)
    .send(JSON.stringify(envelope(error, switches.errorEnvelope)));
}

const send = ({ status = 200, body }: Answer, reply: FastifyReply): FastifyReply =>
  (body === undefined
    ? reply.code(status).send()
    : reply.code(status).type(JSON_TYPE).send(stringify(body)));

/** The scope that the path which was asked for needs. */
export const scopeOf = ({ routeOptions: { url } }: FastifyRequest): string | undefined =>
  ROUTES.find(({ path }) => path === url)?.scope;

/** The Fitbit Web API in front of the person. */
export function addFitbit(app: FastifyInstance, world: World): void {
  app.addHook("onRequest", (request, reply, done) => {
    const refused = isControl(request) ? undefined : refusal(world, request);
    if (!isControl(request)) {
      void reply.headers(world.rateLimit.headers(world.person.now));
    }
    done(refused);
  });
  for (const route of ROUTES) {
    app.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => send(route.answer(callOf(world, request, route)), reply),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (isControl(request)) {
      return reply.code(404).send({ error: "There is no such control call." });
    }
    return sendError(world, notFound(), reply);
  });
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ApiError) return sendError(world, error, reply);
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof ControlError) return reply.code(400).send({ error: message });
    return reply.code(500).send({ error: message });
  });
}
