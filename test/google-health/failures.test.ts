import { errorOf, waitOf } from "../../common/google-health/failures";
import { NoAnswer } from "../../common/wire/no-answer";
import { TOKEN } from "../support/api";
import {
  api, apiBreaks, app, call, failureOf, noScope, points, read, rpcError, skipWaits,
} from "./support";

const PATH = "/v4/users/me/settings";
const HTML = "<!doctype html><title>Error 404 (Not Found)!!1</title>";
const LATER = "Run the step again later; https://status.healthapp.google.com shows outages.";
const CHECK = "Check what the step is given, then run it again: the same would be refused again.";
const UPDATE = "The path or the version of the API is wrong: update the component to its newest version, then run the step again.";
const MOVE = "If the account is an old Fitbit one, move it to a Google account in the Google Health app, then reconnect.";

/** What reading the settings fails with. */
async function reading(status: number, body: unknown, headers?: Record<string, string>) {
  api({ path: PATH, status, body, headers });
  return await failureOf(app.getSettings(call()));
}

/** What a list that anybody asks for fails with. */
async function listing(status: number, body: unknown) {
  api({ path: points("steps"), query: { pageSize: "10000" }, status, body });
  return await failureOf(read(app.listDataPoints("steps", {}, call())));
}

const stored = { record: "The weight", lookAt: "List Weight Logs" };
const writing = () => failureOf(app.createDataPoint("weight", {}, stored, call()));
const deleting = () => failureOf(app.deleteDataPoints("sleep", ["88"], stored, call()));

describe("an answer that is no success", () => {
  it.each([
    {
      what: "an account that is not linked",
      status: 400,
      body: rpcError(
        400, "FAILED_PRECONDITION", "The account is not linked to Google Health.",
        "ACCOUNT_NOT_LINKED",
      ),
      error: {
        name: "AccountNotReadyError",
        code: "account_not_ready",
        reason: "ACCOUNT_NOT_LINKED",
        message: "This Google account has no Google Health profile yet (400: The account is not linked to Google Health). Most often the consent was given with another Google account: reconnect with the one that the Google Health app uses. If it is that one: sign in to the Google Health app with this account, finish the set-up there, then run the step again.",
      },
    },
    {
      what: "a profile that was never made",
      status: 412,
      body: rpcError(412, "FAILED_PRECONDITION", "Precondition check failed."),
      error: { name: "AccountNotReadyError", status: 412 },
    },
    {
      what: "a missing scope",
      status: 403,
      body: noScope,
      error: {
        name: "MissingScopeError",
        code: "missing_scope",
        scope: "settings.readonly",
        message: "This Google Health connection lacks the scope `settings.readonly` (403: Request had insufficient authentication scopes). Reconnect the account and tick it; if it is not offered, connect with your own OAuth client.",
      },
    },
    {
      what: "a missing scope in Google's common words",
      status: 403,
      body: rpcError(403, "PERMISSION_DENIED", "No.", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"),
      error: { name: "MissingScopeError", scope: "settings.readonly" },
    },
    {
      what: "an API that is not enabled",
      status: 403,
      body: rpcError(
        403, "PERMISSION_DENIED", "Google Health API has not been used in project 7 before",
        "SERVICE_DISABLED",
      ),
      error: {
        name: "ApiDisabledError",
        code: "api_disabled",
        message: expect.stringMatching(/Enable it in the Google Cloud console/) as string,
      },
    },
    {
      what: "a Fitbit account that was not moved",
      status: 403,
      body: rpcError(403, "PERMISSION_DENIED", "The caller does not have permission"),
      error: {
        name: "ForbiddenError",
        code: "forbidden",
        message: `Google Health does not let this app do that (403): The caller does not have permission. ${MOVE}`,
      },
    },
    ...[
      rpcError(403, "PERMISSION_DENIED", "No.", "RESOURCE_PERMISSION_DENIED"),
      rpcError(403, "RESOURCE_PERMISSION_DENIED", "No."),
      rpcError(403, "PERMISSION_DENIED", "RESOURCE_PERMISSION_DENIED: No."),
    ].map((body) => ({
      what: "a consent that has gone stale",
      status: 403,
      body,
      error: {
        name: "ForbiddenError",
        code: "forbidden",
        reason: "RESOURCE_PERMISSION_DENIED",
        message: expect.stringContaining(`Remove this app under the connections of the Google account, https://myaccount.google.com/connections, then reconnect and consent again. If that does not help: i${MOVE.slice(1)}`) as string,
      },
    })),
    {
      what: "a token that expired",
      status: 401,
      body: rpcError(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."),
      error: {
        name: "ExpiredTokenError",
        message: "Google Health no longer accepts this connection (401). Reconnect the Google Health account, then run the step again.",
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
      body: rpcError(404, "NOT_FOUND", "The requested resource was not found.", "RESOURCE_NOT_FOUND"),
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
        message: `Something other than the Google Health API answered (404, no JSON). ${UPDATE}`,
      },
    },
    {
      what: "a conflict",
      status: 409,
      body: rpcError(409, "ALREADY_EXISTS", "There is one already."),
      error: {
        name: "ConflictError",
        message: "This conflicts with what Google Health has stored (409): There is one already. Look at what is there, then change or delete it first.",
      },
    },
    {
      what: "a precondition that comes as a 400",
      status: 400,
      body: rpcError(400, "FAILED_PRECONDITION", "Precondition check failed."),
      error: { name: "AccountNotReadyError", status: 400 },
    },
    {
      what: "a refusal without words",
      status: 400,
      body: rpcError(400, "INVALID_ARGUMENT", ""),
      error: {
        apiMessage: undefined,
        message: `Google Health refused the request (400). ${CHECK}`,
      },
    },
    {
      what: "a field that is refused without a title",
      status: 400,
      body: {
        error: { code: 400, details: [{ fieldViolations: [{ field: "a", description: "Bad." }] }] },
      },
      error: { message: `Google Health refused \`a\` (400): Bad. ${CHECK}` },
    },
    {
      what: "a 412 whose body is no envelope",
      status: 412,
      body: HTML,
      error: {
        name: "AccountNotReadyError",
        message: expect.stringMatching(/no Google Health profile yet \(412\)\. S/) as string,
      },
    },
    {
      what: "a 403 whose body is no envelope",
      status: 403,
      body: HTML,
      error: {
        name: "ForbiddenError",
        message: `Google Health does not let this app do that (403). ${MOVE}`,
      },
    },
    {
      what: "a version that is gone",
      status: 410,
      body: HTML,
      error: { name: "NotJsonError", message: expect.stringContaining(UPDATE) as string },
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
    const error = await reading(400, rpcError(400, "INVALID_ARGUMENT", message));
    expect(error.message).toBe(`Google Health refused the request (400): Token … or … is bad. ${CHECK}`);
  });

  it("never holds a token, wherever the API repeats it", async () => {
    const info = {
      reason: "UNSUPPORTED_DATA_TYPE_ACTION", metadata: { allowed_actions: TOKEN },
    };
    const violation = { field: TOKEN, description: `${TOKEN} is bad` };
    const details = [info, { fieldViolations: [violation] }];
    const error = await reading(400, { error: { code: 400, message: TOKEN, details } });
    expect(JSON.stringify([error, error.message])).not.toContain(TOKEN);
    expect(error.message).toContain("is bad");
  });
});

describe("a success that is none", () => {
  it.each([
    ["an error", rpcError(500, "INTERNAL", "Oops."), "answered with an error, though the status is 200: Oops."],
    ["nothing", "", "answered with nothing (200)."],
    ["a list", [], "answered with something else than was asked for (200)."],
    ["another root", { dataPoints: [] }, "answered with something else than was asked for (200)."],
  ])("says what came: %s", async (_, body, sentence) => {
    expect(await reading(200, body)).toMatchObject({
      name: "UnexpectedAnswerError", code: "unexpected", status: 200, message: `Google Health ${sentence} ${LATER}`,
    });
  });

  it.each([
    ["an error", rpcError(500, "INTERNAL", "Oops.")],
    ["another root", { user: {} }],
    ["a list", []],
    ["a list for its points", { dataPoints: {} }],
  ])("is no empty list, nor an empty sum: %s", async (_, body) => {
    api({ path: points("steps"), query: { pageSize: "10000" }, body });
    expect(await failureOf(read(app.listDataPoints("steps", {}, call()))))
      .toMatchObject({ code: "unexpected" });
    const path = `${points("steps")}:dailyRollUp`;
    const sums = Array.isArray(body) || "error" in body || "user" in body ? body : { rollupDataPoints: {} };
    api({ method: "POST", path, sent: /./, body: sums });
    const day = { from: "2026-03-20", to: "2026-03-20" };
    expect(await failureOf(read(app.getDailyRollUp("steps", day, call()))))
      .toMatchObject({ code: "unexpected" });
  });

  it("is no track that is none", async () => {
    const path = `${points("exercise")}/5:exportExerciseTcx`;
    for (const body of [rpcError(500, "INTERNAL", "Oops."), HTML, { tcxData: "" }]) {
      api({ path, query: { alt: "media", partialData: "false" }, body });
      expect(await failureOf(app.exportExerciseTcx("5", false, call()))).toHaveProperty("status", 200);
    }
  });

  it.each([["nothing of it", {}], ["something else", { user: {} }], ["a word", "done"]])(
    "is no record: a write that is done, but gave %s",
    async (_, response) => {
      api({ method: "POST", path: points("weight"), sent: {}, body: { done: true, response } });
      const error = await writing();
      expect(error).toMatchObject({ code: "unexpected" });
      expect(error.message).toContain("The weight may have been stored or changed all the same: look at List Weight Logs");
    },
  );
});

describe("a reason that the API gives for a query", () => {
  it("says which of its fields is meant", async () => {
    const body = {
      error: {
        code: 400,
        message: "Invalid data point filter: INVALID_DATA_POINT_FILTER_DATA_TYPE_MEMBER.",
        status: "INVALID_ARGUMENT",
        details: [
          { reason: "INVALID_DATA_POINT_FILTER" },
          { fieldViolations: [{ field: "filter", description: "Member 'x' is not supported." }] },
        ],
      },
    };
    expect(await listing(400, body)).toMatchObject({
      name: "BadRequestError",
      field: "filter",
      reason: "INVALID_DATA_POINT_FILTER",
      message: "Google Health refused `filter` (400): Invalid data point filter: INVALID_DATA_POINT_FILTER_DATA_TYPE_MEMBER. Member 'x' is not supported. Filter by a time that this data type can be filtered by, with `>=` and `<` alone.",
    });
  });

  it.each([
    ["INVALID_ROLLUP_QUERY_DURATION", { maxDurationDays: "14" }, "Ask for at most 14 days at once."],
    ["INVALID_ROLLUP_QUERY_DURATION", {}, "Ask for a shorter range at once."],
    ["INVALID_PARENT_DATA_TYPE_COLLECTION", {}, "Write the data type as the API does, with hyphens, such as daily-resting-heart-rate."],
    ["UNSUPPORTED_DATA_TYPE_ACTION", { allowed_actions: "list, reconcile" }, "Ask for this data type in a way that it has: list, reconcile."],
    ["UNSUPPORTED_DATA_TYPE_ACTION", {}, "Ask for this data type in another way."],
    ["INVALID_DATA_POINT_DATA_SOURCE_FAMILY", {}, "Leave the family of data sources out, or take all-sources, google-wearables, google-sources or self-sources."],
    ["INVALID_TIME_RANGE", {}, "Give a beginning that lies before the end."],
    ["SOMETHING_NEW", {}, CHECK],
  ])("has its own remedy: %s %j", async (reason, metadata, remedy) => {
    const error = { code: 400, message: "No.", details: [{ reason, metadata }] };
    expect(await listing(400, { error })).toMatchObject({
      name: "BadRequestError",
      reason,
      message: `Google Health refused the request (400): No. ${remedy}`,
    });
  });
});

describe("a 403 for want of a scope that gives no reason", () => {
  const header = { "WWW-Authenticate": "Bearer realm=\"x\", error=\"insufficient_scope\"" };
  const words = "Request had insufficient authentication scopes.";

  it.each([
    ["its header", rpcError(403, "PERMISSION_DENIED", "No."), header],
    ["its header alone", HTML, header],
    ["its words", rpcError(403, "PERMISSION_DENIED", words), undefined],
  ])("is known by %s", async (_, body, headers) => {
    expect(await reading(403, body, headers)).toMatchObject({
      name: "MissingScopeError", scope: "settings.readonly",
    });
  });
});

describe("a quota that is used up", () => {
  const used = rpcError(429, "RESOURCE_EXHAUSTED", "Quota exceeded", "RATE_LIMIT_EXCEEDED");

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
      message: "Google Health's limit of requests is used up; it resets at 12:01 UTC (in 60 seconds). Run the step again then.",
    });
  });

  it.each([
    ["30", 30_000],
    ["0", 0],
    ["1.5", 1_500],
    ["-5", 500],
    ["5 s", 500],
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

describe("a connection that is never made", () => {
  it.each([
    ["ENOTFOUND", 3, "The address of the Google Health API was not found (ENOTFOUND). Check the network and its name server"],
    ["ECONNREFUSED", 3, "The connection to the Google Health API was refused (ECONNREFUSED). Check the network"],
    ["CERT_HAS_EXPIRED", 1, "The certificate of the Google Health API was not accepted (CERT_HAS_EXPIRED). Check the clock"],
    ["ERR_PROXY_TUNNEL", 1, "A proxy let nothing through to the Google Health API (ERR_PROXY_TUNNEL). Have the proxy allow"],
  ])("has its own words: %s, asked for %d times", async (code, times, sentence) => {
    skipWaits();
    for (let i = 0; i < times; i++) apiBreaks({ path: PATH }, code);
    const error = await failureOf(app.getSettings(call()));
    expect(error).toMatchObject({ name: "ConnectionError", reason: code, cause: { code } });
    expect(error.message).toContain(sentence);
    expect(error.message).not.toContain("turned");
  });
});

describe("a failure on the way", () => {
  it.each([
    ["a 500", 500, rpcError(500, "INTERNAL", "Internal error encountered."), "Google Health failed (500: Internal error encountered)."],
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
    const outcome = NoAnswer.of(Object.assign(new Error(code), { code }));
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

describe("a write that was refused", () => {
  it.each([
    ["a wrong path", 404, UPDATE],
    ["a 400 without JSON", 400, LATER],
    ["a redirect", 302, LATER],
  ])("stored nothing, whoever refused it: %s", async (_, status, remedy) => {
    api({ method: "POST", path: points("weight"), sent: {}, status, body: HTML });
    const error = await writing();
    expect(error).toMatchObject({ name: "NotJsonError", status });
    expect(error.message).not.toContain("may have been stored");
    expect(error.message).toContain(remedy);
  });
});

describe("deleting what another client wrote", () => {
  const path = `${points("sleep")}:batchDelete`;
  const sent = { names: ["users/me/dataTypes/sleep/dataPoints/88"] };
  const RULE = "An app may delete only what it wrote itself";

  it.each([
    ["refused", 403, rpcError(403, "PERMISSION_DENIED", "The caller does not have permission")],
    ["called a bad request", 400, rpcError(400, "INVALID_ARGUMENT", "Not yours")],
    ["not found", 404, rpcError(404, "NOT_FOUND", "None", "RESOURCE_NOT_FOUND")],
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
