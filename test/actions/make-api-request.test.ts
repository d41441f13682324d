import * as makeRequest from "../../actions/make-api-request/make-api-request";
import { readRequest } from "../../common/request/input";
import { fitbitAlone } from "../../fitbit.app";
import type { Fields } from "../../local/runtime/component";
import { api, apiBreaks, errors, TOKEN } from "../support/api";
import type { Exchange } from "../support/exchange";
import { given } from "../support/given";
import { hostileIds } from "../support/hostile";
import fc from "../support/properties";
import { refusal, run, skipWaits } from "../support/step";

const action = makeRequest.default;
const FOODS = "/1/user/-/foods/log/favorite.json";
const read = { method: "GET", path: FOODS };

/** What is read of props that an expression gave. */
const reading = ({ method, path, query, body }: Fields) => readRequest({
  method: given(method),
  path: given(path ?? FOODS),
  query: given(query),
  body: given(body),
});

const asked = (method: string, props: Fields = {}) =>
  run(action, { ...read, method, ...props });

describe("any request", () => {
  it("gives the status and the JSON of the answer, long ids exact", async () => {
    api({ path: FOODS, body: [{ foodId: 2369048793018741424n, name: "Apple" }] });
    const { result, summary } = await asked("GET");
    expect(result).toEqual({
      status: 200, body: [{ foodId: "2369048793018741424", name: "Apple" }],
    });
    expect(summary).toBe(`GET ${FOODS} was answered with JSON (200)`);
  });

  it("gives what is no JSON as text", async () => {
    const path = "/1/user/-/activities/12/track.tcx";
    const tcx = "<?xml version=\"1.0\"?><TrainingCenterDatabase></TrainingCenterDatabase>";
    api({ path, body: tcx });
    expect((await asked("GET", { path })).result).toEqual({ status: 200, body: tcx });
  });

  it("gives the status alone of an answer that says nothing", async () => {
    api({ method: "DELETE", path: FOODS });
    const { result, summary } = await asked("DELETE");
    expect(result).toEqual({ status: 204 });
    expect(summary).toBe(`DELETE ${FOODS} was answered with nothing (204)`);
  });

  it("takes its parameters from JSON, and asks in the units wanted", async () => {
    const query = { query: "apple pie", limit: "7", isGeneric: "true" };
    api({ path: FOODS, query, unitSystem: "en_US", body: { foods: [] } });
    const props = { query: "{\"query\":\"apple pie\",\"limit\":7,\"isGeneric\":true,\"none\":null}" };
    await asked("GET", { ...props, unitSystem: "en_US" });
  });

  it("sends a body as a form", async () => {
    const sent = { foodId: "2369048793018741424", amount: "1.5" };
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    api({ method: "POST", path: FOODS, sent, body: {}, asked: headers });
    await asked("POST", { body: "{\"foodId\":2369048793018741424,\"amount\":1.5,\"unit\":null}" });
  });

  it("sends a body that holds lists as JSON, as a meal is", async () => {
    const sent = { name: "Breakfast", mealFoods: [{ foodId: 81170, amount: 1 }] };
    const headers = { "content-type": "application/json" };
    api({ method: "POST", path: FOODS, sent, body: {}, asked: headers });
    await asked("POST", { body: JSON.stringify(sent) });
  });

  it("takes objects that an expression passes", () => {
    expect(reading({ method: "post", query: { a: 1 }, body: { b: 2 } }))
      .toEqual({ method: "POST", path: FOODS, query: { a: 1 }, body: { b: 2 } });
  });
});

describe("a request that fails", () => {
  it("says what the API says, and what was asked for", async () => {
    const body = errors("not_found", "The API you are requesting could not be found.");
    api({ path: FOODS, status: 404, body });
    const { error } = await asked("GET");
    expect(error).toHaveProperty("name", "NotFoundError");
    expect(String(error)).toContain(`It was asked for GET ${FOODS}`);
  });

  it("for want of a scope has the API's word for which", async () => {
    const body = errors("insufficient_scope", "This app may not access social data.");
    api({ path: FOODS, status: 403, body });
    const { error } = await asked("GET");
    expect(error).toHaveProperty("name", "MissingScopeError");
    expect(String(error)).toMatch(/lacks a scope that this takes \(403: .*access social data/);
  });

  it("is no success though its status says so", async () => {
    const page = "<!DOCTYPE html><title>Sorry</title>";
    for (const body of [errors("system", "oops"), page, "{\"foods\":[{"]) {
      api({ path: FOODS, body });
      const { error } = await asked("GET");
      expect(String(error)).toMatch(/^(UnexpectedAnswer|NotJson)Error: /);
    }
  });

  it("is asked again where it reads, and sent once where it may write", async () => {
    const waits = skipWaits();
    api({ path: FOODS, status: 503 });
    api({ path: FOODS, body: {} });
    expect((await asked("GET")).result).toEqual({ status: 200, body: {} });
    expect(waits).toHaveLength(1);
    for (const method of ["POST", "DELETE"] as const) {
      apiBreaks({ method, path: FOODS }, "ECONNRESET");
      const { error } = await asked(method);
      expect(String(error)).toMatch(/may have been stored or changed all the same: look at/);
    }
    expect(waits).toHaveLength(1);
  });

  it("takes its token nowhere: a redirect is not followed", async () => {
    api({ path: FOODS, status: 302, headers: { Location: "https://example.com/" } });
    const { error } = await asked("GET");
    expect(error).toMatchObject({ name: "NotJsonError", status: 302 });
  });

  it("says when its answer is more than a step may return", async () => {
    api({ path: FOODS, body: { note: "x".repeat(2_100_000) } });
    const { error } = await asked("GET");
    expect(String(error)).toContain("its answer of 2.1 MB is larger than a step may return");
  });
});

/** A path as a step takes it; undefined where it is refused. */
function taken(path: unknown): string | undefined {
  try {
    return reading({ method: "GET", path }).path;
  } catch (error) {
    expect(error).toMatchObject({ name: "ConfigurationError" });
    return undefined;
  }
}

const HOST = "https://api.fitbit.com";

/** What a path is taken for stays on the host, and is what every reader of addresses sees. */
function expectToStay(text: string): void {
  const path = taken(text);
  if (path === undefined) return;
  const seen = new URL(HOST + path);
  expect([seen.origin, seen.username, seen.pathname, seen.search, seen.hash])
    .toEqual([HOST, "", path, "", ""]);
  let inner = path;
  for (let i = 0; i < 3; i++) inner = decodeURIComponent(inner);
  expect(inner.split("/").slice(1)).not.toContain("..");
  expect(inner).not.toMatch(/\/\/|\\/);
}

describe("a path", () => {
  it("never leaves the host, and never climbs", () => {
    const parts = fc.constantFrom(
      "/", "//", "\\", "..", ".", "%2e", "%2E", "%252e", "%2f", "%5c", "%00", "%0a", "%", "?", "#",
      "@", ":", ";", "\t", "\n", " ", "http:", "https://", "evil.com", "user:pass@", "1", "user",
      "é", "\ud83c", "。",
    );
    const made = fc.array(parts, { maxLength: 8 }).map((list) => list.join(""));
    const rooted = made.map((text) => `/${text}`);
    const any = fc.string({ unit: "binary" }).map((text) => `/${text}`);
    const texts = fc.oneof(made, rooted, any, fc.webUrl());
    fc.assert(fc.property(texts, expectToStay), { numRuns: 3_000 });
  });

  it.each([
    "https://api.fitbit.com/1/user/-/profile.json", "HTTPS://evil.com", "//evil.com/1", "\\\\evil.com",
    "javascript:alert(1)", "file:///etc/passwd", "/\\evil.com", "/1//evil.com", "/1/../oauth2/token",
    "/1/user/-/%2e%2e/%2E%2E/x.json", "/1/user/-/%252e%252e/x.json", "/1/..%2f..%2foauth2", "/1/..;/x",
    "/1/%5c%5cevil.com", "/1/a%0d%0aHost:%20evil.com", "/1/%", "/1/user /x", "/1/x?access_token=1",
    "/1/x#y", "1/user/-/profile.json", "@evil.com/x", ".evil.com/x", "/1/é", "/./x",
    ...hostileIds.map(([, id]) => id).filter((id) => !/^\//.test(id)),
  ])("%j is refused before any request", async (path) => {
    expect(await refusal(action, { ...read, path })).toMatch(/^Path/);
  });

  it.each([
    FOODS, "/oauth2/introspect", "/1.2/user/-/sleep/date/2026-03-20.json", "/v4/users/me/identity",
    "/v4/users/me/dataTypes/weight/dataPoints:batchDelete", "/1/a%20b", "/", "/1/...",
  ])("%j is taken as it is", (path) => {
    expect(taken(path)).toBe(path);
  });

  it("in the log is without a token", async () => {
    const path = `/1/${TOKEN}.json`;
    const exchange: Exchange = { path, status: 404, body: errors("not_found", "No.") };
    api(exchange);
    expect(String((await run(action, { method: "GET", path })).error)).toContain("GET /1/….json");
  });
});

describe("what a request cannot have is refused", () => {
  it.each([
    ["a method of no API", { method: "TRACE" }, "Method: \"TRACE\" is not one of GET, POST, PATCH, DELETE"],
    ["no path", { path: "" }, "Path is missing"],
    ["no method", { method: "" }, "Method is missing"],
    ["a query that is no JSON", { query: "date=today" }, "Query: \"date=today\" is not a JSON object"],
    ["a query that is a list", { query: "[1]" }, "Query: \"[1]\" is not a JSON object"],
    ["a query that holds more than texts", { query: "{\"a\":[1]}" }, "cannot be the value of `a`"],
    ["a token", { query: "{\"access_token\":\"x\"}" }, "`access_token` is a credential"],
    ["a key", { query: "{\"Key\":\"x\"}" }, "`Key` is a credential"],
    ["a body that is no JSON", { method: "POST", body: "{'a':1}" }, "is not a JSON object"],
    ["a body to read with", { body: "{\"a\":1}" }, "a request with the method GET has none"],
    ["a body to delete with", { method: "DELETE", body: "{\"a\":1}" }, "a request with the method DELETE has none"],
  ])("%s", (_, props, sentence) => {
    expect(() => reading({ ...read, ...props })).toThrow(sentence);
  });

  it("a method that Fitbit lacks", async () => {
    const app = Object.assign(
      Object.create(fitbitAlone.methods) as typeof fitbitAlone.methods,
      { $auth: { oauth_access_token: TOKEN } },
    );
    const request = { method: "PATCH", path: FOODS, query: {} } as const;
    await expect(app.sendRequest(request, { $: { export: () => undefined } }))
      .rejects.toThrow("Method: the Fitbit Web API has no PATCH");
  });
});
