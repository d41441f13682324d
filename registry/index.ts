import { join } from "node:path";
import { Command } from "commander";
import { APPS } from "../local/catalog/apps";
import { loadCatalog } from "../local/catalog/catalog";
import { payloadOf } from "./build";
import { allChecks, styleAlone } from "./checks/all";
import { chosen } from "./chosen";
import { mergePayload, writeBundles, writePayload, type Report } from "./commands";

interface Options {
  only?: string;
  into?: string;
  out: string;
  bundle?: true;
  check?: true;
}

const program = new Command("npm run registry --")
  .description("Writes the components as Pipedream takes them: JavaScript, by app.")
  .option("--only <keys>", "these alone: keys, or names without the app, with commas between")
  .option("--into <checkout>", "write into a checkout of the registry, beside what is there")
  .option("--bundle", "write one self-contained file a component, to publish privately")
  .option("--check", "do what the registry's checks do")
  .option("--out <folder>", "where to write", "dist");

async function run({ only, into, out, bundle, check }: Options): Promise<Report> {
  const packageRoot = process.cwd();
  const catalog = await loadCatalog(packageRoot);
  const asked = {
    packageRoot,
    payloads: await Promise.all(APPS.map((app) => payloadOf(packageRoot, app, catalog))),
    keys: chosen(catalog, only),
    checks: check ? await allChecks(packageRoot, catalog) : styleAlone,
  };
  if (bundle) return await writeBundles(asked, join(out, "publish"));
  if (into !== undefined) return await mergePayload(asked, into);
  return await writePayload(asked, join(out, "registry/components"));
}

try {
  const { lines, problems } = await run(program.parse().opts());
  for (const line of lines) console.log(line);
  for (const problem of problems) console.error(problem);
  if (problems.length) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
