import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { slices } from "./slices.js";
import { printSurvivors } from "./survivors.js";

/** `npm run test:mutation -- polling wire`: the slices named, or all, one after the other. */
const named = process.argv.slice(2);
const unknown = named.filter(name => !Object.hasOwn(slices, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no slice ${unknown.join(", ")}: take ${Object.keys(slices).join(", ")}.\n`);
  process.exit(2);
}

for (const SLICE of named.length > 0 ? named : Object.keys(slices)) {
  process.stdout.write(`\n== ${SLICE}\n`);
  const MUTATION_TESTS = resolve(`node_modules/.cache/stryker/${SLICE}-tests.json`);
  const { status } = spawnSync(
    "npx", ["stryker", "run", "test/mutation/stryker.config.js"],
    { stdio: "inherit", env: { ...process.env, SLICE, MUTATION_TESTS } },
  );
  if (status !== 0) process.exitCode = 1;
  printSurvivors(SLICE);
}
