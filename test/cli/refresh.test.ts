import type { Account } from "../../local/accounts/account";
import { freshAccount } from "../../local/accounts/fresh";
import { called } from "./call";
import { ended, start } from "./command";
import { usePerson } from "./person";

const person = usePerson();

const TOKENS: Record<string, string> = { fitbit: "/oauth2/token", google_health: "/token" };
const MINUTES: Record<string, number> = { fitbit: 480, google_health: 60 };
const APPS = ["fitbit", "google_health"];

async function connected(app: string, clientId = "mine"): Promise<Account> {
  await person.connect(app, {}, "--client-id", clientId);
  const [account] = await person.accounts();
  if (!account) throw new Error("Nothing was connected.");
  return account;
}

const fresh = (account: Account): Promise<Account> =>
  freshAccount(account, person.env, person.sandbox.person.now);

/** How often tokens were asked for since the account was connected. */
const refreshes = async (app: string): Promise<number[]> =>
  (await person.statuses(TOKENS[app] ?? "")).slice(1);

const fault = (app: string, answer: unknown): Promise<void> =>
  person.control("faults", [{ match: { path: TOKENS[app] }, times: 99, answer }]);

describe.each(APPS)("an account of %s", (app) => {
  it("is left as it is while its access lasts", async () => {
    const account = await connected(app);
    expect(await fresh(account)).toEqual(account);
    expect(await refreshes(app)).toEqual([]);
  });

  it("is refreshed before its access ends, and stored", async () => {
    const account = await connected(app);
    await person.later((MINUTES[app] ?? 0) - 4);
    const { accessToken, refreshToken, scopes } = await fresh(account);
    expect(accessToken).not.toBe(account.accessToken);
    expect(scopes).toEqual(account.scopes);
    expect(refreshToken === account.refreshToken).toBe(app === "google_health");
    expect(await person.accounts()).toMatchObject([{ accessToken, refreshToken }]);
  });

  it("is refreshed once, however many ask at a time", async () => {
    const account = await connected(app);
    await person.later(600);
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => fresh(account)));
    expect(new Set(all.map(({ accessToken }) => accessToken)).size).toBe(1);
    expect(await refreshes(app)).toEqual([200]);
  });

  it.each([
    ["status 503", { status: 503 }, "it answered 503"],
    ["status 429", { status: 429 }, "it answered 429"],
    ["a cut line", "reset", "no connection"],
    ["a page of HTML", "html", "it answered"],
    ["status 404", { status: 404 }, "it answered 404"],
  ])("is kept when %s answers, and works again afterwards", async (_, answer, words) => {
    const account = await connected(app);
    await person.later(600);
    await fault(app, answer);
    await expect(fresh(account)).rejects.toThrow(words);
    expect(await person.accounts()).toEqual([account]);
    await person.control("faults", []);
    expect((await fresh(account)).accessToken).not.toBe(account.accessToken);
  });

  it("is used to its last minute when it cannot be refreshed at the moment", async () => {
    const account = await connected(app);
    await person.later((MINUTES[app] ?? 0) - 2);
    await fault(app, { status: 503 });
    expect(await fresh(account)).toEqual(account);
  });

  it("is named ended when its refresh is refused for good, and is not tried again", async () => {
    const account = await connected(app);
    await person.keep({ ...account, refreshToken: "sandbox.gone" });
    await person.later(600);
    const [spent] = await person.accounts();
    await expect(fresh(spent ?? account)).rejects.toMatchObject({ status: 401 });
    await expect(fresh(spent ?? account)).rejects.toMatchObject({ status: 401 });
    const [stored] = await person.accounts();
    expect(stored?.ended).toContain("has ended (invalid_grant)");
    expect(stored?.ended).toContain(`fitbit connect ${app}`);
    expect(await refreshes(app)).toEqual([400]);
    const { printed } = await person.call(["accounts"]);
    expect(printed.join("\n")).toContain(stored?.ended);
    expect(JSON.stringify([stored?.ended, printed])).not.toContain("sandbox.gone");
    expect(await person.on("run", "get-profile", "--app", app)).toEqual({
      code: 1, printed: [], said: [stored?.ended],
    });
  });

  it("is kept when its client is refused, which is named", async () => {
    const account = await connected(app);
    const other = { ...account, client: { id: "unknown" } };
    await person.keep(other);
    await person.later(600);
    await expect(fresh(other)).rejects.toThrow("does not know this client");
    expect(await person.accounts()).toEqual([other]);
  });

  it("without a refresh token ends with its access", async () => {
    const account = await connected(app);
    delete account.refreshToken;
    await person.keep(account);
    await person.later(600);
    await expect(fresh(account)).rejects.toThrow("has ended");
    expect(await refreshes(app)).toEqual([]);
  });

  it("that is forgotten meanwhile is not brought back", async () => {
    const account = await connected(app);
    await person.later(600);
    await person.on("accounts", "--forget", app);
    await expect(fresh(account)).rejects.toThrow("forgotten meanwhile");
    expect(await person.accounts()).toEqual([]);
  });
});

describe("processes that need the same account", () => {
  it("refresh it once between them", async () => {
    await connected("fitbit");
    await person.later(600);
    const args = ["run", "get-profile", "--json", "--sandbox-url", person.url];
    const { env } = person;
    const outcomes = await Promise.all([1, 2, 3].map(() => ended(start(args, { env }))));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await refreshes("fitbit")).toEqual([200]);
  });
});

describe("a source that is watched for longer than its access lasts", () => {
  it("goes on with new access, over a refresh that fails for a passing reason", async () => {
    await connected("google_health");
    const args = ["watch", "new-sleep-log", "--every", "1", "--ticks", "3", "--json", "--sandbox-url", person.url];
    const child = start(args, { env: person.env });
    let isMoved = false;
    child.stdout.on("data", (text: Buffer) => {
      if (isMoved || !text.toString().includes('"type":"tick"')) return;
      isMoved = true;
      const failing = [{ match: { path: "/token" }, times: 1, answer: { status: 503 } }];
      void person.control("faults", failing).then(() => person.later(90));
    });
    const { code, stdout } = await ended(child);
    const lines = stdout.trim().split("\n").map((line) => JSON.parse(line) as { type: string; error?: object });
    const ticks = lines.filter(({ type }) => type === "tick");
    expect(ticks.map(({ error }) => error ?? "fine")).toEqual(["fine", {
      name: "AccountError", message: expect.stringContaining("The connection is kept") as unknown,
    }, "fine"]);
    expect([code, await refreshes("google_health")]).toEqual([0, [503, 200]]);
  });

  it("ends when its connection has ended", async () => {
    const account = await connected("google_health");
    await person.keep({ ...account, ended: "It has ended." });
    const { code, said } = await person.on("watch", "new-sleep-log", "--ticks", "2", "--json");
    expect([code, said]).toEqual([1, ["It has ended."]]);
  });
});

describe("which account is used", () => {
  it("is the one of the sandbox that is asked for, with what was granted", async () => {
    await person.connect("fitbit", { without: "sleep" });
    const refused = await person.on("run", "get-sleep-log", "--json");
    expect(JSON.parse(refused.printed.join(""))).toMatchObject({
      account: "sandbox", error: { name: "MissingScopeError" },
    });
  });

  it("is that of the app alone that is connected, without --app", async () => {
    await person.connect("google_health");
    const { printed } = await person.on("describe", "get-profile", "--json");
    expect(JSON.parse(printed.join(""))).toMatchObject({ key: "google_health-get-profile" });
  });

  it("is never that of a sandbox on the real API, nor the other way round", async () => {
    const account = await connected("fitbit");
    const elsewhere = await person.call(["run", "get-profile"]);
    expect(elsewhere.said[0]).toContain("No Fitbit account is connected: the sandbox answers");
    delete account.sandboxUrl;
    await person.keep({ ...account, accessToken: "secret", expiresAt: 9e15 });
    const { code, printed, said } = await person.on("run", "get-profile", "--json");
    expect(code).toBe(0);
    expect([...printed, ...said].join("")).not.toContain("secret");
  });

  it.each(["{", "[]", '{"accounts":1}'])("cannot be told where the file holds %j", async (text) => {
    await connected("fitbit");
    const { writeFile } = await import("node:fs/promises");
    await writeFile(person.file, text);
    const { code, said } = await called(["accounts"], person.env);
    expect([code, said]).toEqual([1, [expect.stringContaining("mend the file, or delete it and connect again")]]);
  });
});

describe("fitbit accounts", () => {
  it("says how to connect one where there is none, and of tokens in variables", async () => {
    const none = await person.call(["accounts"]);
    expect(none.printed.join()).toContain("No account is connected: `fitbit connect fitbit`");
    const variable = await called(["accounts"], { ...person.env, FITBIT_ACCESS_TOKEN: "secret" });
    expect(variable.printed.join()).toContain("A token in FITBIT_ACCESS_TOKEN goes before any account");
    expect(variable.printed.join()).not.toContain("secret");
  });

  it("lists what is connected, without a token or a secret", async () => {
    await person.connect("fitbit", {}, "--client-secret", "s3cret");
    await person.connect("google_health");
    const outcomes = [await person.call(["accounts"]), await person.call(["accounts", "--json"])];
    const texts = outcomes.map(({ printed }) => printed.join("\n"));
    for (const account of await person.accounts()) {
      for (const text of texts) {
        expect(text).toContain("mine");
        expect([account.accessToken, account.refreshToken, "s3cret"].some((secret) => text.includes(secret ?? "?"))).toBe(false);
      }
    }
    expect(JSON.parse(texts[1] ?? "")).toMatchObject([{ app: "fitbit", isUsable: true }, { app: "google_health" }]);
  });

  it("forgets the one that is named, and no other", async () => {
    await person.connect("fitbit");
    await person.connect("google_health");
    const { code, printed } = await person.on("accounts", "--forget", "fitbit");
    expect([code, printed[0]]).toEqual([0, `The Fitbit account on the sandbox at ${person.url} is forgotten: its tokens are deleted here.`]);
    expect((await person.accounts()).map(({ app }) => app)).toEqual(["google_health"]);
    const again = await person.on("accounts", "--forget", "fitbit");
    expect([again.code, again.said[0]]).toEqual([2, expect.stringContaining("No Fitbit account is connected on the sandbox")]);
  });

  it("says where access is taken back, of a real one", async () => {
    const account = await connected("google_health");
    delete account.sandboxUrl;
    await person.keep(account);
    const { printed } = await person.call(["accounts", "--forget", "google_health"]);
    expect(printed[1]).toContain("https://myaccount.google.com/connections");
  });
});
