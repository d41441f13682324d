import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { Edits } from "../edits";
import { resolved, specifierOf, wayTo, type Modules } from "../pieces/modules";
import { isTypeImport } from "./erase";

/** What becomes of the source's modules, which are named without extension. */
export interface Form {
  placeOf: (source: string) => string;
  edited: (source: string, text: string) => string;
}

/** Some modules and all that they import to run, in another form, by their new places. */
export async function followed(
  packageRoot: string, roots: readonly string[], { placeOf, edited }: Form,
): Promise<Modules> {
  const modules: Modules = new Map();
  const waiting = [...roots].reverse();
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    const place = placeOf(source);
    if (modules.has(place)) continue;
    const text = await readFile(join(packageRoot, `${source}.ts`), "utf8");
    const edits = Edits.of(edited(source, text));
    for (const node of edits.tree.statements.filter(ts.isImportDeclaration)) {
      if (!specifierOf(node).startsWith(".")) continue;
      const other = resolved(source, specifierOf(node));
      if (!isTypeImport(node)) waiting.push(other);
      const { moduleSpecifier } = node;
      const way = JSON.stringify(wayTo(place, placeOf(other)));
      edits.put(moduleSpecifier.getStart(), moduleSpecifier.end, way);
    }
    modules.set(place, edits.toString());
  }
  return modules;
}
