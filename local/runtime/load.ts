import { access, readFile } from "node:fs/promises";
import Module, { register } from "node:module";
import { basename, dirname, extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Component } from "./component";
import { componentOf, isFields, LoadError } from "./component";
import { reportError } from "./report";

const EXTENSIONS = [".ts", ".mts", ".mjs", ".js", ".cjs"];

export interface LoadOptions {
  /** The folder of this package: its dependencies serve files that have none beside them. */
  packageRoot: string;
  /** Lets this process load TypeScript; left out where it does already. */
  loadTypeScript?: () => Promise<void>;
}

type Resolver = (request: string, parent: unknown, ...rest: unknown[]) => string;

const PINNED = /^((?:@[^/@]+\/)?[^/@]+)@[^/]+(\/.*)?$/;

/** For `require` what the hook does for `import`: TypeScript outside a package is CommonJS. */
function hookRequire(packageRoot: string): void {
  const internals = Module as unknown as { _resolveFilename: Resolver };
  const before = internals._resolveFilename;
  const file = join(packageRoot, "package.json");
  const paths = Module.createRequire(file).resolve.paths("any-package") ?? [];
  const fallback = { id: file, filename: file, paths };
  internals._resolveFilename = function (this: unknown, request, parent, ...rest) {
    const name = request.replace(PINNED, "$1$2");
    const attempts = [[request, parent], [name, parent], [name, fallback]] as const;
    let missing: unknown;
    for (const [wanted, from] of attempts) {
      try {
        return before.call(this, wanted, from, ...rest);
      } catch (error) {
        if (!isBare(request) || codeOf(error) !== "MODULE_NOT_FOUND") throw error;
        missing ??= error;
      }
    }
    throw missing;
  };
}

const isBare = (request: string): boolean => !/^([./#]|[a-z][a-z+.-]*:)/i.test(request);

const hooked = new Set<string>();

function hook(packageRoot: string): void {
  if (hooked.has(packageRoot)) return;
  hooked.add(packageRoot);
  const fallback = pathToFileURL(join(packageRoot, "package.json")).href;
  register(pathToFileURL(join(packageRoot, "local/runtime/resolve-hook.mjs")), {
    data: { fallback },
  });
  hookRequire(packageRoot);
  // A global of Pipedream: https://pipedream.com/docs/workflows/building-workflows/code/nodejs
  Object.assign(globalThis, { defineComponent: <T>(component: T): T => component });
}

const codeOf = (error: unknown): unknown => isFields(error) ? error.code : undefined;

/** An import by path may lead to TypeScript; of others only running it tells where to. */
const BY_PATH = /\b(from|import)\s*["']([./#]|file:)/;
const AT_RUN_TIME = /\b(import|require)\s*\(|\bcreateRequire\b/;

/** Whether a file may take more than plain Node.js to load: most code steps do not. */
async function mayTakeTypeScript(path: string): Promise<boolean> {
  if (extname(path) !== ".mjs") return true;
  const text = await readFile(path, "utf8");
  return BY_PATH.test(text) || AT_RUN_TIME.test(text);
}

const STATIC_IMPORT = /^\s*import\b(?!\s*[(.])/m;
const REQUIRE = /\brequire\s*\(/;

/**
 * A step takes modules by `import` or by `require`, whatever its file is called; not by both.
 * https://pipedream.com/docs/workflows/building-workflows/code/nodejs#require-is-not-defined
 */
async function giveRequire(path: string): Promise<void> {
  const text = await readFile(path, "utf8");
  Reflect.deleteProperty(globalThis, "require");
  if (!REQUIRE.test(text) || STATIC_IMPORT.test(text)) return;
  // CommonJS has one of its own, which comes first.
  Object.assign(globalThis, { require: Module.createRequire(path) });
}

/** What is said when a module that a file imports is not there. */
function missingModule(file: string, message: string): string {
  const name = /Cannot find (?:package|module) '([^']+)'/.exec(message)?.[1] ?? "a module";
  if (/^[./]|^file:/.test(name)) return `it imports ${name}, which does not exist`;
  const [scope = "", rest = ""] = name.replace(PINNED, "$1$2").split("/");
  const packageName = scope.startsWith("@") ? `${scope}/${rest}` : scope;
  return `it imports ${packageName}, which is not installed: `
    + `run \`npm install ${packageName}\` in ${dirname(file)}`;
}

/**
 * The sentence for an error that importing a file ended with.
 * @param file absolute path
 */
export function loadProblem(file: string, error: unknown): string {
  const { name, message, code } = reportError(error);
  if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") {
    return missingModule(file, message);
  }
  if (message.startsWith("require is not defined")) {
    return "it has both import and require, and a step takes one of them: write "
      + "`import name from \"package\"` for each";
  }
  const isSyntax = name === "SyntaxError" || name === "TransformError" || name === "ParseError";
  const first = message.split("\n").filter((line) => line.trim() !== "").slice(0, 2).join(" ");
  return isSyntax
    ? `it is not valid ${extname(file) === ".ts" ? "TypeScript" : "JavaScript"}: ${first}`
    : `it fails while loading: ${first}`;
}

/**
 * Loads the component a file holds: TypeScript (when the process can load it) or JavaScript,
 * with packages found beside the file or else in this package.
 * @throws LoadError saying in one sentence what is wrong and what to do.
 */
export async function loadComponent(file: string, options: LoadOptions): Promise<Component> {
  const path = resolve(file);
  const fail = (problem: string): never => {
    throw new LoadError(`${basename(path)} cannot be loaded: ${problem}.`.replace(/\.\.$/, "."));
  };
  await access(path).catch(() => {
    throw new LoadError(`There is no file ${path}: check the path.`);
  });
  if (!EXTENSIONS.includes(extname(path))) {
    fail(`a component is a file that ends in ${EXTENSIONS.join(", ")}`);
  }
  if (await mayTakeTypeScript(path)) await options.loadTypeScript?.();
  hook(resolve(options.packageRoot));
  await giveRequire(path);
  let module: unknown;
  try {
    module = await import(pathToFileURL(path).href) as unknown;
  } catch (error) {
    fail(loadProblem(path, error));
  }
  try {
    return componentOf(module);
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    throw new LoadError(`${basename(path)}: ${error.message}`, { cause: error });
  }
}
