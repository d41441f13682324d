import { REGISTRY } from "../registry";
import { appsIn, componentsIn, type Check } from "./check";

/** Versions are above those that the registry has under the same keys. */
export const versions: Check = (files) => {
  const components = componentsIn(files).map(({ path, text, app, base }) => ({
    path,
    version: versionOf(text),
    above: REGISTRY.versions[`${app}-${base}`] ?? "0.0.0",
  }));
  const packages = appsIn(files).map((app) => ({
    path: `${app}/package.json`,
    version: versionOf(files.get(`${app}/package.json`)),
    above: REGISTRY.packages[app] ?? "0.0.0",
  }));
  const all = [...components, ...packages];
  return {
    looked: all.length,
    problems: all.filter(({ version, above }) => !isAbove(version, above))
      .map(({ path, version, above }) => `${path}: version ${version} is not above ${above}`),
  };
};

/** The version that a component or a package.json states; empty where it states none. */
export function versionOf(text = ""): string {
  return /\bversion"?:\s*"([^"]*)"/.exec(text)?.[1] ?? "";
}

/** Whether a version is a later one. */
export function isAbove(version: string, other: string): boolean {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return false;
  const [mine, its] = [version, other].map((text) => text.split(".").map(Number));
  const at = mine?.findIndex((part, i) => part !== its?.[i]) ?? -1;
  return at >= 0 && (mine?.[at] ?? 0) > (its?.[at] ?? 0);
}
