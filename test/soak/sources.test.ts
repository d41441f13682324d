import fc from "fast-check";
import { openPlace } from "./bench";
import type { Kind } from "./kind";
import { kinds } from "./kinds";
import { Play } from "./play";
import { histories, type History } from "./steps";

/** Histories a source; `npm run test:soak` plays 1,000 with a seed of its own. */
const { SOAK_RUNS, SOAK_SEED, SOAK_PATH } = process.env;
const RUNS = Number(SOAK_RUNS ?? 8);
const SEED = Number(SOAK_SEED ?? (SOAK_RUNS ? Date.now() % 2 ** 31 : 20260320));
const MOST_STEPS = 50;

/** One history again, of those that a seed gives. */
const replayed = SOAK_PATH && { path: SOAK_PATH, numRuns: Number(SOAK_PATH.split(":")[0]) + 1 };

function sentence(kind: Kind, failure: fc.RunDetails<[History]>): string {
  const { counterexample, counterexamplePath, errorInstance } = failure;
  return [
    errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
    `History: ${JSON.stringify(counterexample?.[0])}`,
    "Play it again: "
    + `SOAK_SEED=${SEED} SOAK_PATH=${counterexamplePath} npm run test:soak -- -t ${kind.key}`,
  ].join("\n");
}

describe("over any history, each record arrives exactly once", () => {
  let place: Awaited<ReturnType<typeof openPlace>>;
  beforeAll(async () => {
    place = await openPlace();
  });
  afterAll(() => place.close());

  it.each(kinds)("$key", async (kind) => {
    const count = replayed ? "one history" : `${RUNS} histories`;
    if (SOAK_RUNS) process.stdout.write(`${kind.key}: ${count} of seed ${SEED}\n`);
    const holds = fc.asyncProperty(
      histories(MOST_STEPS),
      (history) => new Play(place.bench(kind), kind).run(history),
    );
    const result = await fc.check(holds, { numRuns: RUNS, seed: SEED, ...replayed });
    if (result.failed) throw new Error(sentence(kind, result));
    expect(result.numRuns).toBeGreaterThan(0);
  }, 3_600_000);
});
