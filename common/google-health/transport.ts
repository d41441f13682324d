import type { Call } from "../call";
import type { Auth } from "../pipedream";
import { flawOf } from "../wire/answers";
import { exchange } from "../wire/exchange";
import type { HttpAnswer, HttpRequest } from "../wire/http";
import {
  errorOf, unfinished, waitOf, withoutRecord, type AnyPurpose, type Purpose,
} from "./failures";
import { answerOf, OPERATION, type Operation } from "./operations";

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

/** A request of which no component of ours says what it needs. */
type Asked = AnyPurpose & Omit<GoogleRequest, keyof Purpose>;

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

/**
 * What a write gave, which holds what the request says. Throws ApiError when it failed, is
 * not done as far as is known, or gave something else.
 */
export async function written<T extends object>(
  app: Transport, { root, fields, empty, ...request }: GoogleRequest, call: Call,
): Promise<T> {
  const asked = { ...request, ...OPERATION };
  const { error, response } = await json<Operation<T>>(app, asked, call);
  const failure = { ...asked, token: app.$auth.oauth_access_token, now: Date.now() };
  if (error) throw errorOf(answerOf(error), failure);
  if (response === undefined) throw unfinished(failure);
  const flaw = flawOf({ json: response, text: "" }, { root, fields, empty });
  if (flaw) throw withoutRecord(failure);
  return response;
}

/**
 * The JSON of an answer, which holds what the request says; any other key may be absent.
 * Throws ApiError.
 */
export async function json<T>(
  app: Transport, request: GoogleRequest, call: Call,
): Promise<Partial<T>> {
  const isSuccess = (answer: HttpAnswer) => is2xx(answer) && !flawOf(answer, request);
  return (await requested(app, request, isSuccess, call)).json ?? {};
}

/** The answer that `isSuccess` takes. Roll-ups are reads, though they are POSTs. */
export async function requested(
  app: Transport,
  { method, path, params, body, isPage = false, ...purpose }: Asked,
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

export function is2xx({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}
