import root from "../../jest.config.js";

const command = root.projects.find(({ displayName }) => displayName === "cli");

/** What needs a real browser: not among the other tests, for not every machine has one. */
export default {
  ...command,
  rootDir: "../..",
  displayName: "browser",
  testMatch: ["<rootDir>/test/browser/*.test.ts"],
  globalSetup: "<rootDir>/test/browser/chromium.js",
  testTimeout: root.testTimeout,
};
