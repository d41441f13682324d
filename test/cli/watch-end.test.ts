import { join } from "node:path";
import { folderWith } from "./command";
import type { Tick } from "./watch-command";
import { eventsOf, sourceFile, startWatch, stateOf, story, ticksOf, watched } from "./watch-command";

const folder = folderWith({});
const inFolder = (name: string): string => join(folder.path(), name);

const counter = sourceFile("counter.mjs");
const slow = (what: string, ms: number): string[] =>
  ["--prop", `slow=${what}`, "--prop", `waitMs=${ms}`];

describe("Ctrl-C ends with 0", () => {
  it.concurrent("at once while it waits", async () => {
    const watching = startWatch([counter, "--every", "600"]);
    await watching.until("\"tick\"");
    watching.kill("SIGINT");
    const done = await watching.ended;
    expect(done.code).toBe(0);
    expect(ticksOf(done)).toHaveLength(1);
  });

  it.concurrent("after the poll that is under way, which is kept", async () => {
    const file = inFolder("poll.json");
    const watching = startWatch([counter, "--state", file, ...slow("poll", 400)]);
    await watching.until("poll begins", 2);
    watching.kill("SIGINT");
    const done = await watching.ended;
    expect(done.code).toBe(0);
    expect(story(done).slice(-2)).toEqual(["event 2", "tick 2"]);
    expect(await stateOf(file)).toMatchObject({ n: 2, db: { n: 2 } });
  });

  it.concurrent("after the deployment that is under way, which is not repeated", async () => {
    const args = [counter, "--state", inFolder("deploy.json"), ...slow("deploy", 400)];
    const watching = startWatch(args);
    await watching.until("deploy begins");
    watching.kill("SIGINT");
    const done = await watching.ended;
    expect(done.code).toBe(0);
    expect(story(done)).toEqual(["event deploy ", "event activate ", "deploy"]);
    expect(story(await watched([...args, "--ticks", "1"]))[0]).toBe("event 1");
  });

  it.concurrent("after a poll that failed", async () => {
    const trouble = sourceFile("trouble.mjs");
    const watching = startWatch([trouble, "--prop", "troubles=error", "--every", "600"]);
    await watching.until("thrown within");
    watching.kill("SIGINT");
    expect((await watching.ended).code).toBe(0);
  });

  it.concurrent("at once the second time, whatever goes on", async () => {
    const watching = startWatch([counter, ...slow("poll", 600_000)]);
    await watching.until("poll begins");
    watching.kill("SIGINT");
    setTimeout(() => watching.kill("SIGINT"), 300);
    const done = await watching.ended;
    expect(done.code).toBe(0);
    expect(ticksOf(done)).toEqual([]);
  });
});

describe("killed", () => {
  it.concurrent("during a poll, it starts again at once where the last poll ended", async () => {
    const file = inFolder("killed.json");
    const args = [counter, "--state", file];
    const watching = startWatch([...args, ...slow("poll", 500)]);
    await watching.until("poll begins", 2);
    watching.kill("SIGKILL");
    const killed = await watching.ended;
    expect(killed.code).toBeNull();
    expect(await stateOf(file)).toMatchObject({ n: 1, db: { n: 1 } });
    const done = await watched([...args, "--ticks", "2"]);
    expect(done.code).toBe(0);
    expect(story(done).filter((what) => what !== "event activate "))
      .toEqual(["event 2", "tick 2", "event 3", "tick 3"]);
  });

  it.concurrent("during the deployment, it deploys again", async () => {
    const args = [counter, "--state", inFolder("undeployed.json")];
    const watching = startWatch([...args, ...slow("activate", 500)]);
    await watching.until("activate begins");
    watching.kill("SIGKILL");
    await watching.ended;
    expect(story(await watched([...args, "--ticks", "1"])).slice(0, 3))
      .toEqual(["event deploy ", "event activate ", "deploy"]);
  });

  it.concurrent("at any time, every event is told of, and no poll twice", async () => {
    const args = [counter, "--state", inFolder("often.json"), "--every", "0.001"];
    const told: Tick[] = [];
    const numbers: unknown[] = [];
    for (const ms of [0, 3, 7]) {
      const watching = startWatch(args);
      await watching.until("\"tick\"", 3);
      await new Promise((done) => setTimeout(done, ms));
      watching.kill("SIGKILL");
      const done = await watching.ended.catch(() => undefined);
      if (!done) continue;
      told.push(...ticksOf(done));
      numbers.push(...eventsOf(done).map(({ id }) => id).filter((id) => typeof id === "number"));
    }
    const polls = told.map(({ n }) => n);
    expect(new Set(polls).size).toBe(polls.length);
    const different = [...new Set(numbers)];
    expect(different).toEqual(different.map((_, index) => index + 1));
    expect(numbers.length).toBeLessThanOrEqual(different.length + 3);
  });
});

describe("a poll that fails", () => {
  const troubles = (...names: string[]): string[] =>
    [sourceFile("trouble.mjs"), "--ticks", String(names.length),
      ...names.flatMap((name) => ["--prop", `troubles=${name}`])];

  it.concurrent("is told of; the exit code is that of the last", async () => {
    const [last, first] = await Promise.all([
      watched(troubles("none", "error")),
      watched(troubles("error", "none")),
    ]);
    expect([last.code, first.code]).toEqual([1, 0]);
    expect(ticksOf(last)[1]).toEqual({
      type: "tick", n: 2, emitted: 0, requests: 0,
      error: { name: "RangeError", message: "thrown within" },
    });
    expect(last.stderr).toContain("Poll 2: RangeError: thrown within");
  });

  it.concurrent("outside of its run, ends that poll and not the process", async () => {
    const done = await watched(troubles("timer", "rejection", "none"));
    expect(done.code).toBe(0);
    expect(ticksOf(done).map(({ error }) => error?.message)).toEqual([
      "thrown in a timer", "awaited by nobody", undefined,
    ]);
    // The first was given up, and left nothing behind.
    expect(eventsOf(done).map(({ event }) => event)).toEqual([{ began: 1 }, { began: 2 }]);
  });

  it.concurrent("when it is over already, is told of, and the next poll comes", async () => {
    const done = await watched([...troubles("late", "none"), "--every", "0.2"]);
    expect(done.code).toBe(0);
    expect(done.stderr).toContain("outside of its run: TypeError: thrown when the poll was over");
    expect(ticksOf(done).map(({ n }) => n)).toEqual([1, 2]);
  });

  it.concurrent("for its configuration, ends it at once", async () => {
    const done = await watched(troubles("config", "none"));
    expect(done.code).toBe(1);
    expect(ticksOf(done).map(({ error }) => error?.name)).toEqual(["ConfigurationError"]);
  });
});
