import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Payload } from "../../registry/build";
import { filesThere, keysThere } from "../../registry/checkout";
import { versionOf } from "../../registry/checks/versions";
import { fill, readFiles, writeFiles, type Files } from "../../registry/files";
import { merge } from "../../registry/into";
import { filesFor, inFolder, payloads } from "./support";

/** A checkout with the registry's own files, as far as we meet them. */
const REGISTRY: Files = new Map([
  ...[
    "get-body-measurements", "get-daily-activity-summary", "get-daily-steps", "get-heart-rate",
    "get-identity", "get-nutrition-and-hydration", "get-sleep-data", "list-data-points",
  ].map((name): [string, string] => [
    `google_health/actions/${name}/${name}.mjs`,
    component(`google_health-${name}`, "import app from \"../../google_health.app.mjs\";\nimport { int } from \"../../common/utils.mjs\";\n"),
  ]),
  ...[
    "get-activity-summary", "get-body-weight", "get-daily-steps", "get-heart-rate",
    "get-nutrition-water", "get-sleep-data",
  ].map((name): [string, string] => [
    `fitbit/actions/${name}/${name}.mjs`,
    component(`fitbit-${name}`, "import fitbit from \"../../fitbit.app.mjs\";\n"),
  ]),
  ["google_health/google_health.app.mjs", "export default {};\n"],
  ["google_health/common/constants.mjs", "export const A = 1;\n"],
  ["google_health/common/utils.mjs", "export const int = Number;\n"],
  ["google_health/package.json", manifest("google_health", "0.0.2", { lodash: "^4.0.0" })],
  ["google_health/README.md", "# Overview\n"],
  ["fitbit/fitbit.app.mjs", "export default {};\n"],
  ["fitbit/package.json", manifest("fitbit", "0.8.0")],
  ["fitbit/README.md", "# Overview\n"],
  ["strava/strava.app.mjs", "export default {};\n"],
]);

/** A component as the registry has it. */
function component(key: string, head: string): string {
  return `${head}\nexport default {\n  key: "${key}",\n  version: "0.0.1",\n};\n`;
}

function manifest(app: string, version: string, dependencies: object = {}): string {
  return `${JSON.stringify({ name: `@pipedream/${app}`, version, bugs: "theirs", dependencies })}\n`;
}

const SLEEP = ["google_health-get-sleep-log", "google_health-new-sleep-log"];
const ACTIVITY = ["google_health-list-activity-logs"];

let all: Payload[];

beforeAll(async () => {
  all = await payloads();
});

const slice = (...keys: string[]) => filesFor(all, new Set(keys));

async function inCheckout<T>(
  use: (checkout: string) => Promise<T>, own = REGISTRY,
): Promise<T> {
  return await inFolder(async (checkout) => {
    await writeFiles(join(checkout, "components"), own);
    return await use(checkout);
  });
}

async function put(checkout: string, payload: Files) {
  const merged = await merge(checkout, await filesThere(checkout), payload);
  return { ...merged, files: await readFiles(join(checkout, "components")) };
}

describe("merging into a checkout of the registry", () => {
  it("touches nothing there but each app's package.json and README, and what it adds", async () => {
    await inCheckout(async (checkout) => {
      const payload = await slice(...SLEEP);
      const { files, added, changed, removed } = await put(checkout, payload);
      expect(changed).toEqual(["google_health/README.md", "google_health/package.json"]);
      expect(removed).toEqual([]);
      const rest = [...REGISTRY].filter(([path]) => !changed.includes(path));
      expect(rest.map(([path]) => [path, files.get(path)])).toEqual(rest);
      const others = [...files.keys()].filter((path) => !REGISTRY.has(path));
      expect(others.sort()).toEqual(added.sort());
    });
  });

  it("keeps of a package.json what it does not know", async () => {
    await inCheckout(async (checkout) => {
      const payload = await slice(...SLEEP);
      const { files } = await put(checkout, payload);
      const version = versionOf(payload.get("google_health/package.json"));
      expect(JSON.parse(files.get("google_health/package.json") ?? "")).toEqual({
        name: "@pipedream/google_health", version, bugs: "theirs",
        dependencies: { "lodash": "^4.0.0", "@pipedream/platform": "^3.4.0" },
      });
    });
  });

  it("changes nothing the second time", async () => {
    await inCheckout(async (checkout) => {
      const payload = await slice(...SLEEP);
      await put(checkout, payload);
      expect(await put(checkout, payload))
        .toMatchObject({ added: [], changed: [], removed: [] });
    });
  });

  it("knows which components there are ours, so that the next slice keeps them", async () => {
    await inCheckout(async (checkout) => {
      expect(keysThere(await filesThere(checkout))).toEqual([]);
      await put(checkout, await slice(...SLEEP));
      expect(keysThere(await filesThere(checkout)).sort()).toEqual(SLEEP);
      const both = [...SLEEP, ...ACTIVITY];
      const { files } = await put(checkout, await slice(...both));
      expect(keysThere(files).sort()).toEqual([...both].sort());
      expect(files.get("google_health/common/health/sleep/google-health.mjs"))
        .toContain("getSleepDay");
    });
  });

  /** A helper that ours imported before, and what that imported. */
  const FORMER = "google_health/common/health/former.mjs";
  const BELOW = "google_health/common/health/below.mjs";

  async function withFormer(checkout: string, beside: [string, string][] = []) {
    const payload = await slice(...SLEEP);
    await put(checkout, payload);
    const call = "google_health/common/health/call.mjs";
    await writeFiles(join(checkout, "components"), new Map([
      [call, `import "./former.mjs";\n${payload.get(call) ?? ""}`],
      [FORMER, "import \"./below.mjs\";\n"],
      [BELOW, "export const a = 1;\n"],
      ...beside,
    ]));
    return put(checkout, payload);
  }

  it("takes away the helpers of ours that are needed no longer, and them alone", async () => {
    await inCheckout(async (checkout) => {
      const { files, removed } = await withFormer(checkout);
      expect(removed.sort()).toEqual([BELOW, FORMER]);
      for (const path of removed) expect(files.has(path)).toBe(false);
      for (const path of REGISTRY.keys()) expect(files.has(path)).toBe(true);
    });
  });

  it("leaves a helper that somebody else has come to import", async () => {
    await inCheckout(async (checkout) => {
      const theirs: [string, string] = [
        "google_health/actions/get-other/get-other.mjs",
        "import \"../../common/health/former.mjs\";\n",
      ];
      const { files, removed } = await withFormer(checkout, [theirs]);
      expect(removed).toEqual([]);
      expect(files.has(theirs[0])).toBe(true);
    });
  });

  it("takes the place of the Fitbit app, and of the components whose keys it takes over", async () => {
    await inCheckout(async (checkout) => {
      const { changed } = await put(checkout, await slice("fitbit-get-activity-summary"));
      expect(changed.sort()).toEqual([
        "fitbit/README.md",
        "fitbit/actions/get-activity-summary/get-activity-summary.mjs",
        "fitbit/fitbit.app.mjs",
        "fitbit/package.json",
      ]);
    });
  });

  it("writes nothing where something there has a later version", async () => {
    const later = new Map([...REGISTRY, ["fitbit/package.json", manifest("fitbit", "9.0.0")]]);
    await inCheckout(async (checkout) => {
      await expect(put(checkout, await slice("fitbit-get-profile")))
        .rejects.toThrow("later versions than ours: fitbit/package.json (9.0.0)");
      expect(await readFiles(join(checkout, "components"))).toEqual(later);
    }, later);
  });

  it("says what has changed under the version that is there", async () => {
    await inCheckout(async (checkout) => {
      const payload = await slice(...SLEEP);
      await put(checkout, payload);
      const path = "google_health/actions/get-sleep-log/get-sleep-log.mjs";
      const text = `${payload.get(path) ?? ""}\n// Later.\n`;
      const { sameVersion } = await put(checkout, new Map([...payload, [path, text]]));
      expect(sameVersion).toEqual([path]);
    });
  });

  it("refuses a folder that is no checkout", async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, "actions"));
      await expect(filesThere(folder)).rejects.toThrow("is no checkout of the registry");
    });
  });
});

it("fills a folder with these files and no others", async () => {
  await inFolder(async (folder) => {
    await fill(join(folder, "a"), new Map([["b/c.mjs", "1"], ["d.mjs", "2"]]));
    await fill(join(folder, "a"), new Map([["b/e.mjs", "3"]]));
    expect(await readFiles(join(folder, "a"))).toEqual(new Map([["b/e.mjs", "3"]]));
  });
});
