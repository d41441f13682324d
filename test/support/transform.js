import { createHash } from "node:crypto";
import { transformSync, version } from "esbuild";

const OPTIONS = {
  loader: "ts",
  format: "cjs",
  target: "es2022",
  sourcemap: "inline",
  // Jest loads modules of its own kind alone.
  supported: { "dynamic-import": false },
};

/** What esbuild adds to a module to export from it: nothing that a test would have to reach. */
const ADDED = /^(?=var \w+_exports = |__export\(|module\.exports = )/gm;

const SETTINGS = JSON.stringify([version, OPTIONS, ADDED.source]);

/** Makes what Jest runs of TypeScript; whether its types are right, tsc says. */
export default {
  getCacheKey(text, path, { instrument }) {
    const parts = [SETTINGS, path, String(instrument), text];
    return createHash("sha256").update(parts.join("\0")).digest("hex");
  },

  process(text, path) {
    const { code } = transformSync(text, { ...OPTIONS, sourcefile: path });
    return { code: code.replace(ADDED, "/* istanbul ignore next */ ") };
  },
};
