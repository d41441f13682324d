import config from "../../jest.config.js";
import { slices } from "./slices.js";

const [replay, local] = config.projects;
const { tests, isLocal } = slices[process.env.SLICE];

/** The tests of a slice alone, as `npm test` runs them. */
export default {
  ...isLocal ? local : replay,
  rootDir: "../..",
  testMatch: tests.map(test => `<rootDir>/${test}`),
  runner: "<rootDir>/test/mutation/runner.js",
  testTimeout: 30_000,
};
