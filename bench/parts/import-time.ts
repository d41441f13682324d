import { loadCatalog } from "../../local/catalog/catalog";
import { APPS } from "../../local/catalog/apps";
import { alone, printedBy } from "../../registry/alone";
import { payloadOf } from "../../registry/build";
import { bundled } from "../../registry/bundle/bundle";
import { chosen } from "../../registry/chosen";
import { kB, median, print } from "../table";

/**
 * How long a component in one file takes to load once the platform is, beside an empty file:
 * the largest, the middle and the smallest of each app, each time in a fresh process, and all
 * of them in turn, so that a busy moment meets all.
 */
const PROCESSES = 11;
const EMPTY = "empty.mjs";
const BOUND_MS = 5;

const CLOCK = `
import "@pipedream/platform";
const start = performance.now();
await import("./" + process.argv[2]);
console.log(performance.now() - start);
`;

const packageRoot = process.cwd();
const catalog = await loadCatalog(packageRoot);
const all = chosen(catalog, undefined);
// Too large for one file: it comes in the registry's form alone.
all.delete("google_health-get-health-summary");
const files = new Map([["clock.mjs", CLOCK], [EMPTY, ""]]);
for (const app of APPS) {
  const payload = await payloadOf(packageRoot, app, catalog);
  const bundles = (await bundled(payload, all)).sort((a, b) => b.text.length - a.text.length);
  for (const i of [0, Math.floor(bundles.length / 2), bundles.length - 1]) {
    const { path, text } = bundles[i] ?? { path: EMPTY, text: "" };
    files.set(path, text);
  }
}

const paths = [...files.keys()].filter((path) => path !== "clock.mjs");
const times = new Map(paths.map((path) => [path, [] as number[]]));
await alone(packageRoot, files, async (folder) => {
  for (let i = 0; i < PROCESSES; i++) {
    for (const path of paths) {
      times.get(path)?.push(Number(await printedBy("clock.mjs", folder, path)));
    }
  }
});

const empty = median(times.get(EMPTY) ?? []);
print("Import of a component in one file, median of eleven fresh processes", [
  "", "size", "ms over an empty file's", "bound",
], [...times].filter(([path]) => path !== EMPTY).map(([path, list]) => [
  path.replace(".mjs", ""), kB(files.get(path)?.length ?? 0), (median(list) - empty).toFixed(1), BOUND_MS,
]));
