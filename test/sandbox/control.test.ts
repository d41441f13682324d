import {
  type Activity, ANY_NUMBER, type Client, LIST, open, type Sleep, textLike, useFreshSandbox,
  useSandbox,
} from "./support";

const TOMORROW = "2026-03-21T09:00:00Z";

describe("the clock, the watch and control calls", () => {
  const client = useFreshSandbox();

  const sleepOf = async (date: string): Promise<Sleep[]> =>
    (await client.get(`/1.2/user/-/sleep/date/${date}.json`)).sleep;
  const stepsOf = async (date: string): Promise<number> =>
    Number(await client.valueOf("steps", date));

  it("starts with all of the history synced", async () => {
    expect(await client.state()).toEqual({
      now: "2026-03-20T09:00:00Z",
      seed: 1,
      timeZone: "Europe/Berlin",
      records: {
        activity: ANY_NUMBER, sleep: ANY_NUMBER, weight: ANY_NUMBER, fat: ANY_NUMBER,
        food: ANY_NUMBER, water: ANY_NUMBER,
      },
      unsynced: 0,
    });
  });

  it("stands still until it is set, and goes forward only", async () => {
    expect((await client.control("clock", { now: TOMORROW })).body.now).toBe(TOMORROW);
    const back = await client.control("clock", { now: "2026-03-21T08:59:59Z" });
    expect(back.status).toBe(400);
    expect(back.body.error).toMatch("goes forward only: it is 2026-03-21T09:00:00Z");
    expect((await client.control("clock", { now: "2026-03-21T01:00:00-08:00" })).status).toBe(200);
  });

  it("shows what was recorded after the clock moved once it is synced", async () => {
    const before = await stepsOf("2026-03-20");
    const { body: moved } = await client.control("clock", { now: TOMORROW });
    expect(moved.unsynced).toBeGreaterThan(0);
    expect(await sleepOf("2026-03-21")).toEqual([]);
    expect(await stepsOf("2026-03-20")).toBe(before);
    expect((await client.control("sync", {})).body.unsynced).toBe(0);
    const [night] = await sleepOf("2026-03-21");
    expect(night).toMatchObject({ dateOfSleep: "2026-03-21", isMainSleep: true });
    expect(await stepsOf("2026-03-20")).toBeGreaterThan(2000);
  });

  it("lets older records appear behind newer ones when a sync is partial", async () => {
    await client.control("clock", { now: "2026-03-22T18:00:00Z" });
    await client.control("sync", { from: "2026-03-21T22:00:00Z" });
    expect(await sleepOf("2026-03-22")).not.toEqual([]);
    expect(await sleepOf("2026-03-21")).toEqual([]);
    const hidden = await stepsOf("2026-03-21");
    const unsynced = (await client.state()).unsynced;
    await client.control("sync", { from: "2026-03-20T00:00:00", to: "2026-03-21T20:00:00" });
    expect(await sleepOf("2026-03-21")).not.toEqual([]);
    expect(await stepsOf("2026-03-21")).toBeGreaterThan(hidden);
    expect((await client.state()).unsynced).toBeLessThan(unsynced);
  });

  it("shows a night whose end is synced as a whole, its missing minutes as rest", async () => {
    await client.control("clock", { now: "2026-03-21T20:00:00Z" });
    const whole = await open({ now: "2026-03-20T09:00:00Z" });
    await whole.control("clock", { now: "2026-03-21T20:00:00Z" });
    await whole.control("sync", {});
    await client.control("sync", { from: "2026-03-21T05:00:00" });
    const [night] = await sleepOf("2026-03-21");
    const [real] = (await whole.get("/1.2/user/-/sleep/date/2026-03-21.json")).sleep;
    expect(night).toMatchObject({ startTime: real.startTime, timeInBed: real.timeInBed });
    const day = (c: Client) => c.get("/1/user/-/activities/date/2026-03-21.json");
    const [partly, fully] = [(await day(client)).summary, (await day(whole)).summary];
    expect(partly.sedentaryMinutes).toBeGreaterThan(fully.sedentaryMinutes + 200);
    await whole.sandbox.close();
  });

  it("counts and shows what a control call records, now or after a sync", async () => {
    const { records } = await client.state();
    const { body } = await client.control("records", [
      { type: "activity", start: "2026-03-19T20:00:00", minutes: 20, value: 150, synced: true },
      { type: "activity", start: "2026-03-19T21:00", synced: false },
      { type: "weight", start: "2026-03-20T09:55:00", value: 70.2, synced: true },
      { type: "fat", start: "2026-03-19T08:00:00", value: 21, synced: true },
      { type: "food", start: "2026-03-19T12:00:00", value: 640, synced: true },
      { type: "water", start: "2026-03-19T12:00:00", value: 300, synced: false },
    ]);
    expect(body.records).toEqual({
      activity: records.activity + 2, sleep: records.sleep, weight: records.weight + 1,
      fat: records.fat + 1, food: records.food + 1, water: records.water + 1,
    });
    expect(body.unsynced).toBe(2);
    const list = async (): Promise<Activity[]> => (await client.get(
      `${LIST.activities}?afterDate=2026-03-19T19:00:00&sort=asc&limit=10&offset=0`,
    )).activities;
    const [seen, ...others] = await list();
    expect(others).toEqual([]);
    expect(seen).toMatchObject({
      startTime: "2026-03-19T20:00:00.000+01:00", duration: 1_200_000, calories: 150,
      activityName: "Walk", logType: "tracker",
    });
    const steps = await stepsOf("2026-03-19");
    await client.control("sync", {});
    expect(await list()).toHaveLength(2);
    expect(await stepsOf("2026-03-19")).toBeGreaterThan(steps + 1000);
    expect((await client.get("/1/user/-/profile.json")).user.weight).toBe(70.2);
  });

  it("takes an activity's energy as told, and lets nobody burn less than at rest", async () => {
    const idle = { type: "activity", start: "2026-03-19T00:30", minutes: 60, value: 3, synced: true };
    await client.control("records", [idle]);
    const { activities } = await client.get(
      `${LIST.activities}?afterDate=2026-03-19&sort=asc&limit=1&offset=0`,
    );
    expect(activities[0].calories).toBe(3);
    const { summary } = await client.get("/1/user/-/activities/date/2026-03-19.json");
    expect(summary.caloriesOut).toBeGreaterThanOrEqual(summary.caloriesBMR);
  });

  it("lets a recorded night take the place of one that nobody has seen", async () => {
    await client.control("clock", { now: TOMORROW });
    const night = { type: "sleep", start: "2026-03-20T23:30:00", minutes: 400, synced: true };
    await client.control("records", [night]);
    await client.control("sync", {});
    expect(await sleepOf("2026-03-21")).toEqual([
      expect.objectContaining({ startTime: "2026-03-20T23:30:00.000", timeInBed: 400, type: "stages" }),
    ]);
  });

  it("begins anew on a reset, on the same port", async () => {
    const { url } = client.sandbox;
    await client.control("clock", { now: TOMORROW });
    await client.control("faults", [{ match: {}, times: 9, answer: { status: 500 } }]);
    await client.ask("/1/user/-/profile.json");
    const { body } = await client.control("reset", { seed: 2, now: "2026-05-01T12:00:00Z" });
    expect(body).toMatchObject({
      seed: 2, now: "2026-05-01T12:00:00Z", timeZone: "America/Los_Angeles", unsynced: 0,
    });
    expect(client.sandbox.url).toBe(url);
    expect(client.sandbox.person.timeZone).toBe("America/Los_Angeles");
    expect(await client.get("/_sandbox/requests")).toEqual([]);
    await client.get("/1/user/-/profile.json");
    expect((await client.control("reset", {})).body).toMatchObject({
      seed: 1, now: "2026-03-20T09:00:00Z",
    });
  });

  it("logs the requests of the APIs, without control calls and tokens", async () => {
    await client.get(`${LIST.sleep}?afterDate=2026-03-18&sort=asc&limit=1&offset=0`);
    await client.ask("/1/user/-/nothing.json?a=1&a=2", { token: "sandbox:secret" });
    await client.ask("/1/user/-/profile.json", { token: "wrong" });
    const text = (await client.ask("/_sandbox/requests", { token: "" })).text;
    expect(JSON.parse(text)).toEqual([
      {
        method: "GET", path: LIST.sleep, status: 200,
        query: { afterDate: "2026-03-18", sort: "asc", limit: "1", offset: "0" },
      },
      { method: "GET", path: "/1/user/-/nothing.json", status: 404, query: { a: ["1", "2"] } },
      { method: "GET", path: "/1/user/-/profile.json", status: 401, query: {} },
    ]);
    expect(text).not.toMatch(/secret|wrong|earer/);
  });

  it.each([
    ["Fitbit", "/1/user/-/profile.json"], ["Google", "/v4/users/me/identity"],
  ])("logs no secret that came as a parameter of %s, and every page token", async (_, path) => {
    const secrets = [
      "access_token", "key", "token", "refresh_token", "code", "client_secret", "Access_Token",
    ];
    for (const name of secrets) await client.ask(`${path}?${name}=SECRET&pageToken=page`);
    await client.ask(`${path}?code=SECRET&code=SECRET`);
    const { text } = await client.ask("/_sandbox/requests");
    expect(text).not.toContain("SECRET");
    const queries = (JSON.parse(text) as { query: object }[]).map(({ query }) => query);
    expect(queries).toEqual([
      ...secrets.map((name) => ({ [name]: "***", pageToken: "page" })), { code: ["***", "***"] },
    ]);
  });

  it("does not leap so far that it would be busy for long", async () => {
    const far = await client.control("clock", { now: "2036-04-01T00:00:00Z" });
    expect(far.status).toBe(400);
    expect(far.body.error)
      .toBe("The clock goes ten years forward at most: it is 2026-03-20T09:00:00Z now.");
    expect((await client.control("clock", { now: "2036-03-20T00:00:00Z" })).status).toBe(200);
  });

  it.each([["clock"], ["reset"]])("%s takes the years 2015 to 2100", async (call) => {
    await client.control("reset", { now: "2100-01-01T00:00:00Z" });
    expect((await client.control(call, { now: "2100-12-31T23:59:59Z" })).status).toBe(200);
    for (const day of ["2101-01-01", "9999-01-01", "2014-12-31"]) {
      const reply = await client.control(call, { now: `${day}T12:00:00Z` });
      expect(reply.status).toBe(400);
      expect(reply.body.error).toMatch(/years 2015 to 2100\.$/);
    }
  });

  it.each([0, 1, 2 ** 31 - 1])("starts and begins anew with the seed %i", async (seed) => {
    const other = await open({ seed });
    const { body } = await client.control("reset", { seed });
    expect(body).toMatchObject({ seed });
    expect(body).toEqual(await other.state());
    await other.sandbox.close();
  });

  it.each([
    [{ seed: -1 }, "nobody of the seed -1: use a whole number from 0 to 2147483647."],
    [{ seed: 2 ** 31 }, /^There is nobody of the seed 2147483648: /],
    [{ seed: 1.5 }, /^There is nobody of the seed 1\.5: /],
    [{ now: "9999-01-01T00:00:00Z" }, /^The sandbox cannot start at "9999.* 2015 to 2100\.$/],
    [{ now: "1970-01-01T00:00:00Z" }, /^The sandbox cannot start at "1970/],
    [{ now: "yesterday" }, /^The sandbox cannot start at "yesterday": use an instant such as /],
  ])("does not start with %j, and says what it takes", async (options, message) => {
    await expect(open(options)).rejects.toThrow(message);
  });
});

describe("a control call that makes no sense", () => {
  const client = useSandbox();

  const record = { type: "sleep", start: "2026-03-19T20:00:00", synced: true };
  const fault = { match: {}, times: 1, answer: "html" };
  it.each([
    ["clock", {}], ["clock", { now: "2026-03-21" }], ["clock", { now: "2026-03-21T09:00:00" }],
    ["clock", { now: "2026-13-21T09:00:00Z" }], ["clock", { now: TOMORROW, then: 1 }], ["clock", []],
    ["sync", { from: "yesterday" }], ["sync", { until: TOMORROW }],
    ["sync", { from: "2026-03-20T10:00:00", to: "2026-03-20T09:00:00" }],
    ["reset", { seed: -1 }], ["reset", { seed: 2 ** 31 }], ["reset", { seed: "1" }],
    ["reset", { seed: 1.5 }], ["reset", { rateLimit: 0 }],
    ["reset", { now: "now" }], ["reset", { port: 1 }],
    ["records", record], ["records", [{ ...record, type: "nap" }]],
    ["records", [{ ...record, start: "2026-03-19T20:00:00Z" }]],
    ["records", [{ ...record, start: "2026-02-30T20:00:00" }]],
    ["records", [{ ...record, minutes: 0 }]], ["records", [{ ...record, minutes: "30" }]],
    ["records", [{ ...record, synced: undefined }]], ["records", [{ ...record, synced: "yes" }]],
    ["records", [{ ...record, value: 3 }]], ["records", [{ ...record, type: "weight", value: -1 }]],
    ["records", [{ ...record, type: "weight", minutes: 3 }]],
    ["faults", fault], ["faults", [{ ...fault, answer: "explode" }]],
    ["faults", [{ ...fault, answer: { status: 99 } }]], ["faults", [{ ...fault, times: 0 }]],
    ["faults", [{ ...fault, match: { app: "strava" } }]],
    ["faults", [{ ...fault, match: { path: "1/user" } }]],
    ["faults", [{ ...fault, match: { method: "FETCH" } }]],
    ["faults", [{ ...fault, answer: { status: 503, headers: { "a b": "c" } } }]],
    ["faults", [{ ...fault, answer: { status: 503, headers: { "": "c" } } }]],
    ["faults", [{ ...fault, answer: { status: 503, headers: { a: "b\r\nc: d" } } }]],
    ["faults", [{ ...fault, answer: { status: 503, headers: { Trailer: "x" } } }]],
    ["faults", [{ ...fault, answer: { status: 503, headers: { "transfer-encoding": "x" } } }]],
  ])("is answered by a sentence, and changes nothing: %s %j", async (name, body) => {
    const before = await client.state();
    const reply = await client.control(name, body);
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({ error: textLike(/^["A-Z].*\.$/) });
    expect(await client.state()).toEqual(before);
  });

  it("is answered 400 when it is not JSON and 404 when there is none such", async () => {
    const reply = await client.post("/_sandbox/clock", { body: "{", token: "" });
    expect([reply.status, reply.body]).toEqual([400, { error: "The body is not JSON." }]);
    expect((await client.control("rewind", {})).status).toBe(404);
  });
});
