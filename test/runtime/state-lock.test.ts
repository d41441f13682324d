import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { StateFileError } from "../../local/runtime/state-file";
import { lockState } from "../../local/runtime/state-lock";

let folder = "";
let file = "";

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "state-"));
  file = join(folder, "state.json");
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

const IN_USE = /state\.json is in use by another process/;

const holderFile = (): string => `${file}.holder/process.json`;

/** What a process leaves behind that had no time to clean up. */
function heldBy(holder: unknown): void {
  fs.mkdirSync(`${file}.lock`);
  fs.mkdirSync(`${file}.holder`, { recursive: true });
  fs.writeFileSync(`${file}.holder/draft.json`, "{\"half\":");
  fs.writeFileSync(holderFile(), JSON.stringify(holder));
}

/** The id of a process that is no more. */
const endedProcess = (): number => spawnSync(process.execPath, ["--version"]).pid;

test("keeps others off until it is released, and leaves nothing behind", async () => {
  const { release } = await lockState(file);
  await expect(lockState(file)).rejects.toThrow(IN_USE);
  await release();
  expect(fs.readdirSync(folder)).toEqual([]);
  await (await lockState(file)).release();
});

test("is one lock for all names of a file", async () => {
  fs.writeFileSync(file, "");
  fs.symlinkSync(file, join(folder, "link.json"));
  const { release } = await lockState(file);
  await expect(lockState(join(folder, "link.json"))).rejects.toThrow(/is in use/);
  await release();
});

test("that a killed process left behind is free at once", async () => {
  heldBy({ pid: endedProcess(), host: hostname() });
  const { release, replace } = await lockState(file);
  await replace("mine");
  await release();
  expect(fs.readdirSync(folder)).toEqual(["state.json"]);
});

test("is taken with its holder noted first, so that a kill in between is known as one", async () => {
  const order: string[] = [];
  const watching = fs.watch(folder, (_event, name) => order.push(String(name)));
  const { release } = await lockState(file);
  while (!order.includes("state.json.lock")) await new Promise(setImmediate);
  watching.close();
  await release();
  const seen = (name: string): number => order.indexOf(`state.json.${name}`);
  expect(seen("holder")).toBeGreaterThanOrEqual(0);
  expect(seen("lock")).toBeGreaterThan(seen("holder"));
});

test("left by a process of the same id, as in a container that was restarted, is free", async () => {
  heldBy({ pid: process.pid, host: hostname() });
  await (await lockState(file)).release();
});

test("of a running process, another machine or nobody known is kept until it is stale", async () => {
  const holders = [
    { pid: process.ppid, host: hostname() }, { pid: endedProcess(), host: "another" }, "nobody",
  ];
  for (const holder of holders) {
    heldBy(holder);
    await expect(lockState(file)).rejects.toThrow(IN_USE);
    const longAgo = new Date(Date.now() - 60_000);
    fs.utimesSync(`${file}.lock`, longAgo, longAgo);
    await (await lockState(file)).release();
  }
});

test("goes to one of many who want it at once", async () => {
  heldBy({ pid: endedProcess(), host: hostname() });
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => lockState(file)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "fulfilled") await result.value.release();
    else expect(result.reason).toBeInstanceOf(StateFileError);
  }
});

test("taken by another process meanwhile is not written under, nor taken away from it", async () => {
  const { replace, release } = await lockState(file);
  fs.writeFileSync(holderFile(), JSON.stringify({ pid: process.ppid, host: hostname() }));
  await expect(replace("mine")).rejects.toThrow(/was taken by another process/);
  expect(fs.existsSync(file)).toBe(false);
  await release();
  expect(fs.existsSync(`${file}.lock`)).toBe(true);
});

test.each([["no/state.json"], ["is-a-file/state.json"]])("names the folder of %s, which is missing", async (name) => {
  fs.writeFileSync(join(folder, "is-a-file"), "");
  await expect(lockState(join(folder, name))).rejects.toThrow(/does not exist: create it/);
});

test("refuses what is no file, and leaves nothing beside it", async () => {
  const state = join(folder, "folder");
  fs.mkdirSync(state);
  await expect(lockState(state)).rejects.toThrow(/folder is a folder: name a file/);
  await expect(lockState("/dev/null")).rejects.toThrow("/dev/null is no file: name a file");
  expect(fs.readdirSync(folder)).toEqual(["folder"]);
});

describe("what it writes", () => {
  const modeOf = (): number => fs.statSync(file).mode & 0o777;

  test("only its owner may read, whatever the file was before", async () => {
    fs.writeFileSync(file, "old", { mode: 0o644 });
    const { replace, release } = await lockState(file);
    expect(modeOf()).toBe(0o644);
    await replace("new");
    await release();
    expect([fs.readFileSync(file, "utf8"), modeOf()]).toEqual(["new", 0o600]);
    expect(fs.readdirSync(folder)).toEqual(["state.json"]);
  });

  test("goes where a link leads", async () => {
    fs.symlinkSync(join(folder, "real.json"), file);
    fs.writeFileSync(join(folder, "real.json"), "old");
    const { replace, release } = await lockState(file);
    await replace("new");
    await release();
    expect(fs.lstatSync(file).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(join(folder, "real.json"), "utf8")).toBe("new");
  });

  test("is old or new as a whole, with nothing beside it but what marks it as in use", async () => {
    const { replace, release } = await lockState(file);
    await replace("old");
    const names = new Set<string>();
    const seen = new Set<string>();
    const look = (): void => {
      fs.readdirSync(folder).forEach((name) => names.add(name));
      seen.add(fs.readFileSync(file, "utf8"));
    };
    const long = "new".repeat(1_000_000);
    let isDone = false;
    const writing = replace(long).finally(() => isDone = true);
    while (!isDone) {
      look();
      await new Promise(setImmediate);
    }
    await writing;
    look();
    await release();
    expect(seen).toEqual(new Set(["old", long]));
    expect(names).toEqual(new Set(["state.json", "state.json.lock", "state.json.holder"]));
  });
});
