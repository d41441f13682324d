import { mkdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { check, lock } from "proper-lockfile";
import { isFields } from "./component";
import { replaceFile } from "./replace-file";
import { reportError } from "./report";
import { because, StateFileError } from "./state-file";

/** A lock this old without a sign of life belongs to a process that is gone. */
const STALE_MS = 20_000;

/** Taking a lock is a matter of milliseconds; who is at it for longer was killed. */
const TAKING = {
  realpath: false,
  stale: 2000,
  retries: { retries: 60, minTimeout: 50, factor: 1 },
};

const lockOf = (file: string): string => `${file}.lock`;
/** A folder of the process that holds the file: what a kill leaves is in it, or the lock. */
const folderOf = (file: string): string => `${file}.holder`;
const holderOf = (file: string): string => join(folderOf(file), "process.json");
const draftOf = (file: string): string => join(folderOf(file), "draft.json");

/** The files that this process holds. */
const held = new Set<string>();

/** The same file by whatever name, before it exists too. */
function realFile(file: string): Promise<string> {
  return realpath(file)
    .catch(async () => join(await realpath(dirname(file)), basename(file)));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return reportError(error).code === "EPERM";
  }
}

interface Holder {
  pid: number;
  host: string;
}

const self = (): Holder => ({ pid: process.pid, host: hostname() });

/** The process that noted itself down as the holder of a file. */
async function readHolder(file: string): Promise<Holder | undefined> {
  const text = await readFile(holderOf(file), "utf8").catch(() => "{}");
  try {
    const value: unknown = JSON.parse(text);
    if (!isFields(value)) return undefined;
    const { pid, host } = value;
    return typeof pid === "number" && typeof host === "string" ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the holder was killed. Of another machine's processes nothing is known. */
async function isOrphaned(file: string): Promise<boolean> {
  const holder = await readHolder(file);
  if (holder?.host !== self().host) return false;
  return holder.pid === process.pid ? !held.has(file) : !isRunning(holder.pid);
}

async function isOurs(file: string): Promise<boolean> {
  const holder = await readHolder(file);
  return holder?.host === self().host && holder.pid === process.pid;
}

const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true });

/** Makes the holder's folder anew, for this process. */
async function noteSelf(file: string): Promise<void> {
  await remove(folderOf(file));
  await mkdir(folderOf(file), { mode: 0o700 });
  await writeFile(holderOf(file), JSON.stringify(self()));
}

/** A machine that slept may find its lock stale: whether it was taken, the holder tells. */
const HOLDING = { realpath: false, stale: STALE_MS, onCompromised: (): void => undefined };

async function take(file: string): Promise<() => Promise<void>> {
  if (await isOrphaned(file)) await remove(lockOf(file));
  // Noted before it is locked: a kill in between leaves no lock of nobody known.
  if (!await check(file, HOLDING)) await noteSelf(file);
  const unlock = await lock(file, HOLDING);
  held.add(file);
  return async () => {
    held.delete(file);
    if (!await isOurs(file)) return;
    await remove(folderOf(file));
    await unlock().catch(() => undefined);
  };
}

/** Anything else is no place for a state: a folder, a device, a pipe. */
async function demandFile(name: string): Promise<void> {
  const found = await stat(name).catch((error: unknown) => {
    if (reportError(error).code === "ENOENT") return undefined;
    throw because(name, error);
  });
  if (!found || found.isFile()) return;
  const what = found.isDirectory() ? "a folder" : "no file";
  throw new StateFileError(`${name} is ${what}: name a file to keep the state in.`);
}

/** A state file that this process has to itself. */
export interface StateLock {
  release: () => Promise<void>;
  /**
   * Replaces the file as a whole.
   * @throws StateFileError when it cannot be written, or another process took it while this
   * one was suspended.
   */
  replace: (text: string) => Promise<void>;
}

/**
 * Keeps other processes off a state file, which need not exist yet, until it is released. That
 * of a process that was killed is free at once; where this cannot be known, after 20 seconds.
 * @throws StateFileError when another process has it, or it is no file.
 */
export async function lockState(name: string): Promise<StateLock> {
  await demandFile(name);
  try {
    const file = await realFile(name);
    // One at a time looks who holds it and takes it.
    const done = await lock(`${file}.taking`, TAKING);
    const release = await take(file).finally(done);
    return {
      release,
      replace: async (text) => {
        if (!await isOurs(file)) throw taken(name);
        await replaceFile(file, draftOf(file), text).catch((error: unknown) => {
          throw because(name, error);
        });
      },
    };
  } catch (error) {
    if (reportError(error).code !== "ELOCKED") throw because(name, error);
    throw inUse(name, error);
  }
}

const taken = (name: string): StateFileError => new StateFileError(
  `${name} was taken by another process while this one was suspended: `
  + "stop one of them, or give each a state file of its own.",
);

const inUse = (name: string, cause: unknown): StateFileError => new StateFileError(
  `${name} is in use by another process: stop that one, or name another state file. `
  + `If none runs, wait ${STALE_MS / 1000} seconds or delete ${basename(name)}.lock.`,
  { cause },
);
