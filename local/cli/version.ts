import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The version of this package. */
export async function versionOf(packageRoot: string): Promise<string> {
  const text = await readFile(join(packageRoot, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
