import { access } from "node:fs/promises";
import { join } from "node:path";
import { APPS, type AppSlug } from "../local/catalog/apps";
import { componentsIn, modulesIn } from "./checks/check";
import { readFiles, type Files } from "./files";
import { importsOf } from "./pieces/modules";

/** The files of our two apps in a checkout of the registry. */
export async function filesThere(checkout: string): Promise<Files> {
  const components = join(checkout, "components");
  await access(components).catch(() => {
    throw new Error(`${checkout} is no checkout of the registry: it has no folder components.`);
  });
  const files = new Map<string, string>();
  for (const app of APPS) {
    const texts = await readFiles(join(components, app));
    for (const [path, text] of texts) files.set(`${app}/${path}`, text);
  }
  return files;
}

/** Where helpers lie that no one but us wrote, and so who imports them is ours. */
const HELPERS: Record<AppSlug, RegExp> = {
  fitbit: /^fitbit\/common\//,
  google_health: /^google_health\/common\/health\//,
};

const isHelper = (path: string): boolean => APPS.some((app) => HELPERS[app].test(path));

/** The keys of our components that a checkout has. */
export function keysThere(there: Files): string[] {
  return componentsIn(there)
    .filter(({ path, text }) => importsOf(path, text).some(isHelper))
    .map(({ app, base }) => `${app}-${base}`);
}

const APP_FILE = /^[^/]+\/[^/]+$/;

/** What of ours is there, but not in the payload any more, and imported by nobody else. */
export function stale(there: Files, payload: Files): string[] {
  const gone = new Set(oursThere(there)
    .filter((path) => !payload.has(path) && !APP_FILE.test(path)));
  for (const [path, text] of modulesIn(there)) {
    if (gone.has(path) || payload.has(path)) continue;
    for (const helper of importsOf(path, text)) gone.delete(`${helper}.mjs`);
  }
  return [...gone];
}

/** Our components, what lies beside them, and the helpers that they and our apps reach. */
function oursThere(there: Files): string[] {
  const found = new Set<string>();
  const reach = (path: string): void => {
    const text = there.get(path);
    if (text === undefined || found.has(path)) return;
    found.add(path);
    for (const other of importsOf(path, text)) reach(`${other}.mjs`);
  };
  for (const [path, text] of modulesIn(there)) {
    if (importsOf(path, text).some(isHelper)) reach(path);
  }
  return [...found];
}
