import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CatalogComponent } from "../../local/catalog/catalog";
import type { Checks } from "./check";
import { imports } from "./imports";
import { keys } from "./keys";
import { library } from "./library";
import { load } from "./load";
import { manifest } from "./manifest";
import { spelling } from "./spelling";
import { style } from "./style";
import { versions } from "./versions";

/** What the registry's CI does, as far as it can be done here. */
export async function allChecks(
  packageRoot: string, catalog: readonly CatalogComponent[],
): Promise<Checks> {
  const words = await readFile(join(packageRoot, "registry/readme/words.txt"), "utf8");
  return {
    ...styleAlone,
    "components under their keys": keys,
    "imports that lead somewhere": imports,
    "files for Node.js 18": library,
    "files loaded in plain Node.js": load(packageRoot, catalog),
    "versions above the registry's": versions,
    "packages and READMEs": manifest,
    "READMEs spelt": spelling(words.split("\n")),
  };
}

/** What every payload is looked at by. */
export const styleAlone: Checks = { "files in the registry's style": style };
