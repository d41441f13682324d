import { join } from "node:path";
import type { Sandbox } from "../../local/sandbox";
import { startSandbox } from "../../local/sandbox";
import { folderWith } from "./command";
import type { Tick, Watched } from "./watch-command";
import { eventsOf, stateOf, ticksOf, watchedHere } from "./watch-command";

const START = "2026-03-19T06:00:00Z";

const folder = folderWith({});
const state = (): string => join(folder.path(), "activities.json");

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now: START });
});
afterAll(() => sandbox.close());

async function control(name: string, body: unknown): Promise<void> {
  const answer = await fetch(`${sandbox.url}/_sandbox/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

const fault = (answer: unknown, times: number): Promise<void> =>
  control("faults", [{ match: { path: "/1" }, times, answer }]);

/** Watches the activities of the running sandbox, going on from where it ended. */
const watch = (ticks: number, env = {}): Promise<Watched> => watchedHere([
  "new-activity-log", "--sandbox-url", sandbox.url,
  "--state", state(), "--ticks", String(ticks),
], env);

const costs = (done: Watched): number[] => ticksOf(done).map(({ requests }) => requests);
const errorOf = (tick: Tick | undefined): string => tick?.error?.message ?? "no error";

describe("against a running sandbox", () => {
  it("an expired token ends it at once with 1, in the deployment or in a poll", async () => {
    const expired = { FITBIT_ACCESS_TOKEN: "expired" };
    const first = await watch(3, expired);
    expect(first.code).toBe(1);
    expect(first.lines).toEqual([
      expect.objectContaining({ type: "deploy", emitted: 0, requests: 1 }),
    ]);
    expect(JSON.stringify(first.lines)).toMatch(/reconnect/i);

    expect((await watch(1)).code).toBe(0);
    const later = await watch(3, expired);
    expect(later.code).toBe(1);
    expect(later.lines).toEqual([expect.objectContaining({ type: "tick", n: 2, requests: 1 })]);
  });

  it("a used up quota is told once; until it is back polls cost nothing", async () => {
    await fault({ status: 429, headers: { "Retry-After": "3300" } }, 100);
    const refused = await watch(3);
    expect(refused.code).toBe(0);
    expect(costs(refused)).toEqual([1, 0, 0]);
    expect(errorOf(ticksOf(refused)[0])).toMatch(/06:55/);
    expect(ticksOf(refused).slice(1).every(({ error }) => !error)).toBe(true);

    expect(costs(await watch(1))).toEqual([0]);
    await control("faults", []);
    await control("clock", { now: "2026-03-19T06:56:00Z" });
    expect(costs(await watch(2))).toEqual([1, 1]);
  });

  it.each([{ status: 503 }, "reset"])("one answer %j is tried again within its poll", async (answer) => {
    await fault(answer, 1);
    const done = await watch(1);
    expect(done.code).toBe(0);
    expect(costs(done)).toEqual([2]);
  });

  it("an API that stays down fails its polls alone, and loses nothing", async () => {
    await control("records", [{ type: "activity", start: "2026-03-19T06:10:00", synced: true }]);
    const before = await stateOf(state());
    await fault({ status: 503 }, 1000);
    const down = await watch(1);
    expect(down.code).toBe(1);
    expect(ticksOf(down)[0]?.emitted).toBe(0);
    expect(errorOf(ticksOf(down)[0])).toContain("503");
    expect(await stateOf(state())).toEqual({ ...before, n: before.n + 1 });

    await control("faults", []);
    const up = await watch(2);
    expect(up.code).toBe(0);
    expect(eventsOf(up).map(({ summary }) => summary)).toEqual([
      expect.stringContaining("30 min") as string,
    ]);
    expect(ticksOf(up).map(({ emitted }) => emitted)).toEqual([1, 0]);
  });
});
