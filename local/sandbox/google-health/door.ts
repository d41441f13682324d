import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pathOf } from "../paths";
import type { Person } from "../person/person";
import { accessOf } from "./access";
import {
  badRequest, denied, envelope, errorInfo, HealthError, htmlNotFound, quotaFailure,
} from "./envelope";
import { listRoutes } from "./list";
import { DATA_TYPES, RESOURCES, SCHEMAS } from "./resources";
import { rollUpRoutes } from "./roll-up";
import type { Call, Raw, Route } from "./route";
import type { HealthState, Life } from "./state";
import type { HealthSwitches } from "./switches";
import { writeRoutes } from "./write";

/** Where the Google Health API stands. */
export const HEALTH_PREFIX = "/v4";

/** What the door stands in front of. */
export interface HealthWorld {
  person: Person;
  /** What the API keeps beside the person. */
  health: HealthState;
  readonly healthSwitches: HealthSwitches;
  /** What the other door says of the watch. */
  readonly switches: { altimeter: boolean };
}

const ROUTES: Route[] = [
  ...listRoutes, ...rollUpRoutes, ...writeRoutes,
  ...RESOURCES.flatMap(({ routes = [] }) => routes),
];

/** What Google's front end takes on every method; nothing here is changed by most of them. */
const COMMON_PARAMETERS = [
  "$.xgafv", "access_token", "alt", "callback", "fields", "key", "oauth_token", "prettyPrint",
  "quotaUser", "upload_protocol", "uploadType",
];

const SERVICE = "google.devicesandservices.health.v4.";
const JSON_TYPE = "application/json; charset=UTF-8";

/** The route of a path, and the variable parts in it. */
function match(
  verb: string, path: string,
): { route: Route; params: Record<string, string> } | undefined {
  const rest = path.slice(HEALTH_PREFIX.length + 1);
  for (const route of ROUTES) {
    const found = route.verb === verb ? route.pattern.exec(rest) : null;
    if (found) return { route, params: { ...found.groups } };
  }
  return undefined;
}

const queryOf = (request: FastifyRequest): URLSearchParams =>
  new URLSearchParams(request.url.slice(pathOf(request).length));

/** What the method takes, without what every method takes: page tokens are bound to it. */
function parametersOf(request: FastifyRequest, { takes = [] }: Route): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of queryOf(request)) {
    const isOwn = takes.includes(name);
    if (!isOwn && !COMMON_PARAMETERS.includes(name)) {
      const message = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query`
        + ` parameter. Field '${name}' could not be found in request message.`;
      throw new HealthError(400, message, [badRequest({ field: "", description: message })]);
    }
    if (isOwn) parameters.set(name, value);
  }
  return parameters;
}

/** The token may come as a parameter instead. */
function authorizationOf(request: FastifyRequest): string | undefined {
  const query = queryOf(request);
  const token = query.get("access_token") ?? query.get("oauth_token");
  return request.headers.authorization ?? (token === null ? undefined : `Bearer ${token}`);
}

const PROJECT = "123456789";
const SIGN_UP = "https://fitbit.google.com/auth/signup";

/** What is answered instead of anything else while the account is in such a state. */
const ACCOUNT_ERRORS: Partial<Record<HealthSwitches["account"], () => HealthError>> = {
  "not linked": () => new HealthError(
    400,
    "The account is not linked to Google Health.",
    [errorInfo("ACCOUNT_NOT_LINKED", { redirect_uri: SIGN_UP })],
    "FAILED_PRECONDITION",
  ),
  "not moved": denied,
  "no profile": () => new HealthError(412, "Precondition check failed."),
  "API disabled": () => new HealthError(
    403,
    `Google Health API has not been used in project ${PROJECT} before or it is disabled.`,
    [errorInfo("SERVICE_DISABLED", { service: "health.googleapis.com" }, "googleapis.com")],
  ),
};

export function overQuota(): HealthError {
  const message = "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute' of"
    + ` service 'health.googleapis.com' for consumer 'project_number:${PROJECT}'.`;
  return new HealthError(429, message, [
    errorInfo("RATE_LIMIT_EXCEEDED", undefined, "googleapis.com"),
    quotaFailure(`project:${PROJECT}`),
  ]);
}

/** The person as this door sees them now. */
export function lifeOf({ person, health, healthSwitches, switches }: HealthWorld): Life {
  return { person, state: health, switches: healthSwitches, altimeter: switches.altimeter };
}

/** What holds of every request: the token, the quota, the account, the person. */
function callOf(
  world: HealthWorld, request: FastifyRequest, route: Route, params: Record<string, string>,
): Call {
  const access = accessOf(authorizationOf(request), SERVICE + route.rpc);
  const { person, health: state, healthSwitches: switches } = world;
  if (!state.quota.count(person.now)) throw overQuota();
  const error = ACCOUNT_ERRORS[switches.account];
  if (error) throw error();
  const { user = "me" } = params;
  if (user !== "me" && user !== state.ids.user) throw denied();
  return {
    life: lifeOf(world),
    access,
    types: DATA_TYPES,
    schemas: SCHEMAS,
    params,
    path: pathOf(request),
    query: parametersOf(request, route),
    body: typeof request.body === "string" ? request.body : "",
  };
}

/** The header that a 401 has. */
export function challengeOf({ code, details }: HealthError): Record<string, string> {
  if (code !== 401) return {};
  const detail = details.length > 0 ? "" : ', error="invalid_token"';
  return { "www-authenticate": `Bearer realm="https://accounts.google.com/"${detail}` };
}

function sendError(world: HealthWorld, error: HealthError, reply: FastifyReply): FastifyReply {
  const { health, healthSwitches, person } = world;
  void reply.headers(challengeOf(error));
  if (error.code === 429 && healthSwitches.retryAfterOn429) {
    void reply.header("retry-after", String(health.quota.reset(person.now)));
  }
  return reply.code(error.code).type(JSON_TYPE).send(JSON.stringify(envelope(error)));
}

const isRaw = (answer: object | Raw): answer is Raw => "text" in answer;

/** The Google Health API in front of the person; `app` has its prefix. */
export function addHealth(app: FastifyInstance, world: HealthWorld): void {
  const notFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply.code(404).type("text/html; charset=UTF-8").send(htmlNotFound(pathOf(request)));
  app.route({
    method: ["GET", "POST", "PATCH", "PUT", "DELETE"],
    url: "/*",
    handler: async (request, reply) => {
      const found = match(request.method, pathOf(request));
      if (!found) return notFound(request, reply);
      const { route, params } = found;
      const answer = await route.answer(callOf(world, request, route, params));
      return isRaw(answer)
        ? reply.type(answer.type).send(answer.text)
        : reply.type(JSON_TYPE).send(JSON.stringify(answer));
    },
  });
  app.setNotFoundHandler(notFound);
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof HealthError) return sendError(world, error, reply);
    const message = error instanceof Error ? error.message : String(error);
    return sendError(world, new HealthError(500, message), reply);
  });
}
