import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { APPS } from "../../catalog/apps";
import { appFile, componentFiles } from "../../catalog/files";
import { selectActions } from "../select";
import type { Package } from "./manifest";
import { manifest } from "./manifest";

/** Packages that are no modules ask for others by `require`. */
const REQUIRE = "import { createRequire } from \"node:module\"; const require = createRequire(import.meta.url);";

/** The server, the apps and the actions, laid out as the catalogue looks for them. */
async function entries(packageRoot: string): Promise<{ in: string; out: string }[]> {
  const actions = (await componentFiles(packageRoot)).filter(({ type }) => type === "action");
  const apps = await Promise.all(APPS.map(async (app) =>
    ({ in: await appFile(packageRoot, app) ?? "", out: `${app}.app` })));
  return [
    { in: join(packageRoot, "local/mcp/bundle/entry.ts"), out: "index" },
    ...apps.filter((app) => app.in !== ""),
    ...actions.map(({ file, name }) => ({ in: file, out: `actions/${name}/${name}` })),
  ];
}

/** Writes what a bundle holds into a folder: all that the server needs but Node.js. */
export async function buildBundle(packageRoot: string, folder: string): Promise<void> {
  const server = join(folder, "server");
  await rm(folder, { recursive: true, force: true });
  await mkdir(server, { recursive: true });
  await build({
    absWorkingDir: packageRoot,
    entryPoints: await entries(packageRoot),
    outdir: server,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    keepNames: true,
    format: "esm",
    platform: "node",
    target: "node20",
    banner: { js: REQUIRE },
    logLevel: "error",
  });
  const text = await readFile(join(packageRoot, "package.json"), "utf8");
  const about = JSON.parse(text) as Package;
  const { version } = about;
  const told = manifest(about, await selectActions(packageRoot, "google_health", {}));
  const files: [name: string, value: object][] = [
    ["server/package.json", { type: "module", version }],
    ["manifest.json", told],
  ];
  for (const [name, value] of files) {
    await writeFile(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  }
}
