import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { APPS, type AppSlug } from "../../local/catalog/apps";
import { loadCatalog } from "../../local/catalog/catalog";
import { payloadOf, type Payload } from "../build";
import { isAbove, versionOf } from "../checks/versions";
import { changes, type Change } from "./changes";
import { next, withVersion, type Level } from "./versions";

/**
 * Raises the versions of what is published and has changed: of components, and of the packages
 * that they are in. What is new, or was raised already, keeps its version. Says what it did.
 * @param then the package as it was when it was published
 */
export async function bump(
  packageRoot: string, then: string, level: Level,
): Promise<string[]> {
  const [before, now] = [await payloadsOf(then), await payloadsOf(packageRoot)];
  const lines: string[] = [];
  for (const payload of now) {
    const { app } = payload;
    const changed = changes(before.find((one) => one.app === app), payload);
    for (const change of changed) lines.push(...await raiseComponent(change, level));
    const isNew = changed.some((change) => change.before === undefined);
    if (changed.length) {
      lines.push(...await raisePackage(packageRoot, then, app, isNew ? "minor" : level));
    }
  }
  return lines;
}

async function payloadsOf(root: string): Promise<Payload[]> {
  const catalog = await loadCatalog(root);
  return Promise.all(APPS.map((app) => payloadOf(root, app, catalog)));
}

async function raiseComponent(
  { component, before, because: [first = "", ...more] }: Change, level: Level,
): Promise<string[]> {
  const { file, entry: { key, app, version } } = component;
  if (before === undefined || isAbove(version, before)) return [];
  const later = next(version, level);
  await writeFile(file, withVersion(await readFile(file, "utf8"), app, later));
  const others = more.length ? ` and ${more.length} more` : "";
  return [`${key} ${version} -> ${later}, for ${first}${others}`];
}

async function raisePackage(
  packageRoot: string, then: string, app: AppSlug, level: Level,
): Promise<string[]> {
  const path = `registry/packages/${app}.json`;
  const file = join(packageRoot, path);
  const [text, old] = [
    await readFile(file, "utf8"),
    await readFile(join(then, path), "utf8").catch(() => ""),
  ];
  const version = versionOf(text);
  if (!old || isAbove(version, versionOf(old))) return [];
  const later = next(version, level);
  await writeFile(file, text.replace(`"version": "${version}"`, `"version": "${later}"`));
  return [`package ${app} ${version} -> ${later}`];
}
