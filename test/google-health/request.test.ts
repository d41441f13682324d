import * as makeRequest from "../../actions/make-api-request/make-api-request";
import { api, noScope, points, rpcError, run, skipWaits } from "./support";

const IDENTITY = "/v4/users/me/identity";

describe("any request on Google Health", () => {
  it("gives the status and the JSON of the answer, long ids exact", async () => {
    api({ path: IDENTITY, body: { healthUserId: "2515055256096816351" } });
    const { result } = await run(makeRequest, { method: "GET", path: IDENTITY });
    expect(result).toEqual({ status: 200, body: { healthUserId: "2515055256096816351" } });
  });

  it("sends JSON, and keeps the colon of a method's name", async () => {
    const path = `${points("steps")}:dailyRollUp`;
    const sent = { windowSizeDays: 1 };
    const headers = { "content-type": "application/json" };
    api({ method: "POST", path, sent, body: {}, asked: headers, query: { prettyPrint: "false" } });
    const { result } = await run(makeRequest, {
      method: "POST", path, body: JSON.stringify(sent), query: "{\"prettyPrint\":false}",
    });
    expect(result).toEqual({ status: 200, body: {} });
  });

  it("gives what is no JSON as text", async () => {
    const path = `${points("exercise")}/12:exportExerciseTcx`;
    api({ path, query: { alt: "media" }, body: "<TrainingCenterDatabase/>" });
    const { result } = await run(makeRequest, { method: "GET", path, query: "{\"alt\":\"media\"}" });
    expect(result).toEqual({ status: 200, body: "<TrainingCenterDatabase/>" });
  });

  it("changes with the method of its own", async () => {
    const sent = { userConfiguredWalkingStrideLengthMm: 700 };
    api({ method: "PATCH", path: "/v4/users/me/profile", sent, body: sent });
    const { result } = await run(makeRequest, {
      method: "PATCH", path: "/v4/users/me/profile", body: JSON.stringify(sent),
    });
    expect(result).toEqual({ status: 200, body: sent });
  });

  it("says of a path that is not there where those stand that are", async () => {
    api({ path: "/v4/users/me/identities", status: 404, body: "<!DOCTYPE html>" });
    const { error } = await run(makeRequest, { method: "GET", path: "/v4/users/me/identities" });
    expect(error).toHaveProperty("name", "NotJsonError");
    expect(String(error)).toMatch(/no such path.*https:\/\/.*asked for GET .*\/identities/);
  });

  it("for want of a scope says that it is one of what was called", async () => {
    api({ path: IDENTITY, status: 403, body: noScope });
    const { error } = await run(makeRequest, { method: "GET", path: IDENTITY });
    expect(String(error)).toContain("lacks a scope that this takes");
  });

  it("fails with an error that an operation holds, and is sent once", async () => {
    const waits = skipWaits();
    const path = points("weight");
    const body = { done: true, ...rpcError(13, "INTERNAL", "Internal error.") };
    api({ method: "POST", path, sent: { weight: { notes: "new" } }, body });
    const props = { method: "POST", path, body: "{\"weight\":{\"notes\":\"new\"}}" };
    const { error } = await run(makeRequest, props);
    expect(String(error)).toContain("look at the Google Health app before you run the step again");
    expect(waits).toEqual([]);
  });
});
