import { posix } from "node:path";
import ts from "typescript";
import { Edits, walk } from "../registry/edits";
import { resolved, type Modules } from "../registry/pieces/modules";

/** As the source is compiled; whether its types hold is looked at there. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: ["node"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noUncheckedIndexedAccess: true,
  declaration: true,
  emitDeclarationOnly: true,
  noCheck: true,
};

/**
 * The declarations of some modules, and of all that they name, without extension.
 * @throws where a type cannot be written down
 */
export function declarationsOf(
  packageRoot: string, modules: Modules, entries: readonly string[],
): Modules {
  const fileOf = (path: string) => posix.join(packageRoot, `${path}.ts`);
  const texts = new Map([...modules].map(([path, text]) => [fileOf(path), text]));
  const program = ts.createProgram(entries.map(fileOf), OPTIONS, hostOf(texts));
  const all: Modules = new Map();
  const { diagnostics } = program.emit(undefined, (file, text) => {
    all.set(posix.relative(packageRoot, file).replace(/\.d\.ts$/, ""), text);
  });
  const [problem] = diagnostics;
  if (problem) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, "\n"));
  return named(all, entries);
}

/** Files that lie nowhere, over those that do. */
function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  const { readFile, fileExists } = host;
  return {
    ...host,
    readFile: (file) => texts.get(file) ?? readFile(file),
    fileExists: (file) => texts.has(file) || fileExists(file),
    getSourceFile: (file, options) => {
      const text = texts.get(file) ?? readFile(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, options);
    },
  };
}

/** The entries and what they name, directly or not, each import with its extension. */
function named(all: Modules, entries: readonly string[]): Modules {
  const found: Modules = new Map();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const text = all.get(path);
    if (text === undefined) throw new Error(`${path} has no declaration.`);
    const edits = Edits.of(text);
    for (const literal of specifiersIn(edits.tree)) {
      if (!literal.text.startsWith(".")) continue;
      waiting.push(resolved(path, literal.text));
      edits.put(literal.getStart(), literal.end, JSON.stringify(`${literal.text}.mjs`));
    }
    found.set(path, edits.toString());
  }
  return found;
}

/** Where a declaration names a module: in imports, exports and `import("…")`. */
function specifiersIn(tree: ts.SourceFile): ts.StringLiteral[] {
  const found: ts.StringLiteral[] = [];
  walk(tree, (node) => {
    const specifier = specifierAt(node);
    if (specifier && ts.isStringLiteral(specifier)) found.push(specifier);
    return undefined;
  });
  return found;
}

function specifierAt(node: ts.Node): ts.Node | undefined {
  const isStatement = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
  if (isStatement) return node.moduleSpecifier;
  const isCall = ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument);
  return isCall ? node.argument.literal : undefined;
}
