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

/** Where helpers lie that we wrote. */
const HELPERS: Record<AppSlug, RegExp> = {
  fitbit: /^fitbit\/common\//,
  google_health: /^google_health\/common\/health\//,
};

const isHelper = (path: string): boolean => APPS.some((app) => HELPERS[app].test(path));

/** The keys of the components in a checkout that helpers of ours are imported by. */
export function keysThere(there: Files): string[] {
  return componentsIn(there)
    .filter(({ path, text }) => importsOf(path, text).some(isHelper))
    .map(({ app, base }) => `${app}-${base}`);
}

/** Helpers of ours in a checkout that are in the payload no more, and that nobody imports. */
export function stale(there: Files, payload: Files): string[] {
  const before = reachedFrom([...payload.keys()], there).filter(isHelper);
  const others = modulesIn(there).map(([path]) => path)
    .filter((path) => !payload.has(path) && !before.includes(path));
  const kept = reachedFrom(others, there);
  return before.filter((path) => !payload.has(path) && !kept.includes(path));
}

/** What some files of a checkout import, however far down, and those files. */
function reachedFrom(paths: readonly string[], there: Files): string[] {
  const found = new Set<string>();
  const reach = (path: string): void => {
    const text = path.endsWith(".mjs") ? there.get(path) : undefined;
    if (text === undefined || found.has(path)) return;
    found.add(path);
    for (const other of importsOf(path, text)) reach(`${other}.mjs`);
  };
  paths.forEach(reach);
  return [...found];
}
