import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadCatalog } from "../catalog/catalog";
import { actionsPage } from "./actions";
import { differencesPage } from "./differences";
import { readme } from "./readme";
import { sourcesPage } from "./sources";

/** Every page that is generated from the components, by its path in the package. */
export async function pages(packageRoot: string): Promise<Record<string, string>> {
  const catalog = await loadCatalog(packageRoot);
  return {
    "README.md": readme(await readFile(join(packageRoot, "README.md"), "utf8"), catalog),
    "docs/actions.md": actionsPage(catalog),
    "docs/sources.md": sourcesPage(catalog),
    "docs/differences.md": differencesPage(catalog),
  };
}
