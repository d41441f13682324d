import {
  errorOf, NAP, openHealth, reasonOf, RUN, stored, useHealth, WEIGHT,
} from "./support";

describe("tokens of the Google Health API", () => {
  const health = useHealth();

  it("are needed: without one the answer names the method that was called", async () => {
    const { status, headers, text } = await health.client.ask(
      "/v4/users/me/dataTypes/steps/dataPoints", { token: "" },
    );
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toBe('Bearer realm="https://accounts.google.com/"');
    expect(JSON.parse(text)).toMatchObject({
      error: {
        status: "UNAUTHENTICATED",
        details: [{
          reason: "CREDENTIALS_MISSING",
          domain: "googleapis.com",
          metadata: {
            method: "google.devicesandservices.health.v4.DataPointsService.ListDataPoints",
            service: "health.googleapis.com",
          },
        }],
      },
    });
  });

  it.each(["expired", "ya29.something"])("that do not hold are refused: %s", async (token) => {
    const reply = await health.ask("/identity", "GET", undefined, token);
    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toContain('error="invalid_token"');
    expect(errorOf(reply)).toEqual({
      code: 401,
      message: "Request had invalid authentication credentials. Expected OAuth 2 access token, login"
        + " cookie or other valid authentication credential. See"
        + " https://developers.google.com/identity/sign-in/web/devconsole-project.",
      status: "UNAUTHENTICATED",
    });
  });

  const read = (path: string) => (token: string) => health.ask(path, "GET", undefined, token);
  const list = (type: string) => (token: string) => health.list(type, {}, token);
  const roll = (type: string) => (token: string) =>
    health.daily(type, "2026-03-01", "2026-03-02", {}, token);

  it.each([
    ["managed", "identity", read("/identity"), true],
    ["managed", "profile", read("/profile"), false],
    ["managed", "settings", read("/settings"), false],
    ["managed", "paired devices", read("/pairedDevices"), false],
    ["managed", "IRN profile", read("/irnProfile"), false],
    ["managed", "steps", roll("steps"), true],
    ["managed", "heart rate", list("heart-rate"), true],
    ["managed", "sleep", list("sleep"), true],
    ["managed", "food logs", list("nutrition-log"), true],
    ["managed", "ECGs", list("electrocardiogram"), false],
    ["sleep", "sleep", list("sleep"), true],
    ["sleep", "exercises", list("exercise"), false],
    ["sleep.readonly", "sleep", list("sleep"), true],
    ["https://www.googleapis.com/auth/googlehealth.sleep.readonly", "sleep", list("sleep"), true],
    ["activity", "minutes in zones", roll("time-in-heart-rate-zone"), true],
    ["heartrate", "minutes in zones", roll("time-in-heart-rate-zone"), false],
    ["heartrate", "resting heart rate", list("daily-resting-heart-rate"), true],
    ["weight", "weights", list("weight"), true],
    ["profile", "profile", read("/profile"), true],
    ["settings", "settings", read("/settings"), true],
    ["electrocardiogram", "ECGs", list("electrocardiogram"), true],
    ["sleep.writeonly", "identity", read("/identity"), false],
    ["social", "identity", read("/identity"), false],
  ])("sandbox:%s: %s", async (scopes, _, ask, allowed) => {
    const reply = await ask(`sandbox:${scopes}`);
    if (allowed) {
      expect(reply.status).toBe(200);
      return;
    }
    expect(reply.status).toBe(403);
    expect(errorOf(reply)).toMatchObject({
      status: "PERMISSION_DENIED", message: "Request had insufficient authentication scopes.",
    });
    expect(reasonOf(reply)).toBe("MISSING_OAUTH_SCOPE");
  });

  it("that only read may not write", async () => {
    for (const token of ["sandbox:managed", "sandbox:sleep.readonly,weight"]) {
      expect((await health.create("sleep", NAP, token)).status).toBe(403);
    }
    expect((await health.create("weight", WEIGHT, "sandbox:weight")).status).toBe(200);
    const body = { userConfiguredWalkingStrideLengthMm: 700 };
    expect((await health.ask("/profile", "PATCH", body, "sandbox:profile.readonly")).status).toBe(403);
  });

  it("that only write see what was written through them, and nothing else", async () => {
    const token = "sandbox:activity_and_fitness.writeonly";
    const { name } = stored(await health.create("exercise", RUN, token));
    const mine = await health.all("exercise", {}, "", token);
    expect(mine.map((point) => point.name)).toEqual([name]);
    const family = "users/me/dataSourceFamilies/";
    const own = await health.list("exercise", { dataSourceFamily: `${family}self-sources` }, token);
    expect(own.status).toBe(200);
    const all = await health.list("exercise", { dataSourceFamily: `${family}all-sources` }, token);
    expect([all.status, errorOf(all).status]).toEqual([403, "PERMISSION_DENIED"]);
    await health.remove("exercise", [name]);
  });

  it("that only write may not list sleeps, of which no family can be asked for", async () => {
    const token = "sandbox:sleep.writeonly";
    const { name } = stored(await health.create("sleep", NAP, token));
    const listed = await health.list("sleep", {}, token);
    expect([listed.status, errorOf(listed).status]).toEqual([403, "PERMISSION_DENIED"]);
    const mine = await health.all("sleep", {}, ":reconcile", token);
    expect(mine.map((point) => point.dataPointName)).toEqual([name]);
    await health.remove("sleep", [name]);
  });

  it("without the activity scope see no strides in the profile", async () => {
    const strides = (body: object) => Object.keys(body).filter((key) => key.includes("Stride"));
    expect(strides(await health.get("/profile"))).toHaveLength(2);
    expect(strides(await health.get("/profile", "sandbox:profile"))).toEqual([]);
  });

  it("stand for one person: me, or their own id", async () => {
    const { healthUserId } = await health.get("/identity");
    const own = await health.client.ask(`/v4/users/${String(healthUserId)}/profile`);
    expect(own.status).toBe(200);
    expect((await health.client.ask("/v4/users/123/profile")).status).toBe(403);
  });
});

describe("the parameters that every method takes", () => {
  const health = useHealth();

  const COMMON = "fields=name&$.xgafv=2&access_token=x&callback=f&uploadType=media"
    + "&upload_protocol=raw&oauth_token=x&quotaUser=me&prettyPrint=false&alt=json&key=x";

  it.each([
    ["GET", "/identity", undefined], ["GET", "/dataTypes/steps/dataPoints", undefined],
    ["POST", "/dataTypes/weight/dataPoints", WEIGHT], ["PATCH", "/settings", {}],
  ])("change nothing: %s %s", async (method, path, body) => {
    expect((await health.ask(`${path}?${COMMON}`, method, body)).status).toBe(200);
  });

  it("do not bind page tokens", async () => {
    const path = "/dataTypes/exercise/dataPoints?pageSize=2";
    const { nextPageToken } = await health.get(`${path}&access_token=sandbox&prettyPrint=true`, "");
    const next = `${path}&pageToken=${String(nextPageToken)}&access_token=sandbox:activity`;
    expect((await health.get(next, "")).dataPoints).toHaveLength(2);
  });

  it.each(["access_token", "oauth_token"])("may carry the token: %s", async (name) => {
    const ask = (token: string) => health.ask(`/settings?${name}=${token}`, "GET", undefined, "");
    expect((await ask("sandbox")).status).toBe(200);
    expect((await ask("sandbox:sleep")).status).toBe(403);
    expect((await ask("expired")).status).toBe(401);
  });
});

describe("the quota", () => {
  it("is 300 requests a minute of the sandbox's clock", async () => {
    const health = await openHealth({ rateLimit: true });
    for (let i = 0; i < 300; i += 1) await health.get("/identity");
    const over = await health.ask("/identity");
    expect(over.status).toBe(429);
    expect(over.headers.get("retry-after")).toBeNull();
    expect(errorOf(over).status).toBe("RESOURCE_EXHAUSTED");
    expect(reasonOf(over)).toBe("RATE_LIMIT_EXCEEDED");
    await health.client.control("clock", { now: "2026-03-20T09:01:00Z" });
    expect((await health.ask("/identity")).status).toBe(200);
    await health.client.sandbox.close();
  });
});
