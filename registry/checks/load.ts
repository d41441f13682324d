import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { CatalogComponent } from "../../local/catalog/catalog";
import { alone, printedBy } from "../alone";
import type { Files } from "../files";
import { componentsIn, modulesIn, type Check, type Place } from "./check";
import { definition } from "./definition.mjs";

const PROBE = ["probe.mjs", "definition.mjs"];

/** What plain Node.js found in the files of a payload. */
interface Found {
  problems: string[];
  /** What each component says of itself, by its path. */
  definitions: Record<string, unknown>;
}

/**
 * Every file loads in plain Node.js with the platform alone beside it, and what a component
 * says of itself is what it says in the source.
 */
export function load(packageRoot: string, catalog: readonly CatalogComponent[]): Check {
  return async (files) => {
    const { problems, definitions } = await found(packageRoot, files);
    const strangers = componentsIn(files)
      .filter((place) => !saysTheSame(definitions[place.path], place, catalog))
      .map(({ path }) => `${path}: it says something else than its source`);
    return { looked: modulesIn(files).length, problems: [...problems, ...strangers] };
  };
}

function saysTheSame(
  said: unknown, { app, base }: Place, catalog: readonly CatalogComponent[],
): boolean {
  const source = catalog.find(({ entry }) => entry.key === `${app}-${base}`);
  const meant: unknown = JSON.parse(JSON.stringify(definition(source?.component)));
  return isDeepStrictEqual(said, meant);
}

/** Imports the files in a folder of their own. */
async function found(packageRoot: string, files: Files): Promise<Found> {
  const modules = modulesIn(files).map(([path]) => path);
  const apps = componentsIn(files).map(({ path, app }) => [path, app]);
  return await alone(packageRoot, files, async (folder) => {
    for (const name of PROBE) {
      await copyFile(join(packageRoot, "registry/checks", name), join(folder, name));
    }
    await writeFile(join(folder, "paths.json"), JSON.stringify({
      modules, components: Object.fromEntries(apps) as unknown,
    }));
    return JSON.parse(await printedBy("probe.mjs", folder)) as Found;
  });
}
