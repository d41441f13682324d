import { REGISTRY } from "../registry";
import { componentsIn, modulesIn, type Check, type Place } from "./check";

/** What its scripts read of a file: the first that looks so. */
const KEY = /key: "([^"]*)"/;
const EVERY_KEY = /\bkey: "([a-z_]+-[^"]*)"/g;
const VERSION = /version: "(\d+\.\d+\.\d+)"/;

/** Keys, folders and files agree; no key is there twice; nothing else would be published. */
export const keys: Check = (files) => {
  const components = componentsIn(files);
  return {
    looked: components.length,
    problems: [
      ...components.flatMap(problemsOf),
      ...twice(modulesIn(files)),
      ...modulesIn(files).map(([path]) => path)
        .filter((path) => !hasPlace(path))
        .map((path) => `${path}: the registry would take it for a component`),
      ...[...files.keys()].filter((path) => REGISTRY.untouched.test(path))
        .map((path) => `${path}: the registry's own, which stays as it is`),
    ],
  };
};

function problemsOf({ path, text, app, folder, base }: Place): string[] {
  const key = KEY.exec(text)?.[1] ?? "";
  const problems = [
    folder !== base && `its folder is ${folder}`,
    key !== `${app}-${base}` && (key ? `its key is ${key}` : "it has no literal key"),
    !VERSION.test(text) && "it has no literal version x.y.z",
  ];
  return problems.filter((problem) => problem !== false).map((problem) => `${path}: ${problem}`);
}

/** Keys that more than one file has, helpers too. */
function twice(modules: readonly [string, string][]): string[] {
  const owners = new Map<string, string>();
  return modules.flatMap(([path, text]) => [...text.matchAll(EVERY_KEY)].flatMap(([, key = ""]) => {
    const owner = owners.get(key);
    owners.set(key, owner ?? path);
    return owner === undefined ? [] : [`${path}: ${key} is the key of ${owner} too`];
  }));
}

/** Whether the registry knows what a file is: a component, an app, a sample or a helper. */
function hasPlace(path: string): boolean {
  const [app = "", ...rest] = path.split("/");
  const within = rest.join("/");
  return within === `${app}.app.mjs`
    || /^common\//.test(within)
    || /^(actions|sources)\/([^/]+)\/(\2|test-event)\.mjs$/.test(within);
}
