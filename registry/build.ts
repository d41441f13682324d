import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AppSlug } from "../local/catalog/apps";
import type { CatalogComponent } from "../local/catalog/catalog";
import type { Files } from "./files";
import { formatted } from "./format";
import { cutUp } from "./pieces/cut";
import type { Modules } from "./pieces/modules";
import { pruned } from "./pieces/prune";
import { readmeOf } from "./readme";
import { modulesOf, placeOfComponent } from "./source/payload";

/** The components of an app, and all modules that they import. */
export interface Payload {
  app: AppSlug;
  components: readonly CatalogComponent[];
  modules: Modules;
}

/** What is loaded by name, beside components: an app's file, where ours takes its place. */
const APP_FILES: Record<AppSlug, readonly string[]> = {
  fitbit: ["fitbit.app"],
  google_health: [],
};

/** Methods of the registry's own app file: people's components use them, so they stay. */
const KEPT: Record<AppSlug, readonly string[]> = {
  fitbit: ["_getHeaders", "_getUrl", "_makeRequest", "getActivitySummary", "authKeys"],
  google_health: [],
};

/** The payload of an app as the source has it: in JavaScript, but neither cut nor laid out. */
export async function payloadOf(
  packageRoot: string, app: AppSlug, catalog: readonly CatalogComponent[],
): Promise<Payload> {
  const components = catalog.filter(({ entry }) => entry.app === app);
  return { app, components, modules: await modulesOf(packageRoot, app, components) };
}

/** Some of its components with the modules that they reach, and of the app what they use. */
export function part(
  { app, components, modules }: Payload, keys: ReadonlySet<string>,
): Payload {
  const chosen = components.filter(({ entry }) => keys.has(entry.key));
  if (!chosen.length) return { app, components: [], modules: new Map() };
  const roots = [...APP_FILES[app], ...chosen.map(placeOfComponent)];
  const wanted = chosen.length === components.length ? "everything" : KEPT[app];
  return { app, components: chosen, modules: pruned(cutUp(modules), roots, wanted) };
}

/** The same in the registry's form. */
export async function inRegistryForm(
  packageRoot: string, payload: Payload, keys: ReadonlySet<string>,
): Promise<Payload> {
  const chosen = part(payload, keys);
  const cache = join(packageRoot, "node_modules/.cache/registry", `${payload.app}.json`);
  return { ...chosen, modules: await formatted(chosen.modules, cache) };
}

/** The files of payloads, below the registry's folder `components`. */
export async function filesOf(
  packageRoot: string, payloads: readonly Payload[],
): Promise<Files> {
  const data = (path: string) => readFile(join(packageRoot, "registry", path), "utf8");
  const files = new Map<string, string>();
  for (const { app, modules, components } of payloads) {
    if (!components.length) continue;
    files.set(`${app}/README.md`, readmeOf(await data(`readme/${app}.md`), components));
    files.set(`${app}/package.json`, await data(`packages/${app}.json`));
    for (const [path, text] of modules) files.set(`${app}/${path}.mjs`, text);
  }
  return files;
}
