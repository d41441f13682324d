import { isBuiltin } from "node:module";
import { posix } from "node:path";
import ts from "typescript";
import type { Files } from "../files";
import { parsed, specifierOf } from "../pieces/modules";
import { isFields } from "../../local/runtime/component";
import { modulesIn, type Check } from "./check";

const FOLDERS = ["actions", "sources", "common"];

/** Every import leads to a file of the payload, or to a package that it declares. */
export const imports: Check = (files) => {
  const all = modulesIn(files).flatMap(([path, text]) =>
    parsed(path, text).tree.statements.filter(ts.isImportDeclaration)
      .map((node) => ({ path, specifier: specifierOf(node) })));
  const problems = all.flatMap(({ path, specifier }) => {
    const problem = specifier.startsWith(".")
      ? relativeProblem(path, specifier, files)
      : packageProblem(path, specifier, files);
    return problem ? [`${path}: imports ${specifier}, ${problem}`] : [];
  });
  return { looked: all.length, problems };
};

function relativeProblem(path: string, specifier: string, files: Files): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const [app = "", folder = ""] = target.split("/");
  if (!path.startsWith(`${app}/`)) return "which leaves the app's folder";
  if (!FOLDERS.includes(folder) && folder !== `${app}.app.mjs`) return `which lies in ${folder}`;
  return files.has(target) ? undefined : "which is not there";
}

function packageProblem(path: string, specifier: string, files: Files): string | undefined {
  if (isBuiltin(specifier)) return undefined;
  const [app = ""] = path.split("/");
  const manifest: unknown = JSON.parse(files.get(`${app}/package.json`) ?? "{}");
  const declared = isFields(manifest) && isFields(manifest.dependencies)
    ? manifest.dependencies
    : {};
  return Object.hasOwn(declared, specifier) ? undefined : "which package.json does not declare";
}
