import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checked } from "../../registry/checks/check";
import { imports } from "../../registry/checks/imports";
import { keys as keysCheck } from "../../registry/checks/keys";
import { load } from "../../registry/checks/load";
import { style } from "../../registry/checks/style";
import { chosen } from "../../registry/chosen";
import type { Payload } from "../../registry/build";
import { readFiles, sizeOf, type Files } from "../../registry/files";
import { filesFor, payloads, ROOT } from "./support";

let all: Payload[];
let whole: Files;

beforeAll(async () => {
  all = await payloads();
  whole = await filesFor(all, chosen(all.flatMap(({ components }) => components), undefined));
});

const made = new Map<string, Promise<Files>>();

/** The files of these components, made once. */
function only(...keys: string[]): Promise<Files> {
  const files = made.get(keys.join()) ?? filesFor(all, new Set(keys));
  made.set(keys.join(), files);
  return files;
}

it("writes the same, whoever writes it and however often", async () => {
  const written = await readFiles(join(ROOT, "dist/tests/registry/components"));
  expect([...whole].sort()).toEqual([...written].sort());
});

describe("a part of the payload", () => {
  const KEYS = ["google_health-get-sleep-log", "google_health-new-sleep-log"];

  it("has the components named, and of the helpers what they reach", async () => {
    const files = await only(...KEYS);
    const components = [...files.keys()].filter((path) => /\/(actions|sources)\//.test(path));
    expect(components.sort()).toEqual([
      "google_health/actions/get-sleep-log/get-sleep-log.mjs",
      "google_health/sources/new-sleep-log/new-sleep-log.mjs",
      "google_health/sources/new-sleep-log/test-event.mjs",
    ]);
    expect([...files.keys()].some((path) => path.includes("/activity/"))).toBe(false);
    expect(sizeOf(files.values())).toBeLessThan(sizeOf(whole.values()) / 3);
    const sleep = files.get("google_health/common/health/sleep/google-health.mjs");
    expect(sleep).toContain("getSleepDay");
    expect(sleep).not.toContain("deleteSleepLog");
  });

  it("passes the checks that the whole passes", async () => {
    const { problems } = await checked(await only(...KEYS, "fitbit-get-profile"), {
      style,
      keys: keysCheck,
      imports,
      load: load(ROOT, all.flatMap(({ components }) => components)),
    });
    expect(problems).toEqual([]);
  });

  it("keeps of the Fitbit app what the registry's has, though nothing here uses it", async () => {
    const files = await only("fitbit-get-profile");
    const app = [...files].filter(([path]) => path.startsWith("fitbit/")).map(([, text]) => text);
    const kept = ["_getHeaders", "_getUrl", "_makeRequest", "getActivitySummary", "authKeys"];
    for (const method of kept) {
      expect(app.join("\n")).toMatch(new RegExp(`^ {2}(async )?${method}\\(`, "m"));
    }
  });

  it("names in its README what it has", async () => {
    const readme = (await only(...KEYS)).get("google_health/README.md");
    expect(readme).toContain("- **Get Sleep Log**");
    expect(readme).not.toContain("- **Log Sleep**");
  });
});

describe("the choice of components", () => {
  const components = () => all.flatMap((payload) => payload.components);
  const choose = (text?: string) => [...chosen(components(), text)];

  it("is all of them where none is named", () => {
    expect(choose()).toHaveLength(components().length);
  });

  it("finds those of every slice that the docs name", () => {
    const docs = readFileSync(join(ROOT, "docs/registry.md"), "utf8");
    const slices = [...docs.matchAll(/--only ([a-z_-]+(?:,[a-z_-]+)+)/g)];
    expect(slices.length).toBeGreaterThan(1);
    for (const [, only = ""] of slices) expect(choose(only)).toEqual(only.split(","));
  });

  it("takes keys, and names for every app that has them", () => {
    expect(choose("fitbit-log-sleep, get-profile"))
      .toEqual(["fitbit-log-sleep", "fitbit-get-profile", "google_health-get-profile"]);
  });

  it("refuses a key that there is not, and says which there are", () => {
    expect(() => choose("fitbit-get-sleep-logs"))
      .toThrow("There is no component fitbit-get-sleep-logs; there are fitbit-get-sleep-log");
  });
});
