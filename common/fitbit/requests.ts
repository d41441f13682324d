import { axios } from "@pipedream/platform";
import type { Call } from "../call";
import type { Auth, Step } from "../pipedream";
import type { UnitSystem } from "../units";
import { exchange } from "../wire/exchange";
import type { HttpAnswer, HttpRequest } from "../wire/http";
import { errorOf, waitOf, type Purpose } from "./failures";

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
interface AnyRequest {
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

/** Gives the JSON of the answer, of which any key may be absent. Throws ApiError. */
export async function get<T>(
  app: Requests, request: FitbitRequest, call: Call,
): Promise<Partial<T>> {
  return await requested(app, "GET", request, call);
}

/** Sends a write; its parameters travel in the query, a body would be refused. */
export async function post<T>(
  app: Requests, request: FitbitRequest, call: Call,
): Promise<Partial<T>> {
  return await requested(app, "POST", request, call);
}

export async function remove(
  app: Requests, request: FitbitRequest, call: Call,
): Promise<void> {
  await requested(app, "DELETE", request, call);
}

/** The answer's JSON; `{}` when its body is empty. */
async function requested(
  app: Requests,
  method: HttpRequest["method"],
  request: FitbitRequest,
  call: Call,
): Promise<object> {
  const token = app.$auth.oauth_access_token;
  const purpose = { ...request, successor: call.successor, token };
  const { json } = await exchange(call.$, {
    method,
    url: HOST + request.path,
    params: request.params,
    headers: headersOf(token, call.unitSystem),
  }, {
    isWrite: method !== "GET",
    isSuccess,
    waitOf: ({ headers }, now) => waitOf(headers, now),
    errorOf: (failure, now) => errorOf(failure, { ...purpose, now }),
    wait: (ms) => app._wait(ms),
  });
  return json ?? {};
}

function headersOf(token: string, unitSystem: UnitSystem = "metric"): Record<string, string> {
  return {
    "Authorization": `Bearer ${token}`,
    "Accept": "application/json",
    // Chooses the units; left out, they would depend on the HTTP library.
    "Accept-Language": unitSystem,
  };
}

/** Any 2xx with JSON or no body: documented success codes differ from those seen. */
function isSuccess({ status, json, text }: HttpAnswer): boolean {
  return status >= 200 && status < 300 && (json !== undefined || text.trim() === "");
}
