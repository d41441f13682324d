import { requested, type Transport } from "../google-health/transport";
import { answerOf, isAnswer, naming } from "./answers";
import type { RequestApi } from "./api";

const STORED = { record: "What was sent", lookAt: "the Google Health app" };

/** Any request, as the Google Health API takes it. */
export const request = {
  async sendRequest(this: Transport, request, call) {
    const { method, path, query: params, body } = request;
    const answer = await requested(this, {
      method,
      path,
      params,
      body,
      isTyped: true,
      ...method !== "GET" && { stored: STORED },
    }, isAnswer, call).catch((error: unknown) => {
      throw naming(error, request, this.$auth.oauth_access_token);
    });
    return answerOf(answer);
  },
} satisfies RequestApi & ThisType<Transport>;
