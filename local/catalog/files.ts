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

/** Whether a file can be read. */
export function isThere(file: string): Promise<boolean> {
  return access(file).then(() => true, () => false);
}

async function filesOf(packageRoot: string, type: ComponentType): Promise<ComponentFile[]> {
  const directory = join(packageRoot, FOLDERS[type]);
  const all = (await folders(directory))
    .map((name) => ({ name, type, file: join(directory, name, `${name}.ts`) }));
  const there = await Promise.all(all.map(({ file }) => isThere(file)));
  return all.filter((_, index) => there[index]);
}

/** The module of every component: `actions/<name>/<name>.ts`, `sources/<name>/<name>.ts`. */
export async function componentFiles(packageRoot: string): Promise<ComponentFile[]> {
  const [actions, sources] = await Promise.all([
    filesOf(packageRoot, "action"),
    filesOf(packageRoot, "source"),
  ]);
  return [...actions, ...sources];
}

/** The app object file of an app. */
export function appFile(packageRoot: string, app: string): string {
  return join(packageRoot, `${app}.app.ts`);
}
