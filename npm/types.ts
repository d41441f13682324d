import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The module that people import types from. */
export const TYPES = "types";

/** What it says: how components are defined, what they ask of an app, and every record. */
export async function typesModule(packageRoot: string): Promise<string> {
  const shapes = await readdir(join(packageRoot, "common"), { recursive: true });
  const records = shapes.map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith("/shapes.ts"))
    .sort()
    .map((file) => `./common/${file.replace(/\.ts$/, "")}`);
  return [
    "export type { Action, App, Option, ResultOf, Source } from \"./common/pipedream\";",
    "export type { Answer, Missing } from \"./common/answer\";",
    "export type { HealthApi } from \"./common/health-api\";",
    ...records.map((path) => `export type * from "${path}";`),
    "",
  ].join("\n");
}
