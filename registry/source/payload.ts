import type { AppSlug } from "../../local/catalog/apps";
import type { CatalogComponent } from "../../local/catalog/catalog";
import type { Modules } from "../pieces/modules";
import { asRegistryModule, type Literals } from "./component";
import { erase } from "./erase";
import { followed } from "./followed";
import { asApp, asSample } from "./others";
import { placeOf } from "./places";

/** The modules of an app's components and all that they import, as JavaScript. */
export async function modulesOf(
  packageRoot: string,
  app: AppSlug,
  components: readonly CatalogComponent[],
): Promise<Modules> {
  const literals = literalsOf(components);
  const modules = await followed(packageRoot, [...literals.keys()], {
    placeOf: (source) => placeOf(source, app),
    edited: (source, text) => edited(source, text, app, literals.get(source)),
  });
  return new Map([...modules].map(([place, text]) => [place, erase(text)]));
}

/** The path of a component, without extension: the same in the source and in a payload. */
export function placeOfComponent({ entry, name }: CatalogComponent): string {
  return `${entry.type}s/${name}/${name}`;
}

/** What components say of themselves, by their place. */
export function literalsOf(components: readonly CatalogComponent[]): Map<string, Literals> {
  return new Map(components.map((found) => {
    const { entry: { key, name, version }, component: { description = "" } } = found;
    return [placeOfComponent(found), { key, name, version, description }];
  }));
}

function edited(source: string, text: string, app: AppSlug, literals?: Literals): string {
  if (literals) return asRegistryModule(text, app, literals);
  if (source.endsWith(".app")) return asApp(text);
  return source.endsWith("/test-event") ? asSample(text, app) : text;
}
