import { ApiError, failedWith, withoutTokens } from "../../common/wire/errors";
import { api, apiBreaks, errors, TOKEN } from "../support/api";
import {
  failure, measuring, PATH, reading, readingAlways, readingFor, writing,
} from "../support/probe";
import { run, skipWaits } from "../support/step";

const OFF = "Google turned the Fitbit Web API off on 2026-11-02";
const INSTEAD = "connect Google Health and use google_health-get-sleep-log instead. docs/moving-from-fitbit.md tells how";
const MOVE = "If the account is an old Fitbit one, move it to a Google account in the Google Health app, then reconnect.";
const fromGoogle = (code: number, status: string, message: string) =>
  ({ error: { code, message, status } });
const HTML = "<!doctype html><title>Sorry</title>";

beforeEach(() => {
  skipWaits();
});

describe("an answer that is no success", () => {
  it.each([
    {
      what: "400 with a field",
      status: 400,
      body: errors("validation", "Weight is required", "weight"),
      error: {
        name: "BadRequestError",
        code: "bad_request",
        field: "weight",
        apiMessage: "Weight is required",
        message: "Fitbit refused `weight` (400): Weight is required.",
      },
    },
    {
      what: "400 without a field",
      status: 400,
      body: errors("request", "Invalid period: max", "n/a"),
      error: {
        name: "BadRequestError",
        field: undefined,
        message: "Fitbit refused the request (400): Invalid period: max.",
      },
    },
    {
      what: "422",
      status: 422,
      body: errors("validation", "The number of data points queried exceeds limit"),
      error: { name: "BadRequestError", code: "bad_request" },
    },
    {
      what: "401",
      status: 401,
      body: errors("expired_token", "Access token expired"),
      error: {
        name: "ExpiredTokenError",
        code: "expired_token",
        message: `Fitbit no longer accepts this connection (401). Reconnect the Fitbit account, then run the step again. If that does not help: ${OFF}; ${INSTEAD}.`,
      },
    },
    {
      what: "403 for want of a scope",
      status: 403,
      body: errors("insufficient_scope", "This application may not access sleep data"),
      error: {
        name: "MissingScopeError",
        code: "missing_scope",
        scope: "sleep",
        message: expect.stringMatching(
          /lacks the scope `sleep` \(403: This app.*\)\. Reconnect the account and tick it/,
        ) as string,
      },
    },
    {
      what: "403 of Google's front end",
      status: 403,
      body: fromGoogle(403, "PERMISSION_DENIED", "The caller does not have permission"),
      error: {
        name: "ForbiddenError",
        code: "forbidden",
        apiMessage: "The caller does not have permission",
        message: `Fitbit does not let this app do that (403): The caller does not have permission. ${MOVE} If that does not help: ${OFF}; ${INSTEAD}.`,
      },
    },
    {
      what: "400 of Google's front end",
      status: 400,
      body: fromGoogle(400, "INVALID_ARGUMENT", "Request contains an invalid argument."),
      error: {
        name: "BadRequestError",
        message: `Fitbit refused the request (400): Request contains an invalid argument. If this goes on: ${OFF}; ${INSTEAD}.`,
      },
    },
    {
      what: "412 of Google's front end",
      status: 412,
      body: fromGoogle(412, "FAILED_PRECONDITION", "Precondition check failed."),
      error: {
        name: "BadRequestError",
        message: `Fitbit refused the request (412): Precondition check failed. If this goes on: ${OFF}; ${INSTEAD}.`,
      },
    },
    {
      what: "409 of Google's front end",
      status: 409,
      body: fromGoogle(409, "ALREADY_EXISTS", "There is one already."),
      error: { name: "ConflictError", message: expect.not.stringContaining(OFF) as string },
    },
    {
      what: "400 without words",
      status: 400,
      body: errors("validation", ""),
      error: { apiMessage: undefined, message: "Fitbit refused the request (400)." },
    },
    {
      what: "403 for want of an approval",
      status: 403,
      body: errors("insufficient_permissions", "API client is not authorized"),
      error: {
        name: "ForbiddenError",
        code: "forbidden",
        message: expect.stringContaining("type Personal, or Fitbit's approval") as string,
      },
    },
    {
      what: "403 for an app that only reads, on a read",
      status: 403,
      body: errors("insufficient_permissions", "Read-only API client is not authorized to update resources."),
      error: { message: expect.stringContaining("type Personal, or Fitbit's approval") as string },
    },
    {
      what: "404",
      status: 404,
      body: { errors: [{ errorType: "not_found", message: "It could not be found" }] },
      error: {
        name: "NotFoundError",
        code: "not_found",
        message: expect.stringContaining("Check the id") as string,
      },
    },
    {
      what: "409",
      status: 409,
      body: errors("conflict", "There is one already"),
      error: {
        name: "ConflictError",
        code: "conflict",
        message: "This conflicts with what Fitbit has stored (409): There is one already. Look at what is there, then change or delete it first.",
      },
    },
    {
      what: "410",
      status: 410,
      body: "",
      error: {
        name: "ApiOffError",
        code: "api_off",
        message: `The Fitbit Web API is off (410). ${OFF}; ${INSTEAD}.`,
      },
    },
    {
      what: "JSON in no envelope of Fitbit's",
      status: 400,
      body: { message: "gone" },
      error: { name: "ApiOffError", code: "api_off" },
    },
    {
      what: "a list for an envelope",
      status: 404,
      body: [],
      error: { name: "ApiOffError", code: "api_off" },
    },
    {
      what: "an envelope with nothing in it",
      status: 404,
      body: { errors: [] },
      error: { name: "ApiOffError", code: "api_off" },
    },
    {
      what: "a broken envelope of Google's front end",
      status: 403,
      body: { error: "access_denied" },
      error: { name: "ApiOffError", code: "api_off" },
    },
    {
      what: "a 4xx without a body",
      status: 404,
      body: "",
      error: { name: "NotJsonError", code: "not_json" },
    },
    {
      what: "HTML with a 200",
      status: 200,
      body: HTML,
      error: {
        name: "NotJsonError",
        message: `Something other than the Fitbit Web API answered (200, no JSON). ${OFF}; ${INSTEAD}.`,
      },
    },
    {
      what: "JSON that is cut short",
      status: 200,
      body: "{\"sleep\":[{\"logId\":12",
      error: { name: "NotJsonError", status: 200 },
    },
    {
      what: "JSON that is no object",
      status: 200,
      body: "\"ok\"",
      error: { name: "NotJsonError", status: 200 },
    },
    {
      what: "a redirect, which is not followed",
      status: 302,
      body: "",
      headers: { location: "https://evil.example/" },
      error: { name: "NotJsonError", status: 302 },
    },
  ])("$what is a $error.name", async ({ status, body, headers, error }) => {
    api({ path: PATH, status, body, headers });
    const thrown = await failure(reading);
    expect(thrown).toBeInstanceOf(ApiError);
    expect(thrown).toMatchObject({ status, ...error });
  });

  it.each([
    ["a 500 without a body", 500, "", "Fitbit failed (500)."],
    ["HTML with a 502", 502, HTML, "Fitbit failed (502)."],
    ["a 503 with words", 503, errors("system", "Try later"), "Fitbit failed (503: Try later)."],
  ])("%s is a ServerError once a read was tried three times", async (_, status, body, text) => {
    api({ path: PATH, status, body, times: 3 });
    expect(await failure(reading)).toMatchObject({
      name: "ServerError",
      code: "server_error",
      status,
      message: `${text} Run the step again later. If this goes on: ${OFF}; ${INSTEAD}.`,
    });
  });
});

describe("a call that no answer came to", () => {
  const MAY_BE_OFF = `The API may be off: ${OFF}; ${INSTEAD}.`;

  it.each(["ECONNRESET", "EPIPE", undefined])("%s", async (code) => {
    apiBreaks({ path: PATH, times: 3 }, code);
    const error = await failure(reading);
    expect(error).toMatchObject({ name: "ConnectionError", code: "connection_lost" });
    expect(error).not.toHaveProperty("status");
    expect(error.message).toBe(
      `No connection to the Fitbit Web API, or it broke before an answer came. ${MAY_BE_OFF}`,
    );
  });

  it.each([
    ["ENOTFOUND", 3, "The address of the Fitbit Web API was not found (ENOTFOUND). Check the network and its name server, then run the step again."],
    ["EAI_AGAIN", 3, "The address of the Fitbit Web API was not found (EAI_AGAIN). Check the network"],
    ["ECONNREFUSED", 3, "The connection to the Fitbit Web API was refused (ECONNREFUSED). Check the network, or run the step again later."],
    ["CERT_HAS_EXPIRED", 1, "The certificate of the Fitbit Web API was not accepted (CERT_HAS_EXPIRED). Check the clock of the machine"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", 1, "The certificate of the Fitbit Web API was not accepted (DEPTH_ZERO_SELF_SIGNED_CERT)."],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", 1, "The certificate of the Fitbit Web API was not accepted"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", 1, "The certificate of the Fitbit Web API was not accepted"],
    ["ERR_PROXY_TUNNEL", 1, "A proxy let nothing through to the Fitbit Web API (ERR_PROXY_TUNNEL). Have the proxy allow the connection"],
  ])("has its own words and keeps its code: %s, asked %d times", async (code, times, sentence) => {
    apiBreaks({ path: PATH, times }, code);
    const error = await failure(reading);
    expect(error).toMatchObject({
      name: "ConnectionError", code: "connection_lost", reason: code, cause: { code },
    });
    expect(error.message).toContain(sentence);
    expect(error.message).toContain(MAY_BE_OFF);
    expect(Object.keys(error.cause ?? {})).toEqual(["code"]);
  });

  it("is told by its message where it has no code", async () => {
    apiBreaks({ path: PATH }, undefined, "tunneling socket could not be established");
    expect((await failure(reading)).message).toContain("A proxy let nothing through");
  });

  it.each(["ETIMEDOUT", "ECONNABORTED"])("%s is a timeout", async (code) => {
    apiBreaks({ path: PATH, times: 3 }, code);
    expect(await failure(reading)).toMatchObject({
      name: "TimeoutError",
      code: "timeout",
      message: `The Fitbit Web API did not answer in time. Run the step again later. ${MAY_BE_OFF}`,
    });
  });

  it.each(["ENOTFOUND", "ECONNREFUSED", "CERT_HAS_EXPIRED", "ERR_PROXY_TUNNEL"])(
    "stored nothing, since it never left: a write that met %s",
    async (code) => {
      apiBreaks({ method: "POST", path: PATH }, code);
      expect((await failure(writing)).message).not.toContain("may have been stored");
    },
  );
});

describe("an answer of more than 50 MB", () => {
  const huge = () => `{"sleep":["${"x".repeat(50_000_001)}"]}`;

  it("is refused at once, and its size is said", async () => {
    api({ path: PATH, body: huge() });
    expect(await failure(reading)).toMatchObject({
      name: "TooLargeError",
      code: "too_large",
      message: "The Fitbit Web API answered with more than 50 MB. Ask for a shorter range, or for fewer records.",
    });
  });

  it("may come after a write was stored", async () => {
    api({ method: "POST", path: PATH, body: huge() });
    expect((await failure(writing)).message).toContain("The sleep may have been stored");
  });

  it("is read below that, be it one text", async () => {
    const note = "x".repeat(12_000_000);
    api({ path: PATH, body: { sleep: [{ note }] } });
    expect((await run(measuring)).result).toBe(note.length);
  });
});

describe("a success that is none", () => {
  const answers = [
    ["an error of Fitbit's", 200, errors("system", "oops"), "Fitbit answered with an error, though the status is 200: oops."],
    ["an error that says nothing", 200, { success: false }, "Fitbit answered with an error, though the status is 200."],
    ["an error beside data", 200, { ...errors("system", "oops"), sleep: [] }, "Fitbit answered with an error, though the status is 200: oops."],
    ["an error of Google's front end", 201, fromGoogle(500, "INTERNAL", "Oops."), "Fitbit answered with an error, though the status is 201: Oops."],
    ["another root", 200, { activities: [] }, "Fitbit answered with something else than was asked for (200)."],
    ["its root as something else", 200, { sleep: "none" }, "Fitbit answered with something else than was asked for (200)."],
    ["a list", 200, [], "Fitbit answered with something else than was asked for (200)."],
    ["a list of records", 201, [{ logId: 1 }], "Fitbit answered with something else than was asked for (201)."],
  ] as const;

  it.each(answers)("fails a read, which is not repeated: %s", async (_, status, body, sentence) => {
    api({ path: PATH, status, body });
    expect(await failure(reading)).toMatchObject({
      name: "UnexpectedAnswerError",
      code: "unexpected",
      status,
      message: `${sentence} Run the step again later. If this goes on: ${OFF}; ${INSTEAD}.`,
    });
  });

  it.each(answers)("may have stored what a write sent: %s", async (_, status, body, sentence) => {
    api({ method: "POST", path: PATH, status, body });
    const { message } = await failure(writing);
    expect(message).toContain(`${sentence} The sleep may have been stored or changed all the same: look at Get Sleep Log`);
  });

  it.each([["nothing", 200, ""], ["no content", 204, ""], ["an empty object", 200, {}]])(
    "may hold nothing where the endpoint does: %s",
    async (_, status, body) => {
      api({ path: PATH, status, body });
      expect((await run(reading)).result).toEqual({});
    },
  );

  it.each([["nothing", 200, ""], ["no content", 204, ""], ["an empty object", 200, {}]])(
    "is none with %s where the endpoint never does",
    async (_, status, body) => {
      api({ path: PATH, status, body });
      expect((await failure(readingAlways)).message)
        .toContain(`Fitbit answered with nothing (${status}). Run the step again later.`);
      api({ method: "POST", path: PATH, status, body });
      expect((await failure(writing)).message)
        .toContain(`Fitbit answered with nothing (${status}). The sleep may have been stored`);
    },
  );

  it("says that something was created by its status alone", async () => {
    api({ method: "POST", path: PATH, status: 201, body: "" });
    expect((await run(writing)).result).toEqual({});
  });
});

describe("a write that failed without saying whether it was stored", () => {
  it.each([
    ["a 500", 500, ""],
    ["HTML with a 502", 502, HTML],
    ["HTML with a 200", 200, HTML],
  ])("is sent once and says where to look: %s", async (_, status, body) => {
    api({ method: "POST", path: PATH, status, body });
    const { message } = await failure(writing);
    expect(message).toContain(
      "The sleep may have been stored or changed all the same: look at Get Sleep Log before you run the step again.",
    );
    expect(message).not.toContain("Run the step again later.");
  });

  it.each(["ECONNRESET", "ETIMEDOUT"])("is sent once and says where to look: %s", async (code) => {
    apiBreaks({ method: "POST", path: PATH }, code);
    expect((await failure(writing)).message).toContain("look at Get Sleep Log");
  });

  it("but a refusal was not stored, and says nothing of the kind", async () => {
    api({ method: "POST", path: PATH, status: 400, body: errors("validation", "Bad", "date") });
    expect((await failure(writing)).message).toBe("Fitbit refused `date` (400): Bad.");
  });

  it("names what to set for an app that may only read", async () => {
    const body = errors("insufficient_permissions", "Read-only API client is not authorized to update resources.");
    api({ method: "POST", path: PATH, status: 403, body });
    const error = await failure(writing);
    expect(error).toMatchObject({ name: "ForbiddenError", status: 403 });
    expect(error.message).toBe(
      `Fitbit does not let this app do that (403): Read-only API client is not authorized to update resources. Set the Fitbit app to Read & Write at https://dev.fitbit.com/apps, then reconnect the account. If that does not help: ${OFF}; ${INSTEAD}.`,
    );
  });

  it.each([404, 400, 302])("nor was what met a %d without JSON", async (status) => {
    api({ method: "POST", path: PATH, status, body: HTML });
    const error = await failure(writing);
    expect(error).toMatchObject({ name: "NotJsonError", status });
    expect(error.message).not.toContain("may have been stored");
    expect(error.message).toContain(OFF);
  });
});

it.each([
  [null, "nothing on Google Health does the same"],
  [undefined, "connect Google Health and use its components instead"],
  ["google_health-get-daily-rollup", "connect Google Health and use google_health-get-daily-rollup instead"],
])("names what takes the place of a component: %s", async (successor, instead) => {
  api({ path: PATH, status: 410 });
  expect((await failure(readingFor(successor))).message).toBe(
    `The Fitbit Web API is off (410). ${OFF}; ${instead}. docs/moving-from-fitbit.md tells how.`,
  );
});

it.each([
  ["the token itself", TOKEN],
  ["the token with a letter encoded", TOKEN.replace("-", "%2d")],
  ["the token encoded throughout", Buffer.from(TOKEN).toString("hex").replace(/../g, "%$&")],
  ["the token encoded twice", TOKEN.replace("-", "%252D")],
  ["the token in base64", Buffer.from(TOKEN).toString("base64")],
  ["a Fitbit token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJBQkMifQ.x-y_z"],
  ["a Google token", "ya29.a0AfH6SMB-x_y"],
  ["a Google token, encoded", "ya29%2Ea0AfH6SMB-x_y"],
])("keeps %s out of the message that the API sends", async (_, token) => {
  const body = errors("invalid_token", `Access token invalid: ${token}. Visit https://dev.fitbit.com`);
  api({ path: PATH, status: 400, body });
  const error = await failure(reading);
  expect(error).toHaveProperty(
    "apiMessage",
    "Access token invalid: …. Visit https://dev.fitbit.com",
  );
});

it.each([
  ["a+b/c=d", "a%2Bb%2Fc%3Dd"],
  ["a+b/c=d", "a%2bb%2fc%3dd"],
  ["(.*)[a]{2}|$^\\", "(.*)[a]{2}|$^\\"],
  ["ü?>ü", Buffer.from("ü?>ü").toString("base64")],
  ["ü?>ü", Buffer.from("ü?>ü").toString("base64url")],
])("masks the token %j that is echoed as %j", (token, echo) => {
  expect(withoutTokens(`Token ${echo} is bad`, token)).toMatch(/^Token …=* is bad$/);
});

it("keeps a token out of the field that the API names", async () => {
  api({ path: PATH, status: 400, body: errors("validation", "Bad", TOKEN) });
  expect(await failure(reading)).toMatchObject({ field: "…" });
});

it("cuts short what the API says without end", async () => {
  api({ path: PATH, status: 400, body: errors("validation", "x".repeat(1_000_000)) });
  expect((await failure(reading)).message.length).toBeLessThan(700);
});

it("leaves a message without tokens alone, though none is in use", () => {
  expect(withoutTokens("Weight is required", "")).toBe("Weight is required");
});

it("tells its causes apart", () => {
  const error = new ApiError("not_found", "Not there.");
  expect(failedWith(error, "conflict", "not_found")).toBe(true);
  expect(failedWith(error, "conflict")).toBe(false);
  expect(failedWith(new Error("Not there."), "not_found")).toBe(false);
});
