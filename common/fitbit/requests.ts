import { axios } from "@pipedream/platform";
import type { Call } from "../call";
import type { Auth, Step } from "../pipedream";
import type { UnitSystem } from "../units";
import { flawOf } from "../wire/answers";
import { exchange } from "../wire/exchange";
import type { HttpAnswer, HttpRequest } from "../wire/http";
import { quoteLongIntegers } from "../wire/ids";
import type { Reader } from "../wire/records";
import { errorOf, waitOf, withoutRecord, type AnyPurpose, type Purpose } from "./failures";

const HOST = "https://api.fitbit.com";

export interface FitbitRequest extends Purpose {
  path: string;
  params?: HttpRequest["params"];
}

/** What the resources need of the app. */
export interface Requests {
  $auth: Auth;
  _wait(ms: number): Promise<void>;
}

/** Any request, as the app's methods of old take it; the rest is for the platform's axios. */
export interface AnyRequest {
  $?: Step;
  path: string;
  headers?: Record<string, string>;
  [config: string]: unknown;
}

export interface MakesRequests {
  _makeRequest(request: AnyRequest): Promise<unknown>;
}

/** Methods of the app that deployed components use by name: none is ever renamed. */
export const requests = {
  _getHeaders(this: Requests, headers: Record<string, string> = {}) {
    return { ...headersOf(this.$auth.oauth_access_token), ...headers };
  },

  _getUrl(path: string): string {
    return HOST + path;
  },

  /** Sends any request as it is, and gives the answer's body. Throws what axios throws. */
  async _makeRequest(
    this: Requests,
    { $, path, headers = {}, ...config }: AnyRequest,
  ): Promise<unknown> {
    const own = headersOf(this.$auth.oauth_access_token);
    const request = { ...config, url: HOST + path, headers: { ...own, ...headers } };
    const answer: unknown = await axios($ ?? { export: () => undefined }, request);
    return answer;
  },

  authKeys(this: Requests): string[] {
    return Object.keys(this.$auth);
  },

  /** The only place that waits. */
  _wait(ms: number) {
    return new Promise<void>((resolve) => setTimeout(resolve, ms));
  },
};

/**
 * Gives the JSON of the answer: it holds what the request says, and any other key may be
 * absent. Throws ApiError.
 */
export async function get<T>(
  app: Requests, request: FitbitRequest, call: Call,
): Promise<Partial<T>> {
  return await requested(app, "GET", request, call);
}

/** Gives the text of an answer that is no JSON: it begins like what was asked for. */
export async function getText(
  app: Requests, request: FitbitRequest & { holds: string }, call: Call,
): Promise<string> {
  const isSuccess = ({ status, text }: HttpAnswer) =>
    status >= 200 && status < 300 && text.includes(request.holds);
  return (await answered(app, "GET", request, isSuccess, call)).text;
}

/** Sends a write; its parameters travel in the query, a body would be refused. */
export async function post<T>(
  app: Requests, request: FitbitRequest, call: Call,
): Promise<Partial<T>> {
  return await requested(app, "POST", request, call);
}

/**
 * Sends a write and gives the record that it stored, by the root of its answer; undefined
 * where the answer has no body. Throws ApiError where the record cannot be read.
 * @param mayBeListed whether the record may come as a list of the one that it is
 */
export async function postRecord<T extends object>(
  app: Requests,
  {
    root, mayBeListed, ...request
  }: FitbitRequest & { root: string | readonly string[]; mayBeListed?: true },
  read: Reader<T>,
  call: Call,
): Promise<T | undefined> {
  const roots = [root].flat();
  const holds = mayBeListed ? { fields: roots } : { root: roots };
  const body = await post<Record<string, unknown>>(app, { ...request, ...holds }, call);
  const name = roots.find((one) => one in body);
  if (name === undefined) return undefined;
  const record = mayBeListed ? [body[name]].flat()[0] : body[name];
  return read(record) ?? unreadable(app, request, call);
}

function unreadable(app: Requests, request: FitbitRequest, { successor }: Call): never {
  const token = app.$auth.oauth_access_token;
  throw withoutRecord({ ...request, successor, token, now: Date.now() });
}

export async function remove(
  app: Requests, request: FitbitRequest, call: Call,
): Promise<void> {
  await requested(app, "DELETE", { ...request, empty: true }, call);
}

/** The answer's JSON; `{}` when its body is empty. */
async function requested(
  app: Requests,
  method: HttpRequest["method"],
  request: FitbitRequest,
  call: Call,
): Promise<object> {
  const isSuccess = (answer: HttpAnswer) => isSound(answer, request);
  return (await answered(app, method, request, isSuccess, call)).json ?? {};
}

/** What a request is about, where no endpoint of ours says it. */
interface Asked extends AnyPurpose, Pick<FitbitRequest, "path" | "params"> {
  /** Form parameters, encoded. */
  form?: string;
  /** A body in JSON, which meals alone take. */
  json?: object;
}

/** The answer that `isSuccess` takes. Anything but a GET is sent once. */
export async function answered(
  app: Requests,
  method: HttpRequest["method"],
  { form, json, ...request }: Asked,
  isSuccess: (answer: HttpAnswer) => boolean,
  call: Call,
): Promise<HttpAnswer> {
  const token = app.$auth.oauth_access_token;
  const purpose = { ...request, successor: call.successor, token };
  return await exchange(call.$, {
    method,
    url: HOST + request.path,
    params: request.params,
    data: form ?? json,
    headers: {
      ...headersOf(token, call.unitSystem),
      ...form !== undefined && { "Content-Type": "application/x-www-form-urlencoded" },
    },
    mended: quoteLongIntegers,
  }, {
    isWrite: method !== "GET",
    isSuccess,
    waitOf: ({ headers }, now) => waitOf(headers, now),
    errorOf: (failure, now) => errorOf(failure, { ...purpose, now }),
    wait: (ms) => app._wait(ms),
  });
}

function headersOf(token: string, unitSystem: UnitSystem = "metric"): Record<string, string> {
  return {
    "Authorization": `Bearer ${token}`,
    "Accept": "application/json",
    // Chooses the units; left out, they would depend on the HTTP library.
    "Accept-Language": unitSystem,
  };
}

/**
 * Any 2xx whose body is what was asked for: documented success codes differ from those seen.
 * That something was created may be all that is said of it.
 * https://dev.fitbit.com/build/reference/web-api/troubleshooting-guide/error-messages/
 */
function isSound(answer: HttpAnswer, request: FitbitRequest): boolean {
  const { status } = answer;
  const empty = request.stored && status === 201 ? true : request.empty;
  return status >= 200 && status < 300 && !flawOf(answer, { ...request, empty });
}
