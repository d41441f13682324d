import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import JestRunner from "jest-runner";

/** Where the first run of all leaves what each test file holds; the other workers read it. */
const NOTED = process.env.MUTATION_TESTS;

/**
 * Runs what a mutant asks for and no more. Stryker names the tests that reach it, and Jest would
 * load every file of the slice to look for them; here a file that has none is not loaded, the
 * quick ones come first, and one test that notices is enough.
 */
export default class MutantRunner extends JestRunner {
  async runTests(tests, watcher, options) {
    const serial = { ...options, serial: true };
    const { testNamePattern } = this._globalConfig;
    if (!testNamePattern) return await this.#note(tests, watcher, serial);
    let isKilled = false;
    this.on("test-file-success", ([, { numFailingTests }]) => {
      isKilled ||= numFailingTests > 0;
    });
    this.on("test-file-failure", () => {
      isKilled = true;
    });
    for (const test of asked(tests, new RegExp(testNamePattern, "i"))) {
      if (!isKilled) await super.runTests([test], watcher, serial);
    }
  }

  async #note(tests, watcher, options) {
    const noted = {};
    this.on("test-file-success", ([{ path }, { testResults, perfStats }]) => {
      noted[path] = { names: testResults.map(({ fullName }) => fullName), ms: perfStats.runtime };
    });
    await super.runTests(tests, watcher, options);
    mkdirSync(dirname(NOTED), { recursive: true });
    writeFileSync(NOTED, JSON.stringify(noted));
  }
}

function asked(tests, pattern) {
  const noted = JSON.parse(readFileSync(NOTED, "utf8"));
  return tests
    .filter(({ path }) => noted[path].names.some(name => pattern.test(name)))
    .sort((a, b) => noted[a.path].ms - noted[b.path].ms);
}
