import { useSandbox } from "../support";

const WALK = "activityId=90013&date=2026-03-18&startTime=12:00&durationMillis=1800000&distance=2";
const ACTIVITIES = "/1/user/-/activities.json";
const SLEEP = "/1.2/user/-/sleep";

const UNKNOWN: [method: string, path: string][] = [
  ["GET", "/1/user/-/nothing.json"],
  ["GET", "/1/user/-/profile"],
  ["GET", "/1/user/-/profile.json/"],
  ["GET", "/1/user/-/Profile.json"],
  ["GET", "/1/user//profile.json"],
  ["GET", "/1/user/%2D/profile.json"],
  ["GET", "/1/user/-/activities/tracker%2Fsteps/date/today/7d.json"],
  ["GET", "/1/user/-/x/../profile.json"],
  ["GET", "/1/user/-/%zz"],
  ["GET", "/1/user/-/%2e%2e/profile.json"],
  ["GET", "/1.2/user/-/profile.json"],
  ["GET", "/1/user/-/sleep/date/2026-03-17.json"],
  ["GET", "/1/user/-/activities/date/2026-03-17"],
  ["PUT", "/1/user/-/profile.json"],
  ["DELETE", "/1/user/-/profile.json"],
  ["DELETE", "/1/user/-/activities/1.json"],
  ["DELETE", "/1/user/-/activities/list.json"],
  ["DELETE", "/1.2/user/-/sleep/99.json"],
  ["GET", "/"],
];

describe("what the API refuses", () => {
  const client = useSandbox();

  it.each(UNKNOWN)("%s %s is not there", async (method, path) => {
    const reply = await client.read(path, { method });
    expect(reply.status).toBe(404);
    expect(JSON.parse(reply.text)).toMatchObject({ errors: [{ errorType: "not_found" }] });
  });

  it.each([ACTIVITIES, `${SLEEP}.json`, "/1/user/-/profile.json"])(
    "does not read a JSON body: POST %s", async (path) => {
      const reply = await client.post(path, {
        headers: { "content-type": "application/json" }, body: '{"aboutMe":"json"}',
      });
      expect(reply.status).toBe(400);
      expect(reply.body.errors[0]).toMatchObject({ errorType: "validation" });
    });

  it("says that no parameters came, when all of them were in a JSON body", async () => {
    const headers = { "content-type": "application/json" };
    const { body } = await client.post(ACTIVITIES, { headers, body: '{"activityId":90013}' });
    expect(body.errors[0]).toEqual({
      errorType: "validation",
      fieldName: "n/a",
      message: "No parameters were given: they go in the query or a form body",
    });
  });

  it("misses what was in a JSON body alone, and takes what was in the query", async () => {
    const headers = { "content-type": "application/json" };
    const whole = await client.post(`${ACTIVITIES}?${WALK}`, { headers, body: "{}" });
    expect(whole.status).toBe(201);
    const rest = `${ACTIVITIES}?${WALK.replace("&date=2026-03-18", "")}`;
    const { body } = await client.post(rest, { headers, body: '{"date":"2026-03-18"}' });
    expect(body.errors[0]).toMatchObject({ fieldName: "date", message: "date is required" });
  });

  it.each([
    ["POST", "/oauth2/revoke"], ["POST", "/1.1/oauth2/introspect"],
  ])("has nowhere to look at tokens or take them back, with one or without: %s %s", async (method, path) => {
    for (const token of ["", "sandbox"]) {
      const reply = await client.ask(path, { method, token });
      expect(reply.status).toBe(404);
      expect(reply.body).toMatchObject({ errors: [{ errorType: "not_found" }] });
    }
  });

  it("reads a form body as it reads the query", async () => {
    const reply = await client.post(ACTIVITIES, {
      headers: { "content-type": "application/x-www-form-urlencoded" }, body: WALK,
    });
    expect(reply.status).toBe(201);
  });

  it("wants a Content-Length on a POST", async () => {
    const post = (headers: Record<string, string>) =>
      client.read("/1/user/-/profile.json?aboutMe=x", { method: "POST", headers });
    expect(await post({ "transfer-encoding": "chunked" })).toMatchObject({ status: 411 });
    expect(await post({ "content-length": "0" })).toMatchObject({ status: 201 });
  });

  it("knows the person by - and by their id, and nobody else", async () => {
    const { encodedId } = client.sandbox.person.profile;
    expect(encodedId).toMatch(/^[A-Z0-9]{6}$/);
    await client.get(`/1/user/${encodedId}/profile.json`);
    const reply = await client.ask("/1/user/ABC123/profile.json");
    expect(reply.status).toBe(401);
    expect(reply.body.errors).toEqual([
      { errorType: "validation", fieldName: "userId", message: "No user found" },
    ]);
  });
});
