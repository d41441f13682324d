import { createColors } from "picocolors";
import {
  appsOf, environmentAccount, onlyConnected, sandboxAccounts, tokenVariable,
} from "../../local/cli/accounts";
import { openTarget, tellTarget } from "../../local/cli/target";
import { resolveProps } from "../../local/runtime";

const FITBIT = { FITBIT_ACCESS_TOKEN: "one" };
const BOTH = { ...FITBIT, GOOGLE_HEALTH_ACCESS_TOKEN: "two" };

describe("without a sandbox asked for", () => {
  it("a token of the app that is used means the real API", async () => {
    const target = await openTarget(["fitbit", "slack"], {}, { ...FITBIT, SLACK_BOT_TOKEN: "x" });
    expect(target).not.toHaveProperty("sandboxUrl");
    expect(target).not.toHaveProperty("clock");
    expect(target.account).toBe("environment");
    expect(target.accounts("fitbit")).toEqual({ access_token: "one", oauth_access_token: "one" });
    expect(target.accounts("slack")).toEqual({ bot_token: "x" });
    expect(target.accounts("strava")).toEqual({});
  });

  it.each([
    [["slack"], {}], [["slack"], FITBIT], [[], {}], [[], BOTH],
  ])("a component of other apps (%j) has no sandbox, with the tokens %j", async (apps, env) => {
    const said: string[] = [];
    const target = await openTarget(apps, {}, env);
    tellTarget(apps, target, {
      say: (text) => said.push(text), paintSaid: createColors(false), width: 80,
    });
    expect(target).toMatchObject({ account: "environment", isFallback: false });
    expect(target).not.toHaveProperty("sandboxUrl");
    expect(target).not.toHaveProperty("clock");
    expect(said.join()).not.toMatch(/sandbox/i);
  });

  it("one of two accounts is not enough", async () => {
    await expect(openTarget(["fitbit", "google_health"], {}, FITBIT))
      .rejects.toThrow("There is no account of google_health: connect yours with `fitbit connect google_health`, set GOOGLE_HEALTH_ACCESS_TOKEN");
  });

  it.each([
    ["no token", {}],
    ["an empty token", { FITBIT_ACCESS_TOKEN: "" }],
    ["a token of the other app", { GOOGLE_HEALTH_ACCESS_TOKEN: "two" }],
  ])("with %s a fresh sandbox answers", async (_, env) => {
    const target = await openTarget(["fitbit"], {}, env);
    expect(target).toMatchObject({ account: "sandbox", isFallback: true });
    expect(target.accounts("fitbit")).toEqual({ oauth_access_token: "sandbox" });
    expect(await target.clock?.()).toBe(Date.parse("2026-03-20T09:00:00Z"));
    await target.close();
  });
});

describe("accounts", () => {
  it("with a sandbox asked for are its own: no token of a real account goes there", async () => {
    const env = { ...BOTH, FITBIT_CLIENT_SECRET: "hidden", SLACK_BOT_TOKEN: "x" };
    const target = await openTarget(["fitbit"], { sandbox: true }, env);
    expect(target).toMatchObject({ account: "sandbox", isFallback: false });
    expect(target.accounts("fitbit")).toEqual({ oauth_access_token: "sandbox" });
    expect(target.accounts("google_health")).toEqual({ oauth_access_token: "sandbox" });
    expect(target.accounts("slack")).toEqual({ bot_token: "x" });
    await target.close();
  });

  it.each([
    ["sandbox", "sandbox"], ["sandbox:sleep,activity", "sandbox:sleep,activity"],
    ["sandbox-issued", "sandbox-issued"], ["expired", "expired"],
    ["expired-once", "sandbox"], ["my-sandbox", "sandbox"], ["", "sandbox"],
  ])("on a sandbox the token variable %j means the bearer %j", (token, bearer) => {
    expect(sandboxAccounts({ FITBIT_ACCESS_TOKEN: token })("fitbit"))
      .toEqual({ oauth_access_token: bearer });
  });

  it("keep the names of their fields, which are in small letters unless they are written so", () => {
    const env = {
      ACME_ACCESS_TOKEN: "t", ACME_API_KEY: "k", ACME_apiKey: "c", ACME_Server: "s", acme_x: "no",
    };
    expect(environmentAccount("acme", env)).toEqual({
      access_token: "t", oauth_access_token: "t", api_key: "k", apiKey: "c", Server: "s",
    });
  });

  it("name their variable after the app", () => {
    expect(tokenVariable("google_health")).toBe("GOOGLE_HEALTH_ACCESS_TOKEN");
    expect(tokenVariable("app-with-dash")).toBe("APP_WITH_DASH_ACCESS_TOKEN");
  });

  it("pick the app of a short key when there is one alone", () => {
    expect(onlyConnected({ GOOGLE_HEALTH_ACCESS_TOKEN: "two" }, [])).toBe("google_health");
    expect(onlyConnected(BOTH, [])).toBeUndefined();
    expect(onlyConnected({}, [])).toBeUndefined();
  });

  it("are those of a component's app props", () => {
    const app = (slug: string) => ({ type: "app", app: slug });
    const props = { fitbit: app("fitbit"), slack: app("slack"), text: { type: "string" } };
    expect(appsOf(resolveProps({ props, run: () => undefined }))).toEqual(["fitbit", "slack"]);
  });
});
