import type { CatalogComponent } from "../../local/catalog/catalog";
import { part, type Payload } from "../build";
import { importsOf, type Modules } from "../pieces/modules";
import { placeOfComponent } from "../source/payload";

/** A component that is not what it was, and the modules that make it so. */
export interface Change {
  component: CatalogComponent;
  /** The version that it had; undefined where it is new. */
  before: string | undefined;
  because: string[];
}

/**
 * The components of an app that differ from what they were: in their own module, or in one
 * that they import, however far down. What is not published makes no difference.
 */
export function changes(before: Payload | undefined, now: Payload): Change[] {
  const [old, own] = [before ? published(before) : new Map<string, string>(), published(now)];
  const versions = new Map(before?.components.map(({ entry }) => [entry.key, entry.version]));
  return now.components.flatMap((component) => {
    const because = reachedFrom(placeOfComponent(component), own)
      .filter((path) => old.get(path) !== own.get(path));
    const version = versions.get(component.entry.key);
    return because.length ? [{ component, before: version, because }] : [];
  });
}

/** What of a payload is published, the versions of components left out. */
function published(payload: Payload): Modules {
  const keys = new Set(payload.components.map(({ entry }) => entry.key));
  const texts = [...part(payload, keys).modules];
  return new Map(texts.map(([path, text]) => [path, text.replace(/^ {2}version: .*$/m, "")]));
}

function reachedFrom(path: string, modules: Modules, found: string[] = []): string[] {
  const text = modules.get(path);
  if (text === undefined || found.includes(path)) return found;
  found.push(path);
  for (const other of importsOf(path, text)) reachedFrom(other, modules, found);
  return found;
}
