import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import type { AppSlug } from "../../local/catalog/apps";
import type { CatalogComponent } from "../../local/catalog/catalog";
import { Edits } from "../edits";
import { resolved, specifierOf, wayTo, type Modules } from "../pieces/modules";
import { asRegistryModule, type Literals } from "./component";
import { erase } from "./erase";
import { asApp, asSample } from "./others";
import { placeOf } from "./places";

/** The modules of an app's components and all that they import, as JavaScript. */
export async function modulesOf(
  packageRoot: string,
  app: AppSlug,
  components: readonly CatalogComponent[],
): Promise<Modules> {
  const modules: Modules = new Map();
  const literals = new Map(components.map((found) =>
    [placeOfComponent(found), literalsOf(found)]));
  const waiting = [...literals.keys()].reverse();
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    const place = placeOf(source, app);
    if (modules.has(place)) continue;
    const text = await readFile(join(packageRoot, `${source}.ts`), "utf8");
    const edits = Edits.of(erase(edited(source, text, app, literals.get(source))));
    for (const node of edits.tree.statements.filter(ts.isImportDeclaration)) {
      if (!specifierOf(node).startsWith(".")) continue;
      const other = resolved(source, specifierOf(node));
      waiting.push(other);
      const { moduleSpecifier } = node;
      const way = JSON.stringify(wayTo(place, placeOf(other, app)));
      edits.put(moduleSpecifier.getStart(), moduleSpecifier.end, way);
    }
    modules.set(place, edits.toString());
  }
  return modules;
}

/** The path of a component, without extension: the same in the source and in a payload. */
export function placeOfComponent({ entry, name }: CatalogComponent): string {
  return `${entry.type}s/${name}/${name}`;
}

function literalsOf({ entry, component }: CatalogComponent): Literals {
  const { key, name, version } = entry;
  return { key, name, version, description: component.description ?? "" };
}

function edited(source: string, text: string, app: AppSlug, literals?: Literals): string {
  if (literals) return asRegistryModule(text, app, literals);
  if (source.endsWith(".app")) return asApp(text);
  return source.endsWith("/test-event") ? asSample(text, app) : text;
}
