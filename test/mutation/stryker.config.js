import { slices } from "./slices.js";

const { SLICE, MUTATORS = "2" } = process.env;

/** https://stryker-mutator.io/docs/stryker-js/configuration/ */
export default {
  mutate: slices[SLICE].mutate,
  plugins: ["@stryker-mutator/jest-runner"],
  testRunner: "jest",
  jest: { configFile: "test/mutation/jest.config.js", enableFindRelatedTests: false },
  coverageAnalysis: "perTest",
  // Tables are read once, when a module loads: each change of one would run every test.
  ignoreStatic: true,
  // A sentence without its words is no other behaviour; paths and names are replayed exactly.
  mutator: { excludedMutations: ["StringLiteral"] },
  concurrency: Number(MUTATORS),
  timeoutMS: 15_000,
  incremental: true,
  incrementalFile: `node_modules/.cache/stryker/${SLICE}.json`,
  tempDirName: ".stryker-tmp",
  ignorePatterns: ["dist", "coverage", "docs", "bench"],
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ["clear-text", "json", "progress-append-only"],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, allowColor: false },
  jsonReporter: { fileName: `coverage/mutation/${SLICE}.json` },
  disableTypeChecks: true,
  allowConsoleColors: false,
};
