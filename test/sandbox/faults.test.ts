import { LIST, open, useSandbox } from "./support";

const PROFILE = "/1/user/-/profile.json";
const CATALOGUE = "/1/activities.json";
const WALK = "/1/user/-/activities.json?activityId=90013&date=2026-03-18&startTime=12:00"
  + "&durationMillis=1800000&distance=2";

const big = (_key: string, value: unknown): unknown =>
  (typeof value === "bigint" ? String(value) : value);

describe("faults", () => {
  const client = useSandbox();
  afterEach(() => client.control("faults", []));

  const statuses = async (paths: string[]): Promise<number[]> => {
    const all: number[] = [];
    for (const path of paths) all.push((await client.ask(path)).status);
    return all;
  };

  it("strike as often as they say, then the API answers again", async () => {
    await client.control("faults", [{ match: {}, times: 2, answer: { status: 503 } }]);
    expect(await statuses([PROFILE, CATALOGUE, PROFILE])).toEqual([503, 503, 200]);
  });

  it("let through as many as they are told to", async () => {
    const fault = { match: { path: PROFILE }, skip: 2, times: 1, answer: { status: 503 } };
    await client.control("faults", [fault]);
    expect(await statuses([PROFILE, CATALOGUE, PROFILE, PROFILE, PROFILE]))
      .toEqual([200, 200, 200, 503, 200]);
  });

  it.each([
    [{ path: "/1/user/" }, [503, 200]],
    [{ method: "GET" }, [503, 503]],
    [{ method: "delete" }, [200, 200]],
    [{ app: "fitbit" }, [503, 503]],
    [{ app: "google_health" }, [200, 200]],
    [{ app: "fitbit", method: "GET", path: CATALOGUE }, [200, 503]],
  ])("strike what %j matches", async (match, expected) => {
    await client.control("faults", [{ match, times: 9, answer: { status: 503 } }]);
    expect(await statuses([PROFILE, CATALOGUE])).toEqual(expected);
  });

  it("answer with the given headers and body, and are replaced as a whole", async () => {
    const answer = { status: 429, headers: { "Retry-After": "7" }, body: { errors: [] } };
    await client.control("faults", [{ match: {}, times: 5, answer }]);
    const reply = await client.ask(PROFILE);
    expect([reply.status, reply.headers.get("retry-after"), reply.text])
      .toEqual([429, "7", '{"errors":[]}']);
    await client.control("faults", [{ match: {}, times: 1, answer: { status: 500, body: "oops" } }]);
    expect((await client.ask(PROFILE)).text).toBe("oops");
    await client.control("faults", [{ match: {}, times: 5, answer }]);
    await client.control("faults", []);
    expect(await statuses([PROFILE])).toEqual([200]);
  });

  const FORBIDDEN = "This application does not have permission to access profile data.";
  const BADGES = "/1/user/-/badges.json";
  it.each([
    [400, PROFILE, "invalid_request", "There was an error reading the request body."],
    [401, PROFILE, "expired_token", "Access token expired: "],
    [403, PROFILE, "insufficient_scope", FORBIDDEN],
    [403, BADGES, "insufficient_permissions", "API client is not authorized by Fitbit"],
    [404, PROFILE, "not_found", "The API you are requesting could not be found."],
    [422, PROFILE, "validation", "The number of data points queried exceeds limit."],
    [429, PROFILE, "request", "Too Many Requests"],
  ])("without a body say what Fitbit says: %i on %s", async (status, path, errorType, message) => {
    await client.control("faults", [{ answer: { status, headers: { "x-a": "b" } } }]);
    const reply = await client.ask(path);
    expect([reply.status, reply.headers.get("x-a")]).toEqual([status, "b"]);
    expect(reply.headers.get("content-type")).toContain("application/json");
    expect(reply.body.errors[0].errorType).toBe(errorType);
    expect(reply.body.errors[0].message).toMatch(message);
  });

  it.each([
    [400, "INVALID_ARGUMENT"], [401, "UNAUTHENTICATED"], [403, "PERMISSION_DENIED"],
    [404, "NOT_FOUND"], [412, "FAILED_PRECONDITION"], [429, "RESOURCE_EXHAUSTED"],
    [500, "INTERNAL"], [503, "UNAVAILABLE"], [504, "DEADLINE_EXCEEDED"],
  ])("without a body say what Google says: %i", async (status, word) => {
    await client.control("faults", [{ answer: { status } }]);
    const reply = await client.ask("/v4/users/me/identity");
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text)).toMatchObject({ error: { code: status, status: word } });
    expect(reply.headers.has("www-authenticate")).toBe(status === 401);
  });

  it("without a body use the envelope that is switched on", async () => {
    const other = await open({ switches: { errorEnvelope: "google" } });
    await other.control("faults", [{ answer: { status: 401 } }]);
    expect(JSON.parse((await other.ask(PROFILE)).text))
      .toMatchObject({ error: { status: "UNAUTHENTICATED" } });
    await other.sandbox.close();
  });

  it.each([
    [{ status: 401, body: "" }, PROFILE], [{ status: 401, body: "" }, "/v4/users/me/identity"],
    [{ status: 500 }, PROFILE], [{ status: 503 }, PROFILE], [{ status: 410 }, PROFILE],
    [{ status: 410 }, "/v4/users/me/identity"], [{ status: 200 }, PROFILE],
  ])("are empty with an empty body, and where none is known: %j on %s", async (answer, path) => {
    await client.control("faults", [{ answer }]);
    const reply = await client.ask(path);
    expect([reply.status, reply.text]).toEqual([answer.status, ""]);
  });

  it("answer with a page for people", async () => {
    await client.control("faults", [{ match: {}, times: 1, answer: "html" }]);
    const reply = await client.ask(PROFILE);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-type")).toMatch("text/html");
    expect(reply.text).toMatch(/^<!doctype html>/);
  });

  it("cut the connection", async () => {
    await client.control("reset", {});
    await client.control("faults", [{ match: {}, times: 1, answer: "reset" }]);
    await expect(client.ask(PROFILE)).rejects.toThrow();
    expect(await statuses([PROFILE])).toEqual([200]);
    const requests: unknown = JSON.parse((await client.ask("/_sandbox/requests")).text);
    const statusesNoted = [{ path: PROFILE, status: 0 }, { path: PROFILE, status: 200 }];
    expect(requests).toMatchObject(statusesNoted);
  });

  it("break off in the middle of the body", async () => {
    await client.control("faults", [{ match: {}, times: 1, answer: "truncate" }]);
    const response = await fetch(client.sandbox.url + PROFILE, {
      headers: { authorization: "Bearer sandbox" },
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it.each([
    ["activities", LIST.activities], ["sleep", LIST.sleep],
  ] as const)("let a list of %s go on with itself", async (key, path) => {
    const first = `${path}?afterDate=2026-01-01&sort=asc&limit=3&offset=0`;
    await client.control("faults", [{ match: { path }, times: 2, answer: "repeat" }]);
    const one = await client.get(first);
    expect(one.pagination.next).toBe(`https://api.fitbit.com${first}`);
    const again = await client.get(one.pagination.next.replace("https://api.fitbit.com", ""));
    expect(again).toEqual(one);
    expect((await client.get(first)).pagination.next).not.toBe(one.pagination.next);
    expect(one[key]).toHaveLength(3);
  });

  it("let a list of data points go on with itself", async () => {
    const path = "/v4/users/me/dataTypes/exercise/dataPoints?pageSize=3&prettyPrint=false";
    const fault = { match: { app: "google_health" }, times: 2, answer: "repeat" };
    await client.control("faults", [fault]);
    const { text } = await client.ask(path);
    const { dataPoints, nextPageToken } = JSON.parse(text) as Record<string, string[]>;
    expect(dataPoints).toHaveLength(3);
    expect((await client.ask(`${path}&pageToken=${String(nextPageToken)}`)).text).toBe(text);
  });

  it("take keys out of the first record alone, however deep", async () => {
    const answer = { without: ["logId", "minutes"] };
    await client.control("faults", [{ match: {}, times: 1, answer }]);
    const path = `${LIST.sleep}?afterDate=2026-03-01&sort=asc&limit=2&offset=0`;
    const [odd, even] = (await client.get(path)).sleep;
    expect(JSON.stringify(odd, big)).not.toMatch(/"(logId|minutes)":/);
    expect(odd.startTime).toMatch(/^2026-03-01/);
    const usual = (await client.get(path)).sleep;
    expect(even).toEqual(usual[1]);
    expect(usual[0].logId).toBeDefined();
  });

  const SLEEPS = `${LIST.sleep}?afterDate=2026-03-01&sort=asc&limit=2&offset=0`;
  const altered = async (answer: unknown): Promise<Record<string, unknown>> => {
    await client.control("faults", [{ match: {}, times: 1, answer }]);
    return JSON.parse((await client.ask(SLEEPS)).text) as Record<string, unknown>;
  };

  it("put another value in place of one, of any or of a form", async () => {
    expect(await altered({ put: null })).toMatchObject({ pagination: { afterDate: null } });
    expect(JSON.stringify(await altered({ put: "UNHEARD_OF", nth: 1, of: "word" })))
      .toContain('"UNHEARD_OF"');
    expect(await altered({ put: "x", of: "number" })).toMatchObject({ pagination: { limit: "x" } });
  });

  it("let a page vanish, with what would follow it", async () => {
    expect(await altered("vanish")).toEqual({ pagination: { next: "" }, sleep: [] });
  });

  it("add a field that nobody knows to each object", async () => {
    const { unheardOf, sleep } = await altered("extra");
    expect([unheardOf, (sleep as object[])[1]])
      .toEqual([{ of: ["nobody"] }, expect.objectContaining({ unheardOf })]);
  });

  it("answer with ten megabytes", async () => {
    const { sleep } = await altered("swell");
    expect(JSON.stringify(sleep).length).toBeGreaterThan(10_000_000);
  });

  it("cut the connection behind the headers", async () => {
    await client.control("faults", [{ match: {}, times: 1, answer: "cut" }]);
    const response = await fetch(client.sandbox.url + PROFILE, {
      headers: { authorization: "Bearer sandbox" },
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it("let a request wait for ever, until the sandbox closes", async () => {
    const other = await open();
    await other.control("faults", [{ match: {}, times: 1, answer: "timeout" }]);
    let ended = false;
    const waiting = other.ask(PROFILE).then(() => "answered", () => "broken").finally(() => {
      ended = true;
    });
    expect((await other.ask(CATALOGUE)).status).toBe(200);
    expect(ended).toBe(false);
    await other.sandbox.close();
    expect(await waiting).toBe("broken");
  });

  it.each([[{ status: 502 }], ["html"], ["reset"]])(
    "hide a write that was stored: after %j", async (answer) => {
      const { records } = await client.state();
      await client.control("faults", [{ match: {}, times: 2, answer, after: true }]);
      const reply = await client.post(WALK).catch(() => undefined);
      expect(reply?.status).toBe(answer === "reset" ? undefined : answer === "html" ? 200 : 502);
      expect((await client.state()).records.activity).toBe(records.activity + 1);
    });

  it("strike before a write unless they say otherwise", async () => {
    const { records } = await client.state();
    await client.control("faults", [{ match: { method: "POST" }, answer: { status: 502 } }]);
    expect((await client.post(WALK)).status).toBe(502);
    expect((await client.state()).records.activity).toBe(records.activity);
  });
});
