#!/usr/bin/env node
import { fileURLToPath } from "node:url";

// Until `watch` listens itself, Ctrl-C ends it as well as later on.
if (process.argv[2] === "watch") {
  process.on("SIGINT", () => process.listenerCount("SIGINT") === 1 && process.exit(0));
}

const packageRoot = fileURLToPath(new URL("..", import.meta.url));

/** The command runs TypeScript as it stands, with packages that only a checkout has. */
function isInstalled(name) {
  try {
    import.meta.resolve(name);
    return true;
  }
  catch {
    return false;
  }
}

if (!["tsx/esm/api", "commander"].every(isInstalled)) {
  console.error("The fitbit command runs in a checkout of its repository, with its development "
    + `packages installed: run \`npm ci\` in ${packageRoot} of a checkout.`);
  process.exit(2);
}

// For modules of both kinds: TypeScript in a folder without package.json counts as CommonJS.
process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL("../tsconfig.json", import.meta.url));
const esm = await import("tsx/esm/api");
const commonJs = await import("tsx/cjs/api");
esm.register();
commonJs.register();

const { main } = await import(new URL("../local/cli/main.ts", import.meta.url).href);
await main(process.argv.slice(2), { packageRoot });
