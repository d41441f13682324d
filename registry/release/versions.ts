import ts from "typescript";
import type { AppSlug } from "../../local/catalog/apps";
import { Edits, walk } from "../edits";

export const LEVELS = ["major", "minor", "patch"] as const;

export type Level = (typeof LEVELS)[number];

/** The next version of a level. */
export function next(version: string, level: Level): string {
  const at = LEVELS.indexOf(level);
  const parts = version.split(".").map(Number);
  return [...parts.slice(0, at), (parts[at] ?? 0) + 1, 0, 0].slice(0, 3).join(".");
}

/** A component's module with another version on one of its apps. */
export function withVersion(text: string, app: AppSlug, version: string): string {
  const edits = Edits.of(text);
  const [own, twin] = versionsIn(edits.tree);
  const there = app === "google_health" ? twin ?? own : own;
  if (there) edits.put(there.getStart(), there.end, JSON.stringify(version));
  return edits.toString();
}

/** The versions that a module states: of its component, and of the twin beside it. */
function versionsIn(tree: ts.SourceFile): ts.Expression[] {
  const found: ts.Expression[] = [];
  walk(tree, (node) => {
    const isVersion = ts.isPropertyAssignment(node) && node.name.getText() === "version";
    if (isVersion) found.push(node.initializer);
    return isVersion;
  });
  return found;
}
