import type { Call } from "../call";
import type { Transport } from "../google-health/transport";
import { ApiError } from "../wire/errors";
import { exchange } from "../wire/exchange";
import { lost } from "../wire/failures";
import type { HttpAnswer } from "../wire/http";
import { NoAnswer } from "../wire/no-answer";
import { waitIn } from "../wire/retry";
import { isKeyset, type Keyset } from "./google-health-keys";

/** Public, so that no token goes there. https://developers.google.com/health/webhooks */
const KEYSET = "https://www.gstatic.com/googlehealthapi/webhooks/webhooks_public_keyset.json";

export const notifications = {
  /** The keys that Google signs notifications with. Throws ApiError. */
  async getNotificationKeys(this: Pick<Transport, "_wait">, call: Call): Promise<Keyset> {
    const { json } = await exchange(call.$, {
      method: "GET",
      url: KEYSET,
      headers: { Accept: "application/json" },
    }, {
      isWrite: false,
      isSuccess: ({ status, json }) => status === 200 && isKeyset(json),
      waitOf: ({ headers }, now) => waitIn(headers["retry-after"], now) ?? 0,
      errorOf: withoutKeys,
      wait: (ms) => this._wait(ms),
    });
    if (isKeyset(json)) return json;
    throw new ApiError("unexpected", WITHOUT_KEYS);
  },
};

const WITHOUT_KEYS = `Google's keys for notifications could not be had from ${KEYSET}, so that nobody can tell whether one is Google's. Nothing is lost: Google sends it again, for seven days.`;

function withoutKeys(outcome: HttpAnswer | NoAnswer): ApiError {
  if (!(outcome instanceof NoAnswer)) {
    const { status } = outcome;
    return new ApiError("unexpected", `${WITHOUT_KEYS} (${status})`, { status });
  }
  const { code, details } = lost(outcome, "");
  return new ApiError(code, `${WITHOUT_KEYS} (${details.reason ?? details.loss})`, details);
}
