import { APPS } from "../local/catalog/apps";
import { loadCatalog } from "../local/catalog/catalog";
import { alone, printedBy } from "../registry/alone";
import { filesOf, inRegistryForm, payloadOf } from "../registry/build";
import { bundled } from "../registry/bundle/bundle";
import { chosen } from "../registry/chosen";

/**
 * How long components take to load once the platform is loaded, in both their forms and beside
 * an empty file. Each time is measured within a fresh process, one file after the other, so
 * that a busy moment meets all of them.
 */
const packageRoot = process.cwd();
const PROCESSES = 11;
const EMPTY = "an empty file";

const CLOCK = `
import "@pipedream/platform";
const start = performance.now();
await import(process.argv[2]);
console.log(performance.now() - start);
`;

const [only = "get-sleep-log,log-activity,new-sleep-log"] = process.argv.slice(2);
const catalog = await loadCatalog(packageRoot);
const keys = chosen(catalog, only);
const all = chosen(catalog, undefined);
const files = new Map([["clock.mjs", CLOCK], ["empty.mjs", ""]]);
const subjects = new Map([[EMPTY, "./empty.mjs"]]);
for (const app of APPS) {
  const payload = await payloadOf(packageRoot, app, catalog);
  for (const { path, text } of await bundled(payload, keys)) {
    files.set(path, text);
    subjects.set(`${path.replace(".mjs", "")}, bundled`, `./${path}`);
  }
  const whole = await inRegistryForm(packageRoot, payload, all);
  for (const [path, text] of await filesOf(packageRoot, [whole])) files.set(path, text);
  for (const { entry: { key, type }, name } of payload.components) {
    if (keys.has(key)) subjects.set(`${key}, registry`, `./${app}/${type}s/${name}/${name}.mjs`);
  }
}

const times = new Map([...subjects.keys()].map((name) => [name, [] as number[]]));
await alone(packageRoot, files, async (folder) => {
  for (let i = 0; i < PROCESSES; i++) {
    for (const [name, path] of subjects) {
      times.get(name)?.push(Number(await printedBy("clock.mjs", folder, path)));
    }
  }
});

const sorted = (name: string) => [...times.get(name) ?? []].sort((a, b) => a - b);
const median = (name: string) => sorted(name)[Math.floor(PROCESSES / 2)] ?? NaN;

console.log("median minimum   added  ms after the platform is loaded");
for (const name of subjects.keys()) {
  const figures = [median(name), sorted(name)[0] ?? NaN, median(name) - median(EMPTY)];
  console.log(`${figures.map((ms) => ms.toFixed(1).padStart(6)).join("  ")}  ${name}`);
}
