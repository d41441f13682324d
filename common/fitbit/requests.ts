import { spendRequest } from "../budget";
import type { Call } from "../health-api";
import { send, NoAnswer, type HttpAnswer, type HttpRequest } from "../http";
import type { Auth } from "../pipedream";
import { pauseBeforeRetry, RETRIES, type Outcome } from "../retry";
import type { UnitSystem } from "../units";
import { failureOf, noAnswerFailure, waitOf, type Purpose } from "./failures";

const HOST = "https://api.fitbit.com";
const REQUEST_TIMEOUT_MS = 10_000;

type Params = HttpRequest["params"];

export interface FitbitRequest extends Purpose {
  path: string;
  params?: Params;
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
    const isWrite = method !== "GET";
    const started = performance.now();
    const elapsed = () => performance.now() - started;
    for (let attempt = 1; ; attempt++) {
      spendRequest(call.$);
      const outcome = await send(call.$, {
        method,
        url: HOST + request.path,
        params: request.params,
        headers: headersOf(token, call.unitSystem),
        timeoutMs: Math.min(REQUEST_TIMEOUT_MS, RETRIES.budgetMs - elapsed()),
      }).catch(noAnswer);
      if (isSuccess(outcome)) return outcome.json ?? {};
      const now = Date.now();
      const pause = pauseBeforeRetry(asOutcome(outcome, now), {
        attempt,
        isWrite,
        elapsedMs: elapsed(),
        random: Math.random(),
      });
      if (pause === undefined) {
        const failure = { ...request, successor: call.successor, token, now };
        throw outcome instanceof NoAnswer
          ? noAnswerFailure(outcome, failure)
          : failureOf(outcome, failure);
      }
      await this._wait(pause);
    }
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

function noAnswer(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  throw error;
}

function asOutcome(outcome: HttpAnswer | NoAnswer, now: number): Outcome {
  if (outcome instanceof NoAnswer) return {};
  return { status: outcome.status, waitMs: waitOf(outcome.headers, now) };
}

/** Any 2xx with JSON or no body: documented success codes differ from those seen. */
function isSuccess(outcome: HttpAnswer | NoAnswer): outcome is HttpAnswer {
  return !(outcome instanceof NoAnswer)
    && outcome.status >= 200 && outcome.status < 300
    && (outcome.json !== undefined || outcome.text.trim() === "");
}
