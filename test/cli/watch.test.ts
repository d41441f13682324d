import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fitbit, folderWith } from "./command";
import { sourceFile, startWatch, stateOf, story, watched } from "./watch-command";

const folder = folderWith({ "broken.json": "{", "other.json": "" });
const inFolder = (name: string): string => join(folder.path(), name);

const counter = sourceFile("counter.mjs");

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
  it.concurrent("a source goes on without its hooks, and its file alone is left behind", async () => {
    const file = inFolder("state.json");
    const first = await watched([counter, "--state", file, "--ticks", "2"]);
    const second = await watched([counter, "--state", file, "--ticks", "1"]);
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

  it.concurrent("other props activate it anew, and that alone", async () => {
    const args = [counter, "--state", inFolder("props.json"), "--ticks", "1", "--prop"];
    await watched([...args, "label=a"]);
    const changed = await watched([...args, "label=b"]);
    const same = await watched([...args, "label=b"]);
    expect(story(changed)).toEqual(["event activate b", "event 2", "tick 2"]);
    expect(changed.stderr).toContain("Activated anew: 1 event, 0 requests");
    expect(story(same)).toEqual(["event 3", "tick 3"]);
  });

  it.concurrent("which is another source's, broken or out of reach, it ends with 2", async () => {
    const file = inFolder("other.json");
    const mine = inFolder("mine.json");
    await watched([counter, "--state", mine, "--ticks", "1"]);
    const before = await readFile(mine, "utf8");
    const results = await Promise.all([
      watched(["new-sleep-log", "--state", mine, "--ticks", "1"]),
      watched([counter, "--state", file, "--ticks", "1"]),
      watched([counter, "--state", inFolder("none/state.json"), "--ticks", "1"]),
    ]);
    expect(results.map(({ code, stdout }) => ({ code, stdout }))).toEqual(
      Array(3).fill({ code: 2, stdout: "" }),
    );
    const [another, broken, unreachable] = results.map(({ stderr }) => stderr);
    expect(another).toContain("mine.json belongs to counter, not to fitbit-new-sleep-log");
    expect(broken).toContain("other.json is no state file");
    expect(unreachable).toContain("does not exist: create it");
    expect(await readFile(mine, "utf8")).toBe(before);
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

it.concurrent("without a state file a source is taken down at the end", async () => {
  const done = await watched([counter, "--ticks", "1"]);
  expect(story(done).slice(-2)).toEqual(["tick 1", "event deactivate "]);
});
