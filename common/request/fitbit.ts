import { ConfigurationError } from "@pipedream/platform";
import { answered, type Requests } from "../fitbit/requests";
import { answerOf, isAnswer, naming } from "./answers";
import type { RequestApi } from "./api";
import { isScalar } from "./input";

const STORED = { record: "What was sent", lookAt: "the Fitbit app" };

/** Any request, as the Fitbit Web API takes it. */
export const request = {
  async sendRequest(this: Requests, request, call) {
    const { method, path, query, body } = request;
    if (method === "PATCH") {
      throw new ConfigurationError("Method: the Fitbit Web API has no PATCH. It changes what is stored with POST.");
    }
    const isWrite = method !== "GET";
    const answer = await answered(this, method, {
      path,
      params: query,
      ...isWrite && { stored: STORED },
      ...body && dataOf(body),
    }, isAnswer, call).catch((error: unknown) => {
      throw naming(error, request, this.$auth.oauth_access_token);
    });
    return answerOf(answer);
  },
} satisfies RequestApi & ThisType<Requests>;

/**
 * A body as form parameters; one that holds more than texts and numbers is a meal's, which
 * alone is sent as JSON.
 * https://dev.fitbit.com/build/reference/web-api/nutrition/create-meal/
 */
function dataOf(body: Record<string, unknown>): { form: string } | { json: object } {
  const entries = Object.entries(body).filter(([, value]) => value !== null);
  if (!entries.every(([, value]) => isScalar(value))) return { json: body };
  const texts = entries.map(([name, value]): [string, string] => [name, String(value)]);
  return { form: new URLSearchParams(texts).toString() };
}
