import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The module that people import the types of components and apps from. */
export const TYPES = "types";

export const typesModule = `export type {
  Action, App, Option, ResultOf, Source,
} from "./common/pipedream";
export type { Answer, Missing } from "./common/answer";
export type { HealthApi } from "./common/health-api";
`;

/** The modules of records: of each resource its own. */
export async function recordModules(packageRoot: string): Promise<string[]> {
  const files = await readdir(join(packageRoot, "common"), { recursive: true });
  return files.map((file) => `common/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith("/shapes.ts"))
    .map((file) => file.replace(/\.ts$/, ""));
}
