const shared = {
  // One name for those that find files alike, so that what one has transformed serves the others.
  id: "fitbit",
  transform: {
    "(\\.ts|/lint/[^/]+\\.js)$": "<rootDir>/test/support/transform.js",
  },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.stryker-tmp/"],
};

/** Packages that come as modules alone. */
const asModules = "openid-client|oauth4webapi|jose";

const modules = { "\\.mjs$": "<rootDir>/test/payload/transform.js" };

/** Tests of what `npm run registry` writes: it is written once for all of them. */
const written = (name, tests, moduleNameMapper = {}) => ({
  ...shared,
  id: name.replaceAll(" ", "-"),
  displayName: name,
  testMatch: [`<rootDir>/test/${tests}.test.ts`],
  globalSetup: "<rootDir>/test/payload/build.js",
  transform: { ...shared.transform, ...modules },
  modulePathIgnorePatterns: ["<rootDir>/dist/(?!tests/)"],
  moduleNameMapper,
});

const PAYLOAD = "<rootDir>/dist/tests/registry/components";

/** What proves a component proves the payload, where the payload stands in its place. */
const replayed = (app, tests, mapped) => ({
  ...written(`payload of ${app}`, tests, {
    "^(?:\\.\\./)+((?:actions|sources)/.*)$": `${PAYLOAD}/${app}/$1.mjs`,
    ...mapped,
  }),
  setupFilesAfterEnv: ["<rootDir>/test/support/replay.ts"],
});

/** nock and the sandbox's router hook the same sockets, so the tests of each run apart. */
export default {
  projects: [
    {
      ...shared,
      displayName: "replay",
      testMatch: ["<rootDir>/test/{common,actions,sources,google-health,conformance,types,lint}/**/*.test.ts"],
      setupFilesAfterEnv: ["<rootDir>/test/support/replay.ts"],
    },
    {
      ...shared,
      displayName: "local",
      testMatch: ["<rootDir>/test/{runtime,sandbox,soak,differential,workflows,faults}/**/*.test.ts"],
      setupFilesAfterEnv: ["<rootDir>/test/support/no-network.ts"],
    },
    {
      ...shared,
      displayName: "cli",
      transform: {
        ...shared.transform,
        [`/node_modules/(${asModules})/.+\\.js$`]: "<rootDir>/test/payload/transform.js",
      },
      transformIgnorePatterns: [`/node_modules/(?!(${asModules})/)`],
      testMatch: ["<rootDir>/test/{cli,mcp}/**/*.test.ts"],
    },
    {
      ...shared,
      displayName: "package",
      transform: { ...shared.transform, ...modules },
      testMatch: ["<rootDir>/test/package/**/*.test.ts"],
    },
    {
      ...written("registry", "registry/*"),
      setupFilesAfterEnv: ["<rootDir>/test/support/no-network.ts"],
    },
    replayed("fitbit", "payload/fitbit", {
      "^(?:\\.\\./)+fitbit\\.app$": "<rootDir>/test/payload/app.ts",
    }),
    replayed("google_health", "payload/google-health", {
      "^(?:\\.\\./)+google_health\\.app$":
        `${PAYLOAD}/google_health/common/health/google_health.app.mjs`,
    }),
  ],
  maxWorkers: "100%",
  testSequencer: "<rootDir>/test/support/sequencer.js",
  // For slow machines: nothing here waits by itself.
  testTimeout: 120_000,
  collectCoverageFrom: ["*.app.ts", "actions/**/*.ts", "sources/**/*.ts", "common/**/*.ts"],
  coverageReporters: ["text-summary", "json-summary"],
  coverageThreshold: {
    global: {
      lines: 95,
      branches: 90,
    },
  },
};
