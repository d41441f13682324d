import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fitbit, folderWith } from "./command";
import { sourceFile, startWatch, stateOf, story, watched, watchedInOrder } from "./watch-command";

const folder = folderWith({ "broken.json": "{", "other.json": "" });
const inFolder = (name: string): string => join(folder.path(), name);

const counter = sourceFile("counter.mjs");

/** What needs no process of its own: in one, a watch after the other. */
function watchAll() {
  const watch = (name: string, file: string, ticks: number, ...more: string[]) =>
    [name, "--state", inFolder(file), "--ticks", String(ticks), ...more];
  return watchedInOrder({
    first: watch(counter, "state.json", 2),
    second: watch(counter, "state.json", 1),
    one: watch(counter, "props.json", 1, "--prop", "label=a"),
    changed: watch(counter, "props.json", 1, "--prop", "label=b"),
    same: watch(counter, "props.json", 1, "--prop", "label=b"),
    mine: watch(counter, "mine.json", 1),
    others: watch("new-sleep-log", "mine.json", 1),
    broken: watch(counter, "other.json", 1),
    unreachable: watch(counter, "none/state.json", 1),
    stateless: [counter, "--ticks", "1"],
  });
}

let done: Awaited<ReturnType<typeof watchAll>>;

beforeAll(async () => {
  done = await watchAll();
});

describe("a source of the catalogue", () => {
  it.concurrent("is deployed and polled, each thing a line of JSON", async () => {
    const done = await watched(["new-activity-log", "--ticks", "2"]);
    expect(done.code).toBe(0);
    expect(done.stderr).toContain("No Fitbit account is connected: the sandbox answers");
    expect(done.lines.map(({ type }) => type)).toEqual([
      ...Array<string>(25).fill("event"), "deploy", "tick", "tick",
    ]);
    expect(Object.keys(done.lines[0] ?? {})).toEqual(["type", "id", "summary", "ts", "event"]);
    expect(done.lines.slice(25)).toEqual([
      { type: "deploy", emitted: 25, requests: 1 },
      { type: "tick", n: 1, emitted: 0, requests: 1 },
      { type: "tick", n: 2, emitted: 0, requests: 1 },
    ]);
  });

  it.concurrent("is told of in plain lines with UTC times when piped", async () => {
    const { code, stdout } = await fitbit(["watch", "new-activity-log", "--ticks", "2", "--every", "0.02"]);
    expect(code).toBe(0);
    const lines = stdout.trim().split("\n");
    expect(lines[0]).toMatch(/^● \d{4}-\d\d-\d\d \d\d:\d\d UTC {2}\S/);
    expect(lines.slice(-3)).toEqual([
      "Deployed: 25 events, 1 request",
      "Poll 1, 2026-03-20 09:15 UTC: 0 events, 1 request",
      "Poll 2, 2026-03-20 09:30 UTC: 0 events, 1 request",
    ]);
    expect(stdout).not.toContain("\u001B");
  });
});

describe("with a state file", () => {
  it("a source goes on without its hooks, and its file alone is left behind", async () => {
    const file = inFolder("state.json");
    const { first, second } = done;
    expect(story(first)).toEqual([
      "event deploy ", "event activate ", "deploy",
      "event 1", "event the same each time", "tick 1", "event 2", "tick 2",
    ]);
    expect(story(second)).toEqual(["event 3", "tick 3"]);
    expect(await stateOf(file)).toMatchObject({
      key: "counter", app: "", version: "0.0.1", props: {}, db: { n: 3 }, n: 3,
    });
    expect((await readdir(folder.path())).filter((name) => name.startsWith("state"))).toEqual(["state.json"]);
  });

  it("other props activate it anew, and that alone", () => {
    const { changed, same } = done;
    expect(story(changed)).toEqual(["event activate b", "event 2", "tick 2"]);
    expect(changed.stderr).toContain("Activated anew: 1 event, 0 requests");
    expect(story(same)).toEqual(["event 3", "tick 3"]);
  });

  it("which is another source's, broken or out of reach, it ends with 2", async () => {
    const results = [done.others, done.broken, done.unreachable];
    expect(results.map(({ code, stdout }) => ({ code, stdout }))).toEqual(
      Array(3).fill({ code: 2, stdout: "" }),
    );
    const [another, broken, unreachable] = results.map(({ stderr }) => stderr);
    expect(another).toContain("mine.json belongs to counter, not to fitbit-new-sleep-log");
    expect(broken).toContain("other.json is no state file");
    expect(unreachable).toContain("does not exist: create it");
    expect(await stateOf(inFolder("mine.json"))).toMatchObject({ key: "counter", n: 1 });
  });

  it.concurrent("that is in use, it ends with 2 at once, and the first goes on", async () => {
    const args = [counter, "--state", inFolder("used.json")];
    const first = startWatch([...args, "--every", "600"]);
    await first.until("\"n\":1");
    const second = await watched([...args, "--ticks", "1"]);
    expect({ code: second.code, stdout: second.stdout }).toEqual({ code: 2, stdout: "" });
    expect(second.stderr).toContain("used.json is in use by another process");
    first.kill("SIGINT");
    expect((await first.ended).code).toBe(0);
    expect((await stateOf(inFolder("used.json"))).n).toBe(1);
  });
});

it("without a state file a source is taken down at the end", () => {
  expect(story(done.stateless).slice(-2)).toEqual(["tick 1", "event deactivate "]);
});
