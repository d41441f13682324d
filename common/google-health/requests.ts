import type { Stored } from "../wire/errors";
import { exchange } from "../wire/exchange";
import type { Call } from "../health-api";
import type { HttpAnswer, HttpRequest } from "../wire/http";
import type { Pages } from "../wire/pages";
import type { Auth } from "../pipedream";
import { account } from "./account";
import type {
  DailyRollUpPoint,
  DataPoint,
  GoogleProfile,
  GoogleSettings,
  Identity,
  IrnProfile,
  PairedDevice,
  RollUpPoint,
} from "./answers";
import type { DataTypeId } from "./data-types";
import { errorOf, unfinished, waitOf, type Purpose } from "./failures";
import { answerOf, type Operation } from "./operations";
import { points, type PointsQuery } from "./points";
import { rollUps, type DayWindows, type Windows } from "./roll-ups";

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

/** What the resource files need of the app: every method of the API that is of use. */
export interface Requests {
  $auth: Auth;
  list(type: DataTypeId, query: PointsQuery, call: Call): Pages<DataPoint>;
  reconcile(type: DataTypeId, query: PointsQuery, call: Call): Pages<DataPoint>;
  get(type: DataTypeId, id: string, call: Call): Promise<DataPoint>;
  create(type: DataTypeId, point: DataPoint, stored: Stored, call: Call): Promise<DataPoint>;
  replace(
    type: DataTypeId, id: string, point: DataPoint, stored: Stored, call: Call,
  ): Promise<DataPoint>;
  batchDelete(type: DataTypeId, ids: string[], stored: Stored, call: Call): Promise<void>;
  exportExerciseTcx(id: string, isPartial: boolean, call: Call): Promise<string>;
  rollUp(type: DataTypeId, windows: Windows, call: Call): Pages<RollUpPoint>;
  dailyRollUp(type: DataTypeId, windows: DayWindows, call: Call): Pages<DailyRollUpPoint>;
  identity(call: Call): Promise<Identity>;
  getProfile(call: Call): Promise<GoogleProfile>;
  patchProfile(changes: GoogleProfile, call: Call): Promise<GoogleProfile>;
  getSettings(call: Call): Promise<GoogleSettings>;
  patchSettings(changes: GoogleSettings, call: Call): Promise<GoogleSettings>;
  getIrnProfile(call: Call): Promise<IrnProfile>;
  pairedDevices(call: Call): Pages<PairedDevice>;
  pairedDevice(id: string, call: Call): Promise<PairedDevice>;
  _written<T>(request: GoogleRequest, call: Call): Promise<T>;
  _json<T>(request: GoogleRequest, call: Call): Promise<Partial<T>>;
  _request(
    request: GoogleRequest, isSuccess: (answer: HttpAnswer) => boolean, call: Call,
  ): Promise<HttpAnswer>;
  _wait(ms: number): Promise<void>;
}

/** The one place from which requests to the Google Health API leave. */
export const requests = {
  ...account,
  ...points,
  ...rollUps,

  /** What a write gave. Throws ApiError when it failed, or is not done as far as is known. */
  async _written<T>(this: Requests, request: GoogleRequest, call: Call): Promise<T> {
    const { error, response } = await this._json<Operation<T>>(request, call);
    const failure = { ...request, token: this.$auth.oauth_access_token, now: Date.now() };
    if (error) throw errorOf(answerOf(error), failure);
    if (response === undefined) throw unfinished(failure);
    return response;
  },

  /** The JSON of an answer, of which any key may be absent. Throws ApiError. */
  async _json<T>(this: Requests, request: GoogleRequest, call: Call): Promise<Partial<T>> {
    const { json } = await this._request(request, isJson, call);
    return json ?? {};
  },

  /** The answer that `isSuccess` takes. Roll-ups are reads, though they are POSTs. */
  async _request(
    this: Requests,
    { method, path, params, body, isPage = false, ...purpose }: GoogleRequest,
    isSuccess: (answer: HttpAnswer) => boolean,
    call: Call,
  ): Promise<HttpAnswer> {
    const token = this.$auth.oauth_access_token;
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
      wait: (ms) => this._wait(ms),
    });
  },

  /** The only place that waits. */
  _wait(ms: number) {
    return new Promise<void>((resolve) => setTimeout(resolve, ms));
  },
};

function isJson({ status, json, text }: HttpAnswer): boolean {
  return status >= 200 && status < 300 && (json !== undefined || text.trim() === "");
}
