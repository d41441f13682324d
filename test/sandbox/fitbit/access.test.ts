import { ANY_TEXT, LIST, open, textLike, useSandbox } from "../support";

const PROFILE = "/1/user/-/profile.json";
const DAY = "/1/user/-/activities/date/2026-03-14.json";
const SLEEP = "/1.2/user/-/sleep/date/2026-03-17.json";
const ACTIVITIES = `${LIST.activities}?beforeDate=2026-03-20&sort=desc&limit=5&offset=0`;

describe("tokens and scopes", () => {
  const client = useSandbox();

  it.each([
    ["", "invalid_request", "Authorization header required."],
    ["expired", "expired_token", "Access token expired: expired"],
    ["wrong", "invalid_token", textLike(/^Access token invalid: wrong\. /)],
    ["sandboxed", "invalid_token", ANY_TEXT],
  ])("answers 401 to the token '%s'", async (token, errorType, message) => {
    const reply = await client.ask(PROFILE, { token });
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({ errors: [{ errorType, message }], success: false });
  });

  it.each([
    [PROFILE, "sandbox:sleep,activity", "profile"],
    [PROFILE, "sandbox:managed", "profile"],
    [SLEEP, "sandbox:activity,sleep.readonly", "sleep"],
    [DAY, "sandbox:sleep", "activity"],
    [ACTIVITIES, "sandbox:", "activity"],
    [`${PROFILE}?city=Rome`, "sandbox:profile", "location", "POST"],
    [`${PROFILE}?waterUnit=any`, "sandbox:profile", "nutrition", "POST"],
  ])("refuses %s to %s, naming %s", async (path, token, scope, method = "GET") => {
    const reply = await client.ask(path, { token, method });
    expect(reply.status).toBe(403);
    expect(reply.body.errors[0].errorType).toBe("insufficient_scope");
    expect(reply.body.errors[0].message).toMatch(
      `This application does not have permission to access ${scope} data. Visit https://`,
    );
  });

  it.each(["bearer", "BEARER", "Bearer"])("takes the scheme as %s", async (scheme) => {
    const headers = { authorization: `${scheme} sandbox` };
    expect((await client.ask(PROFILE, { token: "", headers })).status).toBe(200);
    expect((await client.ask("/v4/users/me/identity", { token: "", headers })).status).toBe(200);
  });

  it.each([[DAY], [SLEEP], [ACTIVITIES]])("lets Pipedream's own client read %s", async (path) => {
    expect((await client.ask(path, { token: "sandbox:managed" })).status).toBe(200);
  });

  it("leaves out heart-rate fields without heartrate", async () => {
    const token = "sandbox:activity";
    const { summary } = await client.get(DAY, { token });
    expect(Object.keys(summary)).not.toEqual(expect.arrayContaining(["heartRateZones"]));
    expect(summary).not.toHaveProperty("restingHeartRate");
    const { activities } = await client.get(ACTIVITIES, { token });
    const whole = await client.get(ACTIVITIES);
    for (const field of ["averageHeartRate", "heartRateLink", "heartRateZones"]) {
      expect(whole.activities[0]).toHaveProperty(field);
      expect(activities[0]).not.toHaveProperty(field);
    }
  });

  it("leaves out where the person lives without location", async () => {
    const { user } = await client.get(PROFILE, { token: "sandbox:profile" });
    for (const field of ["city", "state", "country"]) expect(user).not.toHaveProperty(field);
  });
});

describe("the quota", () => {
  it("ends at 150 an hour, tells when it resets, and resets with the sandbox's clock", async () => {
    const client = await open({ rateLimit: true, now: "2026-03-20T09:15:30Z" });
    const first = await client.ask(PROFILE);
    expect(first.headers.get("fitbit-rate-limit-limit")).toBe("150");
    expect(first.headers.get("fitbit-rate-limit-remaining")).toBe("149");
    expect(first.headers.get("fitbit-rate-limit-reset")).toBe(String(44 * 60 + 30));
    for (let i = 0; i < 149; i += 1) await client.read("/1/user/-/nothing.json");
    const refused = await client.ask(PROFILE);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe(String(44 * 60 + 30));
    expect(refused.headers.get("fitbit-rate-limit-remaining")).toBe("0");
    expect(refused.body.errors[0]).toEqual({ errorType: "request", message: "Too Many Requests" });
    expect((await client.state()).now).toBe("2026-03-20T09:15:30Z");
    await client.control("clock", { now: "2026-03-20T10:00:00Z" });
    const fresh = await client.ask(PROFILE);
    expect(fresh.status).toBe(200);
    expect(fresh.headers.get("fitbit-rate-limit-remaining")).toBe("149");
    expect(fresh.headers.get("fitbit-rate-limit-reset")).toBe("3600");
    await client.sandbox.close();
  });

  it("is lifted by rateLimit:false, at the start and by a reset", async () => {
    const client = await open({ rateLimit: true });
    await client.control("reset", { rateLimit: false });
    const statuses = new Set<number>();
    const path = "/1/user/-/activities/steps/date/2026-03-14/1d.json";
    for (let i = 0; i < 160; i += 1) statuses.add((await client.read(path)).status);
    expect([...statuses]).toEqual([200]);
    await client.sandbox.close();
  });
});
