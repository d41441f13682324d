import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { isFields } from "../local/runtime/component";
import { stale } from "./checkout";
import { isAbove, versionOf } from "./checks/versions";
import { writeFiles, type Files } from "./files";

/** What a merge did, by path. */
export interface Merged {
  added: string[];
  changed: string[];
  removed: string[];
  /** What differs from what was there, under the version that this had. */
  sameVersion: string[];
}

/**
 * Writes a payload into a checkout of the registry, and takes away what of ours is in it no
 * longer. Throws before it writes, where something there has a later version.
 */
export async function merge(checkout: string, there: Files, payload: Files): Promise<Merged> {
  const files = new Map([...payload].map(([path, text]) =>
    [path, basename(path) === "package.json" ? manifestOver(there.get(path), text) : text]));
  const before = (path: string) => versionOf(there.get(path));
  const later = [...files].filter(([path, text]) => isAbove(before(path), versionOf(text)));
  if (later.length) {
    const list = later.map(([path]) => `${path} (${before(path)})`).join(", ");
    throw new Error(`The checkout has later versions than ours: ${list}.`);
  }
  const removed = stale(there, files);
  await writeFiles(join(checkout, "components"), files);
  for (const path of removed) await rm(join(checkout, "components", path));
  const known = [...files].filter(([path]) => there.has(path));
  const changed = known.filter(([path, text]) => there.get(path) !== text);
  const unraised = changed.filter(([path, text]) =>
    before(path) && before(path) === versionOf(text));
  return {
    added: [...files.keys()].filter((path) => !there.has(path)),
    changed: changed.map(([path]) => path),
    removed,
    sameVersion: unraised.map(([path]) => path),
  };
}

/** A package.json with our version and our dependencies over what is there. */
function manifestOver(there: string | undefined, ours: string): string {
  const [old, own] = [there ?? "null", ours].map((text): unknown => JSON.parse(text));
  if (!isFields(old) || !isFields(own)) return ours;
  const { version } = own;
  const [theirs, mine] = [old, own].map(({ dependencies }) =>
    isFields(dependencies) ? dependencies : {});
  const merged = { ...old, version, dependencies: { ...theirs, ...mine } };
  return `${JSON.stringify(merged, undefined, 2)}\n`;
}
