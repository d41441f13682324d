import { join } from "node:path";
import { buildBundle } from "./build";

const packageRoot = process.cwd();

await buildBundle(packageRoot, join(packageRoot, "dist/mcpb/fitbit"));
