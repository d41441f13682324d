import fc from "fast-check";
import { loadCatalog } from "../../local/catalog/catalog";
import { resolveProps } from "../../local/runtime";
import { budgets } from "../budgets";
import { openPlace } from "./bench";
import { costOf, costSoFar } from "./cost";
import { CrossingPlay } from "./crossings/play";
import { crossingHistories } from "./crossings/steps";
import { DevicePlay } from "./devices/play";
import { deviceHistories } from "./devices/steps";
import { crossingKinds, deviceKinds, kinds } from "./kinds";
import { Play } from "./play";
import { histories } from "./steps";

/**
 * Here all sources share a budget of histories that stay the same; `npm run test:soak` plays
 * 1,000 of each, others each time, and says what they cost. With SOAK_END it ends at the first
 * that fails, which is not made shorter; with SOAK_TRACE a history tells of its steps.
 */
const { SOAK_RUNS, SOAK_SEED, SOAK_PATH, SOAK_END } = process.env;
const RUNS = Number(SOAK_RUNS ?? 0);
const SEED = Number(SOAK_SEED ?? (SOAK_RUNS ? Date.now() % 2 ** 31 : 0));
const MOST_STEPS = 50;
/** Of days: each that is told of may take many requests. */
const MOST_STEPS_OF_DAYS = 30;
/** What a whole run may leave on the heap, the list of its requests above all. */
const MOST_KEPT_MB = 100;

/** One history again, of those that a seed gives. */
const replayed = SOAK_PATH && { path: SOAK_PATH, numRuns: 1 };

/** A seed of a source's own, whatever other sources there are. */
const seedOf = (key: string): number =>
  Buffer.from(key).reduce((sum, byte) => (sum * 31 + byte) % 2 ** 31, 0);

let place: Awaited<ReturnType<typeof openPlace>>;

/** What holds of each source over any history. */
const games = [
  ...kinds.map((kind) => ({
    key: kind.key,
    game: (): Game => fc.asyncProperty(
      histories(MOST_STEPS), (history) => new Play(place.bench(kind), kind).run(history),
    ),
  })),
  ...crossingKinds.map((kind) => ({
    key: kind.key,
    game: (): Game => fc.asyncProperty(
      crossingHistories(MOST_STEPS_OF_DAYS),
      (history) => new CrossingPlay(place.bench(kind), kind).run(history),
    ),
  })),
  ...deviceKinds.map((kind) => ({
    key: kind.key,
    game: (): Game => fc.asyncProperty(
      deviceHistories(MOST_STEPS),
      (history) => new DevicePlay(place.bench(kind), kind).run(history),
    ),
  })),
];

type Game = fc.IAsyncProperty<[unknown]>;

/** What is played of each source: its part of the budget, or as many as are asked for. */
const parts = games.map(({ key, game }, i) => ({
  key,
  game,
  runs: RUNS || Math.max(1, Math.floor((budgets.soakHistories + i) / games.length)),
  seed: SEED || seedOf(key),
}));

function sentence(key: string, seed: number, failure: fc.RunDetails<[unknown]>): string {
  const { counterexample, counterexamplePath, errorInstance } = failure;
  return [
    errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
    `History: ${JSON.stringify(counterexample?.[0])}`,
    "Play it again: "
    + `SOAK_SEED=${seed} SOAK_PATH=${counterexamplePath} npm run test:soak -- -t ${key}`,
  ].join("\n");
}

it("every source that polls is played, on each of its apps", async () => {
  const polling = (await loadCatalog(process.cwd()))
    .filter(({ entry }) => entry.type === "source")
    .filter(({ component }) => resolveProps(component).some(({ kind }) => kind === "timer"))
    .map(({ entry }) => entry.key);
  expect(games.map(({ key }) => key).sort()).toEqual(polling.sort());
});

describe("over any history, each record arrives exactly once", () => {
  beforeAll(async () => {
    place = await openPlace();
  });
  afterAll(() => place.close());

  it.each(parts)("$key", async ({ key, game, runs, seed }) => {
    const count = replayed ? "one history" : `${runs} histories`;
    if (SOAK_RUNS) process.stdout.write(`${key}: ${count} of seed ${seed}\n`);
    const before = costSoFar();
    const endOnFailure = SOAK_END !== undefined;
    const result = await fc.check(game(), { numRuns: runs, seed, endOnFailure, ...replayed });
    const after = costSoFar();
    const cost = costOf(result.numRuns, before, after);
    if (SOAK_RUNS) process.stdout.write(`${key}: ${cost}\n`);
    if (result.failed) throw new Error(sentence(key, seed, result));
    expect(after.heapMB - before.heapMB).toBeLessThan(MOST_KEPT_MB);
    expect(result.numRuns).toBeGreaterThan(0);
  }, 3_600_000);
});
