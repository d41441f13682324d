import { isFields } from "../runtime/component";

/** What lies at a path such as `sleep.0.levels.data`; undefined where it ends early. */
export function at(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((found, key) => {
    if (Array.isArray(found)) return (found as unknown[])[Number(key)];
    return isFields(found) ? found[key] : undefined;
  }, value);
}

/** The list at a path, empty when there is none. */
export function listAt(value: unknown, path: string): unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

/** The number at a path, 0 when there is none. */
export function numberAt(value: unknown, path: string): number {
  const found = at(value, path);
  return typeof found === "number" ? found : 0;
}

/** The value at a path as text; a dash when there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  return typeof found === "string" || typeof found === "number" ? String(found) : "–";
}
