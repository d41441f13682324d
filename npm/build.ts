import { loadCatalog } from "../local/catalog/catalog";
import type { Files } from "../registry/files";
import { cutUp } from "../registry/pieces/cut";
import { pruned } from "../registry/pieces/prune";
import { erase } from "../registry/source/erase";
import { tidy } from "../registry/tidy";
import { declarationsOf } from "./declarations";
import { packageOf } from "./modules";
import { recordModules, TYPES, typesModule } from "./types";

/** The package's files: its modules as JavaScript, and their declarations. */
export async function packageFiles(packageRoot: string): Promise<Files> {
  const { modules, entries } = await packageOf(packageRoot, await loadCatalog(packageRoot));
  const erased = new Map([...modules].map(([path, text]) => [path, erase(text)]));
  const code = pruned(cutUp(erased), entries, "everything");
  const typed = new Map([...modules, [TYPES, typesModule]]);
  const declaring = [...entries, TYPES, ...await recordModules(packageRoot)];
  const declared = declarationsOf(packageRoot, typed, declaring);
  return new Map([
    ...[...code].map(([path, text]): [string, string] => [`${path}.mjs`, tidy(text)]),
    ...[...declared].map(([path, text]): [string, string] => [`${path}.d.mts`, text]),
  ]);
}
