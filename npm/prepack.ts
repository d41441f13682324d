import { join } from "node:path";
import { fill, sizeOf } from "../registry/files";
import { packageFiles } from "./build";
import { layAside, putBack } from "./manifest";

const packageRoot = process.cwd();

// A pack that broke off may have left it.
await putBack(packageRoot);
const files = await packageFiles(packageRoot);
await fill(join(packageRoot, "dist/npm"), files);
// What npm itself prints on stdout is the name of the tarball, or JSON.
console.error(`dist/npm: ${files.size} files of ${(sizeOf(files.values()) / 1_000).toFixed(0)} kB`);
await layAside(packageRoot);
