import { join } from "node:path";
import ts from "typescript";
import { componentFiles } from "../../catalog/files";
import type { Schema } from "./schema";
import { Teller } from "./schema";

/** Where the schemas stand: a server has no compiler to ask. */
export const resultsFile = "local/mcp/results/results.json";

/** A module that is not on the disk: it names the result of every action. */
function moduleOf(names: readonly string[]): string {
  return [
    "import type { ResultOf } from \"./common/pipedream\";",
    ...names.flatMap((name, index) => [
      `import type action${index} from "./actions/${name}/${name}";`,
      `export type Result${index} = ResultOf<typeof action${index}>;`,
    ]),
  ].join("\n");
}

function programOf(packageRoot: string, text: string): { program: ts.Program; file: string } {
  const file = join(packageRoot, "results-of-actions.ts");
  const path = join(packageRoot, "tsconfig.json");
  const read = (name: string) => ts.sys.readFile(name);
  const { config } = ts.readConfigFile(path, read) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, packageRoot);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, language, ...more) => name === file
    ? ts.createSourceFile(name, text, language)
    : getSourceFile(name, language, ...more);
  return { program: ts.createProgram([file], { ...options, types: ["node"] }, host), file };
}

/** What each action gives, as JSON Schema, by the types that the compiler infers. */
export function resultSchemas(
  packageRoot: string, names: readonly string[],
): Record<string, Schema> {
  const { program, file } = programOf(packageRoot, moduleOf(names));
  const source = program.getSourceFile(file);
  const checker = program.getTypeChecker();
  const symbol = source && checker.getSymbolAtLocation(source);
  if (!source || !symbol) throw new Error("The module that names the results has no exports.");
  const teller = new Teller(checker, source);
  const types = checker.getExportsOfModule(symbol)
    .map((found) => checker.getDeclaredTypeOfSymbol(found));
  return Object.fromEntries(names.map((name, index) =>
    [name, teller.tell(types.slice(index, index + 1))]));
}

/** The schemas of all actions as a file: a line each, so that a change shows. */
export async function resultsText(packageRoot: string): Promise<string> {
  const files = await componentFiles(packageRoot);
  const names = files.filter(({ type }) => type === "action").map(({ name }) => name);
  const lines = Object.entries(resultSchemas(packageRoot, names))
    .map(([name, schema]) => `  ${JSON.stringify(name)}: ${JSON.stringify(schema)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}
