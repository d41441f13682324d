import { readdirSync } from "node:fs";
import { join } from "node:path";
import { budgets } from "../budgets";

/** Test files of some folders, as many as the budget has, spread evenly. */
export function sampled(folders: readonly string[], isLeftOut = /^$/): [string, string][] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(process.cwd(), "test", folder))
      .filter((name) => name.endsWith(".test.ts") && !isLeftOut.test(name))
      .map((name): [string, string] => [name, join(process.cwd(), "test", folder, name)]));
  const step = Math.max(1, files.length / budgets.payloadFiles);
  return files.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}
