const shared = {
  transform: {
    "(\\.ts|/lint/[^/]+\\.js)$": [
      "ts-jest",
      {
        tsconfig: { module: "commonjs", moduleResolution: "node10", target: "ES2022", allowJs: true, isolatedModules: true, esModuleInterop: true, resolveJsonModule: true, types: ["node", "jest"], strict: true },
        diagnostics: false,
      },
    ],
  },
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
};

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
      testMatch: ["<rootDir>/test/{runtime,sandbox,soak,differential,workflows}/**/*.test.ts"],
      setupFilesAfterEnv: ["<rootDir>/test/support/no-network.ts"],
    },
    {
      ...shared,
      displayName: "cli",
      testMatch: ["<rootDir>/test/cli/**/*.test.ts"],
    },
  ],
  maxWorkers: "100%",
  // For slow machines: nothing here waits by itself.
  testTimeout: 30_000,
  collectCoverageFrom: ["*.app.ts", "actions/**/*.ts", "sources/**/*.ts", "common/**/*.ts"],
  coverageReporters: ["text-summary", "json-summary"],
  coverageThreshold: {
    global: {
      lines: 95,
      branches: 90,
    },
  },
};
