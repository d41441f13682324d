import { access, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Texts by path, relative to a folder of the registry's `components`. */
export type Files = ReadonlyMap<string, string>;

/** Every file below a folder, in the order of their paths; none where there is no folder. */
export async function readFiles(folder: string): Promise<Files> {
  const isThere = await access(folder).then(() => true, () => false);
  const entries = isThere
    ? await readdir(folder, { recursive: true, withFileTypes: true })
    : [];
  const paths = entries.filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const texts = paths.map(async (path): Promise<[string, string]> => [
    path.slice(folder.length + 1).replaceAll("\\", "/"),
    await readFile(path, "utf8"),
  ]);
  return new Map(await Promise.all(texts));
}

/** Makes a folder hold these files and no others. */
export async function fill(folder: string, files: Files): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await writeFiles(folder, files);
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** The size of texts, in bytes. */
export function sizeOf(texts: Iterable<string>): number {
  return [...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
