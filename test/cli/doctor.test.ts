import { chmod } from "node:fs/promises";
import { patientsIn } from "../../local/cli/doctor-checks";
import type { Diagnosis } from "../../local/cli/doctor-diagnosis";
import { called, calledJson } from "./call";
import { usePerson } from "./person";

const person = usePerson();

const APPS = ["fitbit", "google_health"];

interface Examined extends Diagnosis {
  code: number;
  /** What one check says: its mark, its sentence and what to do. */
  of: (check: string) => string;
}

async function examine(): Promise<Examined> {
  const { code, printed } = await person.on("doctor", "--json");
  const [diagnosis] = JSON.parse(printed.join("")) as [Diagnosis];
  const of = (name: string): string => {
    const found = diagnosis.checks.find(({ check }) => check === name);
    return [found?.state, found?.text, found?.next].filter(Boolean).join(" ");
  };
  return { ...diagnosis, code, of };
}

const fault = (path: string, answer: unknown) => ({ match: { path }, times: 99, answer });

describe("fitbit doctor", () => {
  it("says what to do where nothing is connected", async () => {
    const { code, printed } = await person.call(["doctor"]);
    expect(code).toBe(0);
    expect(printed.join("\n")).toMatch(/^No account is connected[^]*fitbit connect google_health --client-id ID/);
  });

  it("looks at every account, or at those that are asked for", async () => {
    for (const app of APPS) await person.connect(app);
    const all = await calledJson<Diagnosis[]>(["doctor"], person.env);
    expect(all.map(({ app, isFine }) => [app, isFine])).toEqual([["fitbit", true], ["google_health", true]]);
    const one = await calledJson<Diagnosis[]>(["doctor", "--app", "google_health"], person.env);
    expect(one).toEqual([all[1]]);
    const elsewhere = await person.call(["doctor", "--sandbox-url", "http://127.0.0.1:1"]);
    expect(elsewhere.printed[0]).toContain("No account is connected");
  });

  it("takes a token in a variable first, and the others without it", () => {
    const [token, account] = patientsIn({ FITBIT_ACCESS_TOKEN: "x" }, [{
      app: "fitbit", client: { id: "a" }, scopes: [], accessToken: "y", expiresAt: 0, connectedAt: "",
    }]);
    expect([token?.account, token?.env.FITBIT_ACCESS_TOKEN]).toEqual([undefined, "x"]);
    expect([account?.account?.accessToken, account?.env.FITBIT_ACCESS_TOKEN]).toEqual(["y", undefined]);
  });

  it("says that others can read the file", async () => {
    await person.connect("fitbit");
    await chmod(person.file, 0o644);
    const { printed } = await person.on("doctor");
    expect(printed.join("\n")).toContain(`chmod 600 ${person.file}`);
  });
});

describe.each(APPS)("fitbit doctor, of %s,", (app) => {
  it("finds an account that can do all well, and prints no token", async () => {
    await person.connect(app);
    const { code, printed, said } = await person.on("doctor");
    const text = [...printed, ...said].join("\n");
    expect([code, said]).toEqual([0, []]);
    expect(text).toContain("✔ access  Until 2026-03-20 ");
    expect(text.replace(/\s+/g, " ")).toContain("✔ data The newest: Charge 6 synced on 2026-03-20 at 10:00; steps on 2026-03-20; a sleep until 2026-03-20 at ");
    expect(text).toContain("✔ scopes  All that components use: ");
    const [account] = await person.accounts();
    expect(text).not.toContain(account?.accessToken);
    expect(text).not.toContain(account?.refreshToken);
  });

  it("names the components that lack a scope, and which", async () => {
    await person.connect(app, { without: "sleep" });
    const entries = await calledJson<{ key: string; scopes: string[] }[]>(["list", "--app", app]);
    const { code, failing, of } = await examine();
    const lacking = entries.filter(({ scopes }) => scopes.some((scope) => scope.startsWith("sleep")));
    expect(failing.map(({ key }) => key).sort()).toEqual(lacking.map(({ key }) => key).sort());
    expect(of("scopes")).toMatch(/^warning \d+ granted; \d+ components would fail, or lack a part, for want of sleep.* and tick them\.$/);
    expect(of("data")).toMatch(/^good/);
    expect(code).toBe(0);
  });

  it("tells of a connection that has ended, and what brings it back", async () => {
    await person.connect(app);
    const [account] = await person.accounts();
    if (account) await person.keep({ ...account, refreshToken: "sandbox.gone", expiresAt: 0 });
    const { code, of } = await examine();
    expect(of("access")).toMatch(new RegExp(`^bad The connection with \\w+ has ended .* \`fitbit connect ${app} `));
    expect(code).toBe(1);
  });

  it("tells of a token that the API does not take", async () => {
    await person.connect(app);
    const [account] = await person.accounts();
    if (account) await person.keep({ ...account, accessToken: "sandbox.gone" });
    const { code, checks, of } = await examine();
    expect(checks.map(({ check }) => check)).toEqual(["access", "scopes"]);
    expect(of("access")).toMatch(/^bad .* no longer accepts this connection \(401\)/);
    expect(code).toBe(1);
  });

  it("tells how long nothing has come", async () => {
    await person.connect(app);
    await person.later(5 * 24 * 60);
    const { code, of } = await examine();
    expect(of("data")).toMatch(/^warning The newest: .* Nothing came for 5 days: open the \w+(?: \w+)? app, and let the watch sync\.$/);
    expect(code).toBe(0);
  });

  it("tells of an account without any data", async () => {
    await person.connect(app);
    await person.control("faults", app === "fitbit"
      ? [
          fault("/1/user/-/devices.json", { status: 200, body: [] }),
          fault("/1/user/-/activities/steps", { status: 200, body: { "activities-steps": [{ dateTime: "2026-03-20", value: "0" }] } }),
          fault("/1.2/user/-/sleep/list", { status: 200, body: { sleep: [], pagination: {} } }),
        ]
      : [fault("/v4/users/me/pairedDevices", { status: 200, body: {} }), fault("/v4/users/me/dataTypes", { status: 200, body: {} })]);
    const { code, of } = await examine();
    expect(of("data")).toMatch(/^bad There is no device that synced, no step within 30 days, no sleep\. /);
    expect(of("data")).toContain("another");
    expect(code).toBe(1);
  });

  it("does not look at what was not granted", async () => {
    const scope = app === "fitbit" ? "weight" : "nutrition.readonly";
    await person.connect(app, {}, "--scope", scope);
    const { code, of } = await examine();
    expect(of("data")).toMatch(/^warning Not looked at/);
    expect(code).toBe(0);
  });

  it("tells of a sandbox that is not there any more", async () => {
    await person.connect(app);
    const [account] = await person.accounts();
    if (account) await person.keep({ ...account, sandboxUrl: "http://127.0.0.1:1" });
    const { code, printed } = await person.call(["doctor"]);
    expect(printed.join("\n")).toContain("✘ access  No sandbox answers at http://127.0.0.1:1");
    expect(code).toBe(1);
  });
});

describe("fitbit doctor, of an API that is off,", () => {
  it("names Google Health instead", async () => {
    await person.connect("fitbit");
    await person.control("faults", [fault("/1", { status: 410 })]);
    const { code, of } = await examine();
    expect(of("API")).toMatch(/^bad The Fitbit Web API is off \(410\)\. .* `fitbit connect google_health`\.$/);
    expect(code).toBe(1);
  });

  it("names what is to be enabled", async () => {
    await person.connect("google_health");
    person.sandbox.healthSwitches.account = "API disabled";
    const { of } = await examine();
    person.sandbox.healthSwitches.account = "fine";
    expect(of("API")).toMatch(/^bad The Google Health API is not enabled in the Google Cloud project .* Enable it/);
  });
});

describe("fitbit doctor, of a Google account", () => {
  it.each([
    ["not linked", "Most often the consent was given with another Google account"],
    ["not moved", "move it to a Google account in the Google Health app"],
    ["no profile", "Sign in to the Google Health app with this account"],
  ] as const)("that is %s says what is usual then", async (state, words) => {
    await person.connect("google_health");
    person.sandbox.healthSwitches.account = state;
    const { code, of } = await examine();
    person.sandbox.healthSwitches.account = "fine";
    expect(of("account")).toMatch(/^bad .* connect again with `fitbit connect google_health /);
    expect(of("account")).toContain(words);
    expect(code).toBe(1);
  });

  it("says whose it is", async () => {
    await person.connect("google_health");
    const { of } = await examine();
    expect(of("account")).toMatch(/^good User \d+ of Google Health, at Fitbit \w+\.$/);
    expect((await called(["doctor", "--app", "google_health"], person.env)).code).toBe(0);
  });
});
