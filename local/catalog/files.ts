import { access, readdir } from "node:fs/promises";
import { join } from "node:path";

export type ComponentType = "action" | "source";

/** Where a component's module stands; `name` is the part of its key after the app. */
export interface ComponentFile {
  name: string;
  type: ComponentType;
  file: string;
}

const FOLDERS: Record<ComponentType, string> = {
  action: "actions",
  source: "sources",
};

async function folders(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(() => true, () => false);
}

/** A module of the package: TypeScript as it was written, or the JavaScript made of it. */
async function moduleAt(path: string): Promise<string | undefined> {
  for (const file of [`${path}.ts`, `${path}.js`]) if (await isThere(file)) return file;
  return undefined;
}

async function filesOf(packageRoot: string, type: ComponentType): Promise<ComponentFile[]> {
  const directory = join(packageRoot, FOLDERS[type]);
  const all = await Promise.all((await folders(directory)).map(async (name) => {
    const file = await moduleAt(join(directory, name, name));
    return file === undefined ? [] : [{ name, type, file }];
  }));
  return all.flat();
}

/** The module of every component: `actions/<name>/<name>`, `sources/<name>/<name>`. */
export async function componentFiles(packageRoot: string): Promise<ComponentFile[]> {
  const [actions, sources] = await Promise.all([
    filesOf(packageRoot, "action"),
    filesOf(packageRoot, "source"),
  ]);
  return [...actions, ...sources];
}

/** The module of an app, when the package has one. */
export function appFile(packageRoot: string, app: string): Promise<string | undefined> {
  return moduleAt(join(packageRoot, `${app}.app`));
}
