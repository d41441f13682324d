import type { Call } from "../call";
import type { Auth } from "../pipedream";
import { exchange } from "../wire/exchange";
import type { HttpAnswer, HttpRequest } from "../wire/http";
import { errorOf, unfinished, waitOf, type Purpose } from "./failures";
import { answerOf, type Operation } from "./operations";

const HOST = "https://health.googleapis.com";

export interface GoogleRequest extends Purpose {
  method: HttpRequest["method"];
  /** Encoded; `:` and what follows is a custom method. */
  path: string;
  params?: HttpRequest["params"];
  body?: object;
  /** Whether a 504 is to be met with a smaller page, and not with the same request. */
  isPage?: boolean;
}

/** What a request needs of the app. */
export interface Transport {
  $auth: Auth;
  _wait(ms: number): Promise<void>;
}

export const transport = {
  /** The only place that waits. */
  _wait(ms: number) {
    return new Promise<void>((resolve) => setTimeout(resolve, ms));
  },
};

/** What a write gave. Throws ApiError when it failed, or is not done as far as is known. */
export async function written<T>(
  app: Transport, request: GoogleRequest, call: Call,
): Promise<T> {
  const { error, response } = await json<Operation<T>>(app, request, call);
  const failure = { ...request, token: app.$auth.oauth_access_token, now: Date.now() };
  if (error) throw errorOf(answerOf(error), failure);
  if (response === undefined) throw unfinished(failure);
  return response;
}

/** The JSON of an answer, of which any key may be absent. Throws ApiError. */
export async function json<T>(
  app: Transport, request: GoogleRequest, call: Call,
): Promise<Partial<T>> {
  return (await requested(app, request, isJson, call)).json ?? {};
}

/** The answer that `isSuccess` takes. Roll-ups are reads, though they are POSTs. */
export async function requested(
  app: Transport,
  { method, path, params, body, isPage = false, ...purpose }: GoogleRequest,
  isSuccess: (answer: HttpAnswer) => boolean,
  call: Call,
): Promise<HttpAnswer> {
  const token = app.$auth.oauth_access_token;
  return await exchange(call.$, {
    method,
    url: HOST + path,
    params,
    data: body,
    headers: { Authorization: `Bearer ${token}`, Accept: "application/json" },
  }, {
    isWrite: purpose.stored !== undefined,
    isSuccess,
    isFinal: ({ status }) => isPage && status === 504,
    waitOf: ({ headers }, now, attempt) => waitOf(headers, now, attempt, Math.random()),
    errorOf: (failure, now) => errorOf(failure, { ...purpose, token, now }),
    wait: (ms) => app._wait(ms),
  });
}

function isJson({ status, json, text }: HttpAnswer): boolean {
  return status >= 200 && status < 300 && (json !== undefined || text.trim() === "");
}
