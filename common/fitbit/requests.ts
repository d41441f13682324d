import { exchange } from "../wire/exchange";
import type { Call } from "../health-api";
import type { HttpAnswer, HttpRequest } from "../wire/http";
import type { Auth } from "../pipedream";
import type { UnitSystem } from "../units";
import { errorOf, waitOf, type Purpose } from "./failures";

const HOST = "https://api.fitbit.com";

export interface FitbitRequest extends Purpose {
  path: string;
  params?: HttpRequest["params"];
}

/** What the resource files need of the app. */
export interface Requests {
  $auth: Auth;
  get<T>(request: FitbitRequest, call: Call): Promise<Partial<T>>;
  post<T>(request: FitbitRequest, call: Call): Promise<Partial<T>>;
  remove(request: FitbitRequest, call: Call): Promise<void>;
  _request(method: HttpRequest["method"], request: FitbitRequest, call: Call): Promise<object>;
  _wait(ms: number): Promise<void>;
}

/** The one place from which requests to the Fitbit Web API leave. */
export const requests = {
  /** Gives the JSON of the answer, of which any key may be absent. Throws ApiError. */
  async get<T>(this: Requests, request: FitbitRequest, call: Call): Promise<Partial<T>> {
    return this._request("GET", request, call);
  },

  /** Sends a write; its parameters travel in the query, a body would be refused. */
  async post<T>(this: Requests, request: FitbitRequest, call: Call): Promise<Partial<T>> {
    return this._request("POST", request, call);
  },

  async remove(this: Requests, request: FitbitRequest, call: Call): Promise<void> {
    await this._request("DELETE", request, call);
  },

  /** The answer's JSON; `{}` when its body is empty. */
  async _request(
    this: Requests,
    method: HttpRequest["method"],
    request: FitbitRequest,
    call: Call,
  ): Promise<object> {
    const token = this.$auth.oauth_access_token;
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
      wait: (ms) => this._wait(ms),
    });
    return json ?? {};
  },

  /** The only place that waits. */
  _wait(ms: number) {
    return new Promise<void>((resolve) => setTimeout(resolve, ms));
  },
};

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
