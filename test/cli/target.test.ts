import { appsOf, onlyConnected, openTarget, tokenVariable } from "../../local/cli/target";
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

  it("either token counts for a step that uses neither app", async () => {
    expect((await openTarget([], {}, FITBIT)).account).toBe("environment");
  });

  it("one of two accounts is not enough", async () => {
    await expect(openTarget(["fitbit", "google_health"], {}, FITBIT))
      .rejects.toThrow("There is no account of google_health: set GOOGLE_HEALTH_ACCESS_TOKEN");
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
  it("with a sandbox asked for are the token variables, and of the two apps nothing else", async () => {
    const env = { ...BOTH, FITBIT_CLIENT_SECRET: "hidden" };
    const target = await openTarget(["fitbit"], { sandbox: true }, env);
    expect(target).toMatchObject({ account: "sandbox", isFallback: false });
    expect(target.accounts("fitbit")).toEqual({ oauth_access_token: "one" });
    expect(target.accounts("google_health")).toEqual({ oauth_access_token: "two" });
    await target.close();
  });

  it("name their variable after the app", () => {
    expect(tokenVariable("google_health")).toBe("GOOGLE_HEALTH_ACCESS_TOKEN");
    expect(tokenVariable("app-with-dash")).toBe("APP_WITH_DASH_ACCESS_TOKEN");
  });

  it("pick the app of a short key when there is one alone", () => {
    expect(onlyConnected({ GOOGLE_HEALTH_ACCESS_TOKEN: "two" })).toBe("google_health");
    expect(onlyConnected(BOTH)).toBeUndefined();
    expect(onlyConnected({})).toBeUndefined();
  });

  it("are those of a component's app props", () => {
    const app = (slug: string) => ({ type: "app", app: slug });
    const props = { fitbit: app("fitbit"), slack: app("slack"), text: { type: "string" } };
    expect(appsOf(resolveProps({ props, run: () => undefined }))).toEqual(["fitbit", "slack"]);
  });
});
