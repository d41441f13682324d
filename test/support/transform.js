import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import tsJest from "ts-jest";

const require = createRequire(import.meta.url);
const VERSIONS = ["ts-jest", "typescript"].map(name => require(`${name}/package.json`).version);

/**
 * ts-jest under a key that says nothing of the project that asks, so that what one of them has
 * transformed serves the others.
 */
export default {
  createTransformer(options) {
    const { process } = tsJest.default.createTransformer(options);
    return {
      process,
      getCacheKey: (text, path, { instrument }) => createHash("sha256")
        .update(JSON.stringify([VERSIONS, options, instrument, path, text]))
        .digest("hex"),
    };
  },
};
