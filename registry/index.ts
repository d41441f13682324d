import { APPS } from "../local/catalog/apps";
import { loadCatalog } from "../local/catalog/catalog";
import { payloadOf } from "./build";
import { allChecks, styleAlone } from "./checks/all";
import { chosen } from "./chosen";
import type { Asked } from "./commands";
import { carriedOut, optionsOf, type Options } from "./program";

async function askedBy({ only, check }: Options): Promise<Asked> {
  const packageRoot = process.cwd();
  const catalog = await loadCatalog(packageRoot);
  return {
    packageRoot,
    payloads: await Promise.all(APPS.map((app) => payloadOf(packageRoot, app, catalog))),
    keys: chosen(catalog, only),
    checks: check ? await allChecks(packageRoot, catalog) : styleAlone,
  };
}

try {
  const options = optionsOf(process.argv.slice(2));
  const { lines, problems } = await carriedOut(options, await askedBy(options));
  for (const line of lines) console.log(line);
  for (const problem of problems) console.error(problem);
  if (problems.length) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
