import { posix } from "node:path";
import ts from "typescript";

/** The modules of a payload: JavaScript by path, without extension. */
export type Modules = Map<string, string>;

export interface Module {
  path: string;
  tree: ts.SourceFile;
  /** Where a name that it imports comes from. */
  imports: Map<string, Origin>;
}

export interface Origin {
  path: string;
  name: string;
}

export const DEFAULT = "default";

/** The module that a relative import means. */
export function resolved(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier.replace(/\.mjs$/, ""));
}

/** How a module names another, without extension. */
export function wayTo(from: string, to: string): string {
  const way = posix.relative(posix.dirname(from), to);
  return way.startsWith(".") ? way : `./${way}`;
}

export function parsed(path: string, text: string): Module {
  const tree = ts.createSourceFile(`${path}.js`, text, ts.ScriptTarget.ES2022, true);
  const imports: Module["imports"] = new Map();
  for (const node of tree.statements.filter(ts.isImportDeclaration)) {
    const specifier = specifierOf(node);
    const from = specifier.startsWith(".") ? resolved(path, specifier) : specifier;
    for (const [local, name] of bindings(node)) imports.set(local, { path: from, name });
  }
  return { path, tree, imports };
}

export function specifierOf({ moduleSpecifier }: ts.ImportDeclaration): string {
  return ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
}

/** The modules that one imports by a relative path. */
export function importsOf(path: string, text: string): string[] {
  return parsed(path, text).tree.statements.filter(ts.isImportDeclaration)
    .map(specifierOf)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => resolved(path, specifier));
}

/** What an import brings: its local name, and its name there. */
export function bindings({ importClause }: ts.ImportDeclaration): [string, string][] {
  const named = importClause?.namedBindings;
  return [
    ...importClause?.name ? [[importClause.name.text, DEFAULT] as [string, string]] : [],
    ...named && ts.isNamedImports(named)
      ? named.elements.map(({ name, propertyName }): [string, string] =>
          [name.text, (propertyName ?? name).text])
      : [],
  ];
}

/** The names that a statement declares; none where it only does something. */
export function namesOf(node: ts.Statement): string[] {
  if (ts.isExportAssignment(node)) return [DEFAULT];
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node);
  return isNamed && node.name ? [node.name.text] : [];
}

/** The value of the first constant that a statement declares. */
export function valueOf(node: ts.Statement): ts.Expression | undefined {
  if (!ts.isVariableStatement(node)) return undefined;
  return node.declarationList.declarations[0]?.initializer;
}

/** The statement that declares a name, followed through imports; none outside the payload. */
export function declarationOf(
  modules: ReadonlyMap<string, Module>, path: string, name: string,
): { path: string; node: ts.Statement } | undefined {
  const module = modules.get(path);
  const origin = module?.imports.get(name);
  if (origin) return declarationOf(modules, origin.path, origin.name);
  const node = module?.tree.statements.find((statement) => namesOf(statement).includes(name));
  return node && { path, node };
}
