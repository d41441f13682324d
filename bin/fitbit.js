#!/usr/bin/env node
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// Until `watch` listens itself, Ctrl-C ends it as well as later on.
if (process.argv[2] === "watch") {
  process.on("SIGINT", () => process.listenerCount("SIGINT") === 1 && process.exit(0));
}

const packageRoot = fileURLToPath(new URL("..", import.meta.url));

/** The command is built where it runs, with packages that only a checkout has. */
function isInstalled(name) {
  try {
    import.meta.resolve(name);
    return true;
  }
  catch {
    return false;
  }
}

if (!["esbuild", "tsx/esm/api", "commander"].every(isInstalled)) {
  console.error("The fitbit command runs in a checkout of its repository, with its development "
    + `packages installed: run \`npm ci\` in ${packageRoot} of a checkout.`);
  process.exit(2);
}

/** Lets this process load TypeScript: for a person's own file, or where nothing can be built. */
async function loadTypeScript() {
  process.env.TSX_TSCONFIG_PATH ??= join(packageRoot, "tsconfig.json");
  // Modules of both kinds: TypeScript in a folder without package.json counts as CommonJS.
  const kinds = [await import("tsx/esm/api"), await import("tsx/cjs/api")];
  for (const { register } of kinds) register();
}

async function start() {
  const { compiled } = await import("./compile.js");
  const folder = await compiled(packageRoot).catch(() => undefined);
  if (folder) return { root: folder, main: "local/cli/main.js", loadTypeScript };
  await loadTypeScript();
  return { root: packageRoot, main: "local/cli/main.ts" };
}

// What fails is found in the source.
process.setSourceMapsEnabled(true);
const { root, main: file, ...more } = await start();
const { main } = await import(pathToFileURL(join(root, file)).href);
await main(process.argv.slice(2), { packageRoot: root, ...more });
