import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { APPS, type AppSlug } from "../../local/catalog/apps";
import { loadCatalog, type CatalogComponent } from "../../local/catalog/catalog";
import { filesOf, inRegistryForm, payloadOf, type Payload } from "../../registry/build";
import type { Files } from "../../registry/files";

export const ROOT = process.cwd();

/** Emptied before all tests. */
const MADE = join(ROOT, "dist/tests/modules");

/** The payloads of both apps; their modules the first test that asks makes for all. */
export async function payloads(): Promise<Payload[]> {
  const catalog = await loadCatalog(ROOT);
  return Promise.all(APPS.map((app) => knownPayload(app, catalog)));
}

async function knownPayload(app: AppSlug, catalog: CatalogComponent[]): Promise<Payload> {
  const file = join(MADE, `${app}.json`);
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text !== undefined) {
    const components = catalog.filter(({ entry }) => entry.app === app);
    return { app, components, modules: new Map(JSON.parse(text) as [string, string][]) };
  }
  const made = await payloadOf(ROOT, app, catalog);
  await mkdir(MADE, { recursive: true });
  // Replaced at once: another test may be reading.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify([...made.modules]));
  await rename(draft, file);
  return made;
}

/** The files of some components, as the registry wants them. */
export async function filesFor(
  all: readonly Payload[], keys: ReadonlySet<string>,
): Promise<Files> {
  const parts = await Promise.all(all.map((payload) => inRegistryForm(ROOT, payload, keys)));
  return filesOf(ROOT, parts);
}

/** Lets `use` have an empty folder. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "registry-test-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
