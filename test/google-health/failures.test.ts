import { errorOf, waitOf } from "../../common/google-health/failures";
import { NoAnswer } from "../../common/http";
import { TOKEN } from "../support/api";
import {
  api, apiBreaks, app, call, failureOf, noScope, points, refusal, skipWaits,
} from "./support";

const PATH = "/v4/users/me/settings";
const HTML = "<!doctype html><title>Error 404 (Not Found)!!1</title>";
const LATER = "Run the step again later; https://status.healthapp.google.com shows outages.";

/** What reading the settings fails with. */
async function reading(status: number, body: unknown, headers?: Record<string, string>) {
  api({ path: PATH, status, body, headers });
  return await failureOf(app.getSettings(call()));
}

const stored = { record: "The weight", lookAt: "List Weight Logs" };
const writing = () => failureOf(app.create("weight", {}, stored, call()));
const deleting = () => failureOf(app.batchDelete("sleep", ["88"], stored, call()));

describe("an answer that is no success", () => {
  it.each([
    {
      what: "an account that is not linked",
      status: 400,
      body: refusal(
        400, "FAILED_PRECONDITION", "The account is not linked to Google Health.",
        "ACCOUNT_NOT_LINKED",
      ),
      error: {
        name: "AccountNotReadyError",
        cause: "account_not_ready",
        reason: "ACCOUNT_NOT_LINKED",
        message: "This Google account has no Google Health profile yet (400: The account is not linked to Google Health). Sign in to the Google Health app with this account, finish the set-up there, then run the step again.",
      },
    },
    {
      what: "a profile that was never made",
      status: 412,
      body: refusal(412, "FAILED_PRECONDITION", "Precondition check failed."),
      error: { name: "AccountNotReadyError", status: 412 },
    },
    {
      what: "a missing scope",
      status: 403,
      body: noScope,
      error: {
        name: "MissingScopeError",
        cause: "missing_scope",
        scope: "settings.readonly",
        message: "This Google Health connection lacks the scope `settings.readonly` (403: Request had insufficient authentication scopes). Reconnect the account and tick it; if it is not offered, connect with your own Google OAuth client.",
      },
    },
    {
      what: "a missing scope in Google's common words",
      status: 403,
      body: refusal(403, "PERMISSION_DENIED", "No.", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"),
      error: { name: "MissingScopeError", scope: "settings.readonly" },
    },
    {
      what: "an API that is not enabled",
      status: 403,
      body: refusal(
        403, "PERMISSION_DENIED", "Google Health API has not been used in project 7 before",
        "SERVICE_DISABLED",
      ),
      error: {
        name: "ApiDisabledError",
        cause: "api_disabled",
        message: expect.stringMatching(/Enable it in the Google Cloud console/) as string,
      },
    },
    {
      what: "a Fitbit account that was not moved",
      status: 403,
      body: refusal(403, "PERMISSION_DENIED", "The caller does not have permission"),
      error: {
        name: "ForbiddenError",
        cause: "forbidden",
        message: "Google Health does not permit that (403): The caller does not have permission. If the account is an old Fitbit one, move it to a Google account in the Google Health app, then reconnect.",
      },
    },
    {
      what: "a token that expired",
      status: 401,
      body: refusal(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."),
      error: {
        name: "ExpiredTokenError",
        message: "Google no longer accepts this connection (401). Reconnect the Google Health account, then run the step again.",
      },
    },
    {
      what: "a 401 without a body",
      status: 401,
      body: "",
      error: { name: "ExpiredTokenError" },
    },
    {
      what: "a record that is not there",
      status: 404,
      body: refusal(404, "NOT_FOUND", "The requested resource was not found.", "RESOURCE_NOT_FOUND"),
      error: {
        name: "NotFoundError",
        message: expect.stringContaining("ids of the Fitbit Web API mean nothing here") as string,
      },
    },
    {
      what: "a wrong path",
      status: 404,
      body: HTML,
      error: {
        name: "NotJsonError",
        message: `Something other than the Google Health API answered (404, no JSON). ${LATER}`,
      },
    },
    {
      what: "a conflict",
      status: 409,
      body: refusal(409, "ALREADY_EXISTS", "There is one already."),
      error: {
        name: "ConflictError",
        message: "This conflicts with what Google Health has stored (409): There is one already. Look at what is there, then delete it first.",
      },
    },
    {
      what: "a filter",
      status: 400,
      body: {
        error: {
          code: 400,
          message: "Invalid data point filter: INVALID_DATA_POINT_FILTER_DATA_TYPE_MEMBER.",
          status: "INVALID_ARGUMENT",
          details: [
            { reason: "INVALID_DATA_POINT_FILTER" },
            { fieldViolations: [{ field: "filter", description: "Member 'x' is not supported." }] },
          ],
        },
      },
      error: {
        name: "BadRequestError",
        field: "filter",
        reason: "INVALID_DATA_POINT_FILTER",
        message: "Google Health refused `filter` (400): Invalid data point filter: INVALID_DATA_POINT_FILTER_DATA_TYPE_MEMBER. Member 'x' is not supported.",
      },
    },
    {
      what: "a body that is no error",
      status: 400,
      body: { error: "invalid_grant", error_description: "Bad Request" },
      error: { name: "NotJsonError" },
    },
    {
      what: "JSON that breaks off",
      status: 200,
      body: "{\"timeZone\":\"Europe/B",
      error: { name: "NotJsonError", status: 200 },
    },
  ])("says what to do: $what", async ({ status, body, error }) => {
    expect(await reading(status, body)).toMatchObject(error);
  });

  it("never holds a token, be it the one in use or another", async () => {
    const message = `Token ${TOKEN} or ya29.abc-123_x is bad.`;
    const error = await reading(400, refusal(400, "INVALID_ARGUMENT", message));
    expect(error.message).toBe("Google Health refused the request (400): Token … or … is bad.");
  });
});

describe("a quota that is used up", () => {
  const used = refusal(429, "RESOURCE_EXHAUSTED", "Quota exceeded", "RATE_LIMIT_EXCEEDED");

  it("is waited for as long as Retry-After says, when that fits", async () => {
    const waits = skipWaits();
    api({ path: PATH, status: 429, body: used, headers: { "Retry-After": "7" } });
    api({ path: PATH, body: { timeZone: "UTC" } });
    expect(await app.getSettings(call())).toEqual({ timeZone: "UTC" });
    expect(waits).toEqual([7_000]);
  });

  it("is waited for from one second on when nothing says how long", async () => {
    const waits = skipWaits();
    jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-03-20T12:00:00Z"));
    api({ path: PATH, status: 429, body: used, times: 3 });
    const error = await failureOf(app.getSettings(call()));
    expect(waits).toEqual([500, 1_000]);
    expect(error).toMatchObject({
      name: "RateLimitError",
      retryAt: Date.parse("2026-03-20T12:01:00Z"),
      message: "Google Health's limit of requests is reached; go on at 12:01:00 UTC (in 60 seconds). Run the step again then.",
    });
  });

  it.each([
    ["30", 30_000],
    ["0", 0],
    ["Fri, 20 Mar 2026 12:00:20 GMT", 20_000],
    ["Fri, 20 Mar 2026 11:00:00 GMT", 0],
    ["soon", 500],
    ["", 500],
  ])("reads Retry-After %j as %d ms", (text, ms) => {
    const now = Date.parse("2026-03-20T12:00:00Z");
    expect(waitOf({ "retry-after": text }, now, 1, 0.5)).toBe(ms);
  });

  it("fails at once when the wait does not fit", async () => {
    const waits = skipWaits();
    expect(await reading(429, used, { "Retry-After": "60" })).toMatchObject({ status: 429 });
    expect(waits).toEqual([]);
  });
});

describe("a failure on the way", () => {
  it.each([
    ["a 500", 500, refusal(500, "INTERNAL", "Internal error encountered."), "Google Health failed (500: Internal error encountered)."],
    ["a page of HTML", 502, HTML, "Google Health failed (502)."],
    ["a 504 that is no page", 504, "", "Google Health failed (504)."],
  ])("of a read is met three times: %s", async (_, status, body, sentence) => {
    const waits = skipWaits();
    api({ path: PATH, status, body, times: 3 });
    const error = await failureOf(app.getSettings(call()));
    expect(waits).toEqual([375, 750]);
    expect(error).toMatchObject({ name: "ServerError", message: `${sentence} ${LATER}` });
  });

  it("of a read is over when the next one succeeds", async () => {
    skipWaits();
    apiBreaks({ path: PATH }, "ECONNRESET");
    api({ path: PATH, body: { timeZone: "UTC" } });
    expect(await app.getSettings(call())).toEqual({ timeZone: "UTC" });
  });

  it.each([
    ["a reset", "ConnectionError", false, "No connection to the Google Health API, or it broke"],
    ["silence", "TimeoutError", true, "The Google Health API did not answer in time."],
  ])("tells %s from the other", (_, name, isTimeout, sentence) => {
    const code = isTimeout ? "ECONNABORTED" : "ECONNRESET";
    const outcome = new NoAnswer(Object.assign(new Error(code), { code }));
    const error = errorOf(outcome, { scope: "sleep.readonly", token: TOKEN, now: 0 });
    expect(error.name).toBe(name);
    expect(error.message).toContain(sentence);
  });

  it.each([
    ["a 500", () => api({ method: "POST", path: points("weight"), sent: {}, status: 500, body: HTML })],
    ["a reset", () => apiBreaks({ method: "POST", path: points("weight"), sent: {} }, "ECONNRESET")],
    ["a timeout", () => apiBreaks({ method: "POST", path: points("weight"), sent: {} }, "ECONNABORTED")],
    ["half an answer", () => api({ method: "POST", path: points("weight"), sent: {}, body: "{\"done" })],
  ])("of a write is not tried again, and may have been stored: %s", async (_, answer) => {
    skipWaits();
    answer();
    expect((await writing()).message).toContain(
      "The weight may have been stored or changed all the same: look at List Weight Logs before you run the step again.",
    );
  });
});

describe("deleting what another client wrote", () => {
  const path = `${points("sleep")}:batchDelete`;
  const sent = { names: ["users/me/dataTypes/sleep/dataPoints/88"] };
  const RULE = "An app may delete only what it wrote itself";

  it.each([
    ["refused", 403, refusal(403, "PERMISSION_DENIED", "The caller does not have permission")],
    ["called a bad request", 400, refusal(400, "INVALID_ARGUMENT", "Not yours")],
    ["not found", 404, refusal(404, "NOT_FOUND", "None", "RESOURCE_NOT_FOUND")],
  ])("gives the rule when it is %s", async (_, status, body) => {
    api({ method: "POST", path, sent, status, body });
    const { message } = await deleting();
    expect(message).toContain(RULE);
    expect(message).not.toContain("old Fitbit");
  });

  it("is no success when nothing was deleted", async () => {
    api({ method: "POST", path, sent, body: { done: true, response: {} } });
    expect(await deleting()).toMatchObject({
      name: "NotFoundError",
      message: expect.stringContaining(`Google Health did not delete 88. ${RULE}`) as string,
    });
  });

  it("names the scope when that is what is missing", async () => {
    api({ method: "POST", path, sent, status: 403, body: noScope });
    expect(await deleting()).toMatchObject({ scope: "sleep.writeonly" });
  });
});
