import { ANY_TEXT, type Client, LIST, open, raw } from "./support";

const PAGE = "sort=asc&limit=10&offset=0";
const WALK = "activityId=90013&date=2026-03-18&startTime=12:00&durationMillis=1800000&distance=2";
const STEPS = "/1/user/-/activities/steps/date";
const ACTIVITIES = "/1/user/-/activities.json";
const SLEEP = "/1.2/user/-/sleep";

/** What is refused, and the field that is named. */
const REFUSED: [method: string, path: string, status: number, fieldName: string][] = [
  ["GET", `${LIST.activities}?${PAGE}`, 400, "beforeDate/afterDate"],
  ["GET", `${LIST.sleep}?${PAGE}`, 400, "beforeDate/afterDate"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01&beforeDate=2026-02-01&${PAGE}`, 400, "beforeDate/afterDate"],
  ["GET", `${LIST.activities}?beforeDate=2026-01-01&${PAGE}`, 400, "sort"],
  ["GET", `${LIST.sleep}?afterDate=2026-01-01&sort=desc&limit=10&offset=0`, 400, "sort"],
  ["GET", `${LIST.sleep}?afterDate=2026-01-01&sort=up&limit=10&offset=0`, 400, "sort"],
  ["GET", `${LIST.sleep}?afterDate=2026-01-01&limit=10&offset=0`, 400, "sort"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01&sort=asc&limit=10&offset=10`, 400, "offset"],
  ["GET", `${LIST.sleep}?afterDate=2026-01-01&sort=asc&limit=10&offset=10`, 400, "offset"],
  ["GET", `${LIST.sleep}?afterDate=2026-01-01&sort=asc&limit=10`, 400, "offset"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01&sort=asc&limit=101&offset=0`, 400, "limit"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01&sort=asc&limit=0&offset=0`, 400, "limit"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01&sort=asc&limit=ten&offset=0`, 400, "limit"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01&sort=asc&offset=0`, 400, "limit"],
  ["GET", `${LIST.activities}?afterDate=2026-02-30&${PAGE}`, 400, "afterDate"],
  ["GET", `${LIST.activities}?afterDate=today&${PAGE}`, 400, "afterDate"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01T10:00:00Z&${PAGE}`, 400, "afterDate"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01T10:00:00.1&${PAGE}`, 400, "afterDate"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01T10&${PAGE}`, 400, "afterDate"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01T25:00:00&${PAGE}`, 400, "afterDate"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01&${PAGE}&extra=1`, 400, "extra"],
  ["GET", `${LIST.activities}?afterDate=2026-01-01&${PAGE}&limit=10`, 400, "limit"],
  ["GET", "/1/user/-/profile.json?x=1", 400, "x"],
  ["GET", "/1/user/-/activities/date/2026-3-1.json", 400, "date"],
  ["GET", "/1/user/-/activities/date/2025-02-29.json", 400, "date"],
  ["GET", "/1/user/-/activities/date/today.json", 400, "date"],
  ["GET", `${SLEEP}/date/today.json`, 400, "date"],
  ["GET", `${SLEEP}/date/2026-01-01/today.json`, 400, "endDate"],
  ["GET", `${SLEEP}/date/2026-01-02/2026-01-01.json`, 400, "endDate"],
  ["GET", `${SLEEP}/date/2025-12-01/2026-03-11.json`, 422, "endDate"],
  ["GET", `${STEPS}/today/max.json`, 400, "period"],
  ["GET", `${STEPS}/today/2d.json`, 400, "period"],
  ["GET", `${STEPS}/yesterday/7d.json`, 400, "date"],
  ["GET", `${STEPS}/2026-01-02/2026-01-01.json`, 400, "end-date"],
  ["GET", `${STEPS}/2023-03-01/2026-03-01.json`, 422, "n/a"],
  ["GET", `${STEPS}/today/7d.json?timezone=Europe/Berlin`, 400, "timezone"],
  ["GET", "/1/user/-/activities/activityCalories/date/2026-01-01/2026-01-31.json", 422, "n/a"],
  ["GET", "/1/user/-/activities/tracker/activityCalories/date/today/3m.json", 400, "period"],
  ["GET", "/1/user/-/activities/nonsense/date/today/7d.json", 400, "resource path"],
  ["GET", "/1/user/-/activities/constructor/date/today/7d.json", 400, "resource path"],
  ["GET", "/1/user/-/activities/tracker/caloriesBMR/date/today/7d.json", 400, "resource path"],
  ["POST", ACTIVITIES, 400, "activityName"],
  ["POST", `${ACTIVITIES}?${WALK}&activityName=Stroll`, 400, "activityId"],
  ["POST", `${ACTIVITIES}?${WALK.replace("activityId=90013", "activityName=Stroll")}`, 400, "manualCalories"],
  ["POST", `${ACTIVITIES}?${WALK.replace("90013", "123")}`, 400, "activityId"],
  ["POST", `${ACTIVITIES}?${WALK.replace("&distance=2", "")}`, 400, "distance"],
  ["POST", `${ACTIVITIES}?${WALK.replace("distance=2", "distance=0")}`, 400, "distance"],
  ["POST", `${ACTIVITIES}?${WALK.replace("distance=2", "distance=-2")}`, 400, "distance"],
  ["POST", `${ACTIVITIES}?${WALK}&distanceUnit=furlong`, 400, "distanceUnit"],
  ["POST", `${ACTIVITIES}?${WALK.replace("90013", "90001")}&distanceUnit=Steps`, 400, "distanceUnit"],
  ["POST", `${ACTIVITIES}?${WALK.replace("12:00", "12:00:30")}`, 400, "startTime"],
  ["POST", `${ACTIVITIES}?${WALK.replace("12:00", "24:00")}`, 400, "startTime"],
  ["POST", `${ACTIVITIES}?${WALK.replace("1800000", "0")}`, 400, "durationMillis"],
  ["POST", `${ACTIVITIES}?${WALK.replace("1800000", "1.5")}`, 400, "durationMillis"],
  ["POST", `${ACTIVITIES}?${WALK}&manualCalories=some`, 400, "manualCalories"],
  ["POST", `${ACTIVITIES}?${WALK.replace("&date=2026-03-18", "")}`, 400, "date"],
  ["POST", `${SLEEP}.json?date=2026-03-18&duration=600000`, 400, "startTime"],
  ["POST", `${SLEEP}.json?date=2026-03-18&startTime=20:00`, 400, "duration"],
  ["POST", `${SLEEP}.json?date=2026-03-17&startTime=04:00&duration=600000`, 400, "startTime"],
  ["POST", "/1/user/-/profile.json?gender=OTHER", 400, "gender"],
  ["POST", "/1/user/-/profile.json?height=tall", 400, "height"],
  ["POST", "/1/user/-/profile.json?birthday=2030-01-01", 400, "birthday"],
  ["POST", "/1/user/-/profile.json?timezone=Mars/Olympus", 400, "timezone"],
  ["POST", "/1/user/-/profile.json?weightUnit=METRIC", 400, "weightUnit"],
  ["POST", "/1/user/-/profile.json?shoeSize=43", 400, "shoeSize"],
];

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
  let client: Client;
  beforeAll(async () => {
    client = await open();
  });
  afterAll(() => client.sandbox.close());

  it.each(REFUSED)("%s %s: %i naming %s", async (method, path, status, fieldName) => {
    const reply = await client.ask(path, { method });
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({
      errors: [{ errorType: "validation", fieldName, message: ANY_TEXT }],
      success: false,
    });
  });

  it.each(UNKNOWN)("%s %s is not there", async (method, path) => {
    const reply = await raw(client.sandbox.url, method, path);
    expect(reply.status).toBe(404);
    expect(JSON.parse(reply.text)).toMatchObject({ errors: [{ errorType: "not_found" }] });
  });

  it("changes nothing when one of several profile changes is refused", async () => {
    await client.post("/1/user/-/profile.json?aboutMe=changed&gender=OTHER");
    const { user } = await client.get("/1/user/-/profile.json");
    expect(user.aboutMe).not.toBe("changed");
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
    ["POST", "/oauth2/token"], ["GET", "/oauth2/authorize?client_id=1"], ["POST", "/oauth2/revoke"],
    ["POST", "/1.1/oauth2/introspect"],
  ])("has nowhere to grant access, with a token or without: %s %s", async (method, path) => {
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
    const chunked = { "transfer-encoding": "chunked" };
    const path = "/1/user/-/profile.json?aboutMe=x";
    expect(await raw(client.sandbox.url, "POST", path, chunked)).toMatchObject({ status: 411 });
    expect(await raw(client.sandbox.url, "POST", path, { "content-length": "0" }))
      .toMatchObject({ status: 201 });
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

  it("takes the longest ranges that are documented", async () => {
    const count = async (path: string): Promise<number> => {
      const [rows] = Object.values(await client.get(path)) as [unknown[]];
      return rows.length;
    };
    expect(await count(`${STEPS}/2023-03-21/2026-03-19.json`)).toBe(1095);
    const calories = "/1/user/-/activities/activityCalories/date";
    expect(await count(`${calories}/2026-01-01/2026-01-30.json`)).toBe(30);
    expect(await count(`${SLEEP}/date/2025-12-11/2026-03-20.json`)).toBeGreaterThan(90);
  });

  it.each([
    ["1d", 1, "2026-03-20"], ["7d", 7, "2026-03-14"], ["1w", 7, "2026-03-14"],
    ["30d", 30, "2026-02-19"], ["1m", 28, "2026-02-21"], ["3m", 90, "2025-12-21"],
    ["6m", 181, "2025-09-21"], ["1y", 365, "2025-03-21"],
  ])("counts the period %s back from its end", async (period, days, first) => {
    const rows = await client.series(`steps/date/today/${period}`);
    expect(rows).toHaveLength(days);
    expect(rows[0]?.dateTime).toBe(first);
    expect(rows.at(-1)?.dateTime).toBe("2026-03-20");
  });
});
