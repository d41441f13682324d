import { APPS, type AppSlug } from "../local/catalog/apps";
import type { CatalogComponent } from "../local/catalog/catalog";
import type { Modules } from "../registry/pieces/modules";
import { asModuleOf } from "../registry/source/component";
import { followed, type Form } from "../registry/source/followed";
import { asSample } from "../registry/source/others";
import { literalsOf } from "../registry/source/payload";

/** The package's modules, in TypeScript, and which of them are there to be imported. */
export interface Package {
  modules: Modules;
  entries: readonly string[];
}

/**
 * Both apps and their components in one tree: what they share stands there once, and each
 * component in a module of its own.
 */
export async function packageOf(
  packageRoot: string, catalog: readonly CatalogComponent[],
): Promise<Package> {
  const modules: Modules = new Map();
  const entries: string[] = [];
  for (const app of APPS) {
    const own = catalog.filter(({ entry }) => entry.app === app);
    const form = formOf(app, own);
    const roots = [`${app}.app`, ...literalsOf(own).keys()];
    const found = await followed(packageRoot, roots, form);
    for (const [place, text] of found) modules.set(place, text);
    entries.push(...roots.map(form.placeOf));
  }
  return { modules, entries };
}

function formOf(app: AppSlug, components: readonly CatalogComponent[]): Form {
  const literals = literalsOf(components);
  return {
    placeOf: (source) => placeIn(app, source),
    edited: (source, text) => {
      const said = literals.get(source);
      if (said) return asModuleOf(app, text, said);
      return source.endsWith("/test-event") ? asSample(text, app) : text;
    },
  };
}

/** Of Google Health, components stand in a folder of their own. */
function placeIn(app: AppSlug, source: string): string {
  const isTwin = app === "google_health" && /^(actions|sources)\//.test(source);
  return isTwin ? `${app}/${source}` : source;
}
