import { fileURLToPath } from "node:url";
import config from "../../jest.config.js";
import { slices } from "./slices.js";

const [replay, local] = config.projects;
const { tests, isLocal, without = [] } = slices[process.env.SLICE];

/** The tests of a slice alone, as `npm test` runs them. */
export default {
  ...isLocal ? local : replay,
  rootDir: "../..",
  testMatch: tests.map(test => `<rootDir>/${test}`),
  runner: "<rootDir>/test/mutation/runner.js",
  testEnvironment: fileURLToPath(new URL("environment.cjs", import.meta.url)),
  testEnvironmentOptions: { without },
  testTimeout: 30_000,
};
