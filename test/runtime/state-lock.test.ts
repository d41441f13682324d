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

/** What a process leaves behind that had no time to clean up. */
function heldBy(holder: unknown): void {
  fs.mkdirSync(`${file}.lock`);
  fs.writeFileSync(`${file}.holder`, JSON.stringify(holder));
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
  const { release, confirm } = await lockState(file);
  await confirm();
  await release();
  expect(fs.readdirSync(folder)).toEqual([]);
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
  const { confirm, release } = await lockState(file);
  fs.writeFileSync(`${file}.holder`, JSON.stringify({ pid: process.ppid, host: hostname() }));
  await expect(confirm()).rejects.toThrow(/was taken by another process/);
  await release();
  expect(fs.existsSync(`${file}.lock`)).toBe(true);
});

test("names a folder that is missing", async () => {
  await expect(lockState(join(folder, "no", "state.json"))).rejects.toThrow(/create it/);
});
