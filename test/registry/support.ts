import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { APPS } from "../../local/catalog/apps";
import { loadCatalog } from "../../local/catalog/catalog";
import { filesOf, inRegistryForm, payloadOf, type Payload } from "../../registry/build";
import type { Files } from "../../registry/files";

export const ROOT = process.cwd();

/** The payloads of both apps. */
export async function payloads(): Promise<Payload[]> {
  const catalog = await loadCatalog(ROOT);
  return Promise.all(APPS.map((app) => payloadOf(ROOT, app, catalog)));
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
