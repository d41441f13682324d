import { transformSync } from "esbuild";

/** Jest loads CommonJS: what a module imports and exports is written so, and nothing else. */
export default {
  process: (text, path) => transformSync(text, {
    format: "cjs",
    // The name of an .mjs would make esbuild take a default export for the whole module.
    sourcefile: path.replace(/\.mjs$/, ".js"),
    sourcemap: "inline",
    target: "node20",
  }),
};
