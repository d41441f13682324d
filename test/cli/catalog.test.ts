import { join } from "node:path";
import { isManaged } from "../../local/catalog/apps";
import { loadCatalog } from "../../local/catalog/catalog";
import { componentFiles } from "../../local/catalog/files";
import { findComponent, suggestions } from "../../local/catalog/find";
import { resolveProps, runAction } from "../../local/runtime";
import { packageRoot } from "./command";

const fixtures = join(__dirname, "fixtures/package");

const only = "google_health-raw-points is the only one.";

const find = (key: string, app?: "fitbit" | "google_health") =>
  findComponent(fixtures, { key, app, preferred: "fitbit" });

describe("the catalogue", () => {
  it("finds every component on disk and nothing else", async () => {
    const found = await componentFiles(fixtures);
    expect(found.map(({ type, name }) => `${type} ${name}`)).toEqual([
      "action get-night",
      "action list-badges",
      "action old-steps",
      "action raw-points",
      "source new-night",
    ]);
  });

  it("lists both components of a module, by app, type and key", async () => {
    const entries = (await loadCatalog(fixtures)).map(({ entry }) => entry);
    expect(entries.map(({ key }) => key)).toEqual([
      "fitbit-get-night",
      "fitbit-list-badges",
      "fitbit-old-steps",
      "fitbit-new-night",
      "google_health-get-night",
      "google_health-raw-points",
      "google_health-new-night",
    ]);
    expect(entries[0]).toEqual({
      key: "fitbit-get-night",
      type: "action",
      name: "Get Night",
      version: "0.2.0",
      app: "fitbit",
      twin: "google_health-get-night",
      scopes: ["sleep"],
      managed: true,
    });
    expect(entries[4]).toMatchObject({
      twin: "fitbit-get-night",
      version: "0.0.3",
      scopes: ["sleep.readonly"],
      managed: true,
    });
  });

  it("names the successor of what has no twin, and says what Pipedream's account cannot run", async () => {
    const entries = (await loadCatalog(fixtures)).map(({ entry }) => entry);
    const of = (key: string) => entries.find((entry) => entry.key === key);
    expect(of("fitbit-old-steps")).toMatchObject({ twin: null, successor: "google_health-get-night" });
    expect(of("fitbit-list-badges")).toMatchObject({ twin: null, managed: false });
    expect(of("fitbit-list-badges")).not.toHaveProperty("successor");
    expect(of("google_health-raw-points")).toMatchObject({ twin: null, managed: false });
  });

  it("holds every component of this package, with its own key", async () => {
    const files = await componentFiles(packageRoot);
    const catalog = await loadCatalog(packageRoot);
    const keys = catalog.map(({ entry }) => entry.key);
    expect(files.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { name } of files) {
      expect(keys.some((key) => key === `fitbit-${name}` || key === `google_health-${name}`)).toBe(true);
    }
  });

  it("counts an account as Pipedream's own only when it carries every scope", () => {
    expect(isManaged("fitbit", ["sleep", "activity"])).toBe(true);
    expect(isManaged("fitbit", ["sleep", "profile"])).toBe(false);
    expect(isManaged("google_health", ["sleep.readonly"])).toBe(true);
    expect(isManaged("google_health", ["sleep.writeonly"])).toBe(false);
  });
});

describe("the twin on Google Health", () => {
  it("takes over its literals and its own key", async () => {
    const { component } = await find("google_health-get-night");
    expect(component).toMatchObject({
      key: "google_health-get-night",
      name: "Get Night",
      version: "0.0.3",
      description: "Get a night. [See the documentation](https://example.com/google)",
    });
    expect(component).not.toHaveProperty("scopes");
  });

  it("rebinds the account and every propDefinition, and lays its changes over them", async () => {
    const { component } = await find("google_health-get-night");
    const props = resolveProps(component);
    expect(props.map(({ name, app, label }) => ({ name, app, label }))).toEqual([
      { name: "fitbit", app: "google_health", label: undefined },
      { name: "date", app: "google_health", label: "Day" },
    ]);
  });

  it("runs the same code against the other app, and leaves the Fitbit component as it is", async () => {
    const accounts = () => ({ oauth_access_token: "sandbox" });
    const props = { date: "today" };
    const twin = await runAction((await find("google_health-get-night")).component, { accounts, props });
    const own = await runAction((await find("get-night")).component, { accounts, props });
    expect(twin).toMatchObject({ ok: true, return: { door: "Google Health", date: "today" } });
    expect(own).toMatchObject({ ok: true, return: { door: "Fitbit", date: "today" } });
  });

  it("is there for sources too", async () => {
    const { component, entry } = await find("new-night", "google_health");
    expect(entry).toMatchObject({ type: "source", twin: "fitbit-new-night" });
    expect(component.sampleEmit).toEqual({ door: "Fitbit" });
  });
});

describe("a key", () => {
  it.each([
    ["fitbit-get-night", undefined, "fitbit-get-night"],
    ["get-night", undefined, "fitbit-get-night"],
    ["get-night", "google_health", "google_health-get-night"],
    ["google_health-get-night", "google_health", "google_health-get-night"],
    ["raw-points", undefined, "google_health-raw-points"],
  ] as const)("%s with --app %s is %s", async (key, app, expected) => {
    expect((await find(key, app)).entry.key).toBe(expected);
  });

  it("without an app means the only account there is", async () => {
    const wanted = { key: "get-night", preferred: "google_health" } as const;
    expect((await findComponent(fixtures, wanted)).entry.key).toBe("google_health-get-night");
  });

  it.each([
    ["get-nihgt", undefined, "There is no component get-nihgt; did you mean get-night?"],
    ["google_health-get-nigth", undefined, "did you mean google_health-get-night?"],
    ["zzz", undefined, "There is no component zzz. `fitbit list` shows them all."],
    ["old-steps", "google_health", "Google Health has no old-steps: use google_health-get-night there."],
    ["list-badges", "google_health", "nothing takes its place there"],
    ["raw-points", "fitbit", `Fitbit has no raw-points: ${only}`],
    ["fitbit-get-night", "google_health", "is a key of fitbit, but --app asks for google_health"],
  ] as const)("%s with --app %s says what to do", async (key, app, message) => {
    await expect(find(key, app)).rejects.toThrow(message);
  });

  it("is guessed from a word it holds, the nearest first", () => {
    const names = ["get-sleep-log", "list-sleep-logs", "get-profile", "log-sleep"];
    expect(suggestions("sleep", names)).toEqual(["log-sleep", "get-sleep-log", "list-sleep-logs"]);
    expect(suggestions("get-sleep", names)[0]).toBe("get-sleep-log");
    expect(suggestions("weather", names)).toEqual([]);
  });
});
