import type { Call } from "../call";

/** What a request may do: the methods of Google Health, and fewer of them of Fitbit. */
export const requestMethods = ["GET", "POST", "PATCH", "DELETE"] as const;
export const fitbitMethods = ["GET", "POST", "DELETE"] as const satisfies RequestMethod[];

export type RequestMethod = typeof requestMethods[number];

/** Any request to the app's own API. */
export interface ApiRequest {
  method: RequestMethod;
  /** From the first slash on, encoded; what it holds leads to no other host. */
  path: string;
  query: Record<string, string | number | boolean>;
  /** Form parameters on Fitbit, JSON on Google Health. */
  body?: Record<string, unknown>;
}

/** Any answer of the API that tells of no error. */
export interface ApiAnswer {
  status: number;
  /** Its JSON, or its text where it is none; absent where there is nothing. */
  body?: object | string;
}

export interface RequestApi {
  /**
   * Sends a request to the app's own API, whatever it is for. A read is repeated where that
   * is safe, anything else is sent once. Throws ApiError, and a ConfigurationError for a
   * method that the API does not have or an answer that is larger than a step may return.
   */
  sendRequest(request: ApiRequest, call: Call): Promise<ApiAnswer>;
}
