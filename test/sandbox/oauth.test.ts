import { createHash } from "node:crypto";
import { choose, formIn } from "../support/consent";
import type { Choice } from "../support/consent";
import { type Answer, type Client, useSandbox } from "./support";

const PREFIX = "https://www.googleapis.com/auth/googlehealth.";
const VERIFIER = "a".repeat(43);
const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");
const BACK = "http://127.0.0.1:8976/callback";

interface Server {
  app: string;
  authorize: string;
  token: string;
  /** Two scopes, what the first opens, and what the second does. */
  scopes: [string, string];
  paths: [string, string];
}

const FITBIT: Server = {
  app: "fitbit",
  authorize: "/oauth2/authorize",
  token: "/oauth2/token",
  scopes: ["activity", "sleep"],
  paths: ["/1/user/-/activities/date/2026-03-19.json", "/1.2/user/-/sleep/date/2026-03-19.json"],
};

const GOOGLE: Server = {
  app: "google_health",
  authorize: "/o/oauth2/v2/auth",
  token: "/token",
  scopes: [`${PREFIX}activity_and_fitness.readonly`, `${PREFIX}sleep.readonly`],
  paths: [
    "/v4/users/me/dataTypes/steps/dataPoints?pageSize=1",
    "/v4/users/me/dataTypes/sleep/dataPoints?pageSize=1",
  ],
};

interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  scope: string;
}

const sandbox = useSandbox();

function pageOf({ authorize, scopes }: Server, more: Record<string, string> = {}): string {
  const url = new URL(authorize, sandbox.sandbox.url);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: "mine",
    redirect_uri: BACK,
    scope: scopes.join(" "),
    state: "s&<1>",
    code_challenge: CHALLENGE,
    code_challenge_method: "S256",
    access_type: "offline",
    prompt: "consent",
    ...more,
  }).toString();
  return url.href;
}

type Texts = Record<string, string>;

function post({ token }: Server, form: Texts, headers: Texts = {}): Promise<Answer> {
  return sandbox.read(token, {
    method: "POST",
    token: "",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(form).toString(),
  });
}

const byCode = (code: string, more: Record<string, string> = {}): Record<string, string> => ({
  grant_type: "authorization_code", client_id: "mine", code, redirect_uri: BACK, code_verifier: VERIFIER, ...more,
});

const byRefresh = (token: string): Record<string, string> =>
  ({ grant_type: "refresh_token", client_id: "mine", refresh_token: token });

async function codeFrom(server: Server, choice?: Choice, more?: Texts): Promise<string> {
  return (await choose(pageOf(server, more), choice)).searchParams.get("code") ?? "";
}

async function connect(server: Server, choice?: Choice): Promise<Tokens> {
  const { status, text } = await post(server, byCode(await codeFrom(server, choice)));
  expect(status).toBe(200);
  return JSON.parse(text) as Tokens;
}

const later = (client: Client, minutes: number): Promise<unknown> => client.control("clock", {
  now: new Date(client.sandbox.person.now + minutes * 60_000).toISOString().replace(".000", ""),
});

describe.each([FITBIT, GOOGLE])("the consent page of $app", (server) => {
  it("shows what is asked for, each scope to be ticked, with a way to say no", async () => {
    const html = await (await fetch(pageOf(server))).text();
    const { action, fields } = formIn(html);
    expect(action).toBe(server.authorize);
    expect(fields.filter(([name]) => name === "granted").map(([, scope]) => scope)).toEqual(server.scopes);
    expect(html).toMatch(/<button [^>]*>Allow<[^]*<button [^>]*>Deny</);
  });

  it("leads back with a code and the state as it was", async () => {
    const back = await choose(pageOf(server));
    expect(back.href).toMatch(/^http:\/\/127\.0\.0\.1:8976\/callback\?/);
    expect(back.searchParams.get("state")).toBe("s&<1>");
    expect(back.searchParams.get("code")).toMatch(/^sandbox/);
  });

  it.each([{ decision: "deny" }, { without: "" }] as const)(
    "leads back without a code for %j", async (choice) => {
      const { searchParams } = await choose(pageOf(server), choice);
      expect([searchParams.get("error"), searchParams.get("code")]).toEqual(["access_denied", null]);
    },
  );

  it.each([
    ["a client that is not there", { client_id: "unknown-1" }, 401],
    ["an address that is none", { redirect_uri: "nowhere" }, 400],
    ["a scope that is not there", { scope: "everything" }, 400],
    ["another flow", { response_type: "token" }, 400],
  ])("tells the person of %s, and leads nowhere", async (_, more, status) => {
    const answer = await fetch(pageOf(server, more), { redirect: "manual" });
    expect(answer.status).toBe(status);
    expect(formIn(await answer.text()).action).toBe("");
  });
});

describe.each([FITBIT, GOOGLE])("the tokens of $app", (server) => {
  it("open what was granted and nothing else, and begin as no real one does", async () => {
    const tokens = await connect(server, { without: "sleep" });
    expect(tokens.scope).toBe(server.scopes[0]);
    expect([tokens.access_token, tokens.refresh_token].every((token) => token.startsWith("sandbox"))).toBe(true);
    const [granted, refused] = await Promise.all(server.paths.map((path) => (
      sandbox.read(path, { token: tokens.access_token })
    )));
    expect([granted?.status, refused?.status]).toEqual([200, 403]);
  });

  it("mean nothing to the other API", async () => {
    const { access_token: token } = await connect(server);
    const other = server === FITBIT ? GOOGLE : FITBIT;
    expect((await sandbox.read(other.paths[0], { token })).status).toBe(401);
  });

  it("end when they say, and are renewed", async () => {
    const tokens = await connect(server);
    const opens = async ({ access_token: token }: Tokens): Promise<number> =>
      (await sandbox.read(server.paths[0], { token })).status;
    await later(sandbox, tokens.expires_in / 60 + 1);
    expect(await opens(tokens)).toBe(401);
    const { text } = await post(server, byRefresh(tokens.refresh_token));
    const renewed = JSON.parse(text) as Tokens;
    expect(await opens(renewed)).toBe(200);
    expect(renewed.scope).toBe(server.scopes.join(" "));
  });

  it.each([
    ["a code that was used", async () => {
      const code = await codeFrom(server);
      await post(server, byCode(code));
      return byCode(code);
    }, 400],
    ["a code of another client", async () => byCode(await codeFrom(server), { client_id: "other" }), 400],
    ["another address", async () => byCode(await codeFrom(server), { redirect_uri: `${BACK}2` }), 400],
    ["a wrong verifier", async () => byCode(await codeFrom(server), { code_verifier: "b".repeat(43) }), 400],
    ["no code", () => Promise.resolve(byCode("")), 400],
    ["a refresh token that was never given", () => Promise.resolve(byRefresh("sandbox.x")), 400],
    ["a client that is not there", () => Promise.resolve({ ...byRefresh("x"), client_id: "unknown" }), 401],
    ["a wrong secret", () => Promise.resolve({ ...byRefresh("x"), client_secret: "wrong" }), 401],
  ])("are refused for %s", async (_, form, status) => {
    expect((await post(server, await form())).status).toBe(status);
  });

  it("are given to a client that names itself in the header, too", async () => {
    const { client_id: id, ...form } = byCode(await codeFrom(server));
    const authorization = `Basic ${Buffer.from(`${id}:secret`).toString("base64")}`;
    expect((await post(server, form, { authorization })).status).toBe(200);
  });

  it("are in no list of requests", async () => {
    const tokens = await connect(server);
    const { text } = await sandbox.read("/_sandbox/requests", { token: "" });
    expect(text).toContain(server.token);
    expect(text).not.toContain(tokens.access_token);
    expect(text).not.toContain(tokens.refresh_token);
  });
});

describe("a refresh token of Fitbit", () => {
  it("is good once: the same request is answered alike for two minutes, then refused", async () => {
    const { refresh_token: token } = await connect(FITBIT);
    const first = await post(FITBIT, byRefresh(token));
    expect(first.status).toBe(200);
    expect((await post(FITBIT, byRefresh(token))).text).toBe(first.text);
    await later(sandbox, 3);
    const refused = await post(FITBIT, byRefresh(token));
    expect(refused.status).toBe(400);
    // As Fitbit does it: whoever prints this prints a token.
    expect(JSON.parse(refused.text)).toMatchObject({
      success: false, errors: [{ errorType: "invalid_grant", message: expect.stringContaining(token) as unknown }],
    });
  });
});

describe("a refresh token of Google", () => {
  it("stays good, and is given again only where consent is asked for again", async () => {
    const { refresh_token: token } = await connect(GOOGLE);
    for (const minutes of [0, 3]) {
      await later(sandbox, minutes);
      const { status, text } = await post(GOOGLE, byRefresh(token));
      expect(status).toBe(200);
      expect(JSON.parse(text)).not.toHaveProperty("refresh_token");
    }
    const again = await post(GOOGLE, byCode(await codeFrom(GOOGLE, {}, { prompt: "" })));
    expect(JSON.parse(again.text)).not.toHaveProperty("refresh_token");
  });

  it("ends after seven days where the client is in Testing", async () => {
    const code = await codeFrom(GOOGLE, {}, { client_id: "testing-1" });
    const { text } = await post(GOOGLE, byCode(code, { client_id: "testing-1" }));
    const { refresh_token: token } = JSON.parse(text) as Tokens;
    expect(JSON.parse(text)).toMatchObject({ refresh_token_expires_in: 604_799 });
    await later(sandbox, 7 * 24 * 60);
    const refused = await post(GOOGLE, { ...byRefresh(token), client_id: "testing-1" });
    expect([refused.status, JSON.parse(refused.text)]).toEqual([400, {
      error: "invalid_grant", error_description: "Token has been expired or revoked.",
    }]);
  });
});
