import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { lock } from "proper-lockfile";
import { isFields } from "../runtime/component";
import { replaceFile } from "../runtime/replace-file";
import { reportError } from "../runtime/report";
import type { Account } from "./account";
import { AccountError } from "./account";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the accounts of this person are; undefined where nobody has a home. */
export function accountsFile(env: Environment): string | undefined {
  const home = env.HOME || env.USERPROFILE;
  const folder = env.XDG_CONFIG_HOME || (home && join(home, ".config"));
  return folder ? join(folder, "fitbit", "accounts.json") : undefined;
}

const unreadable = (file: string, reason: string): AccountError => new AccountError(
  `The connected accounts in ${file} cannot be read (${reason}): mend the file, or delete it and `
  + "connect again with `fitbit connect`.",
);

function accountsIn(text: string, file: string): Account[] {
  try {
    const value: unknown = JSON.parse(text);
    if (isFields(value) && Array.isArray(value.accounts)) return value.accounts as Account[];
  } catch {
    throw unreadable(file, "it is no JSON");
  }
  throw unreadable(file, "it holds no accounts");
}

async function read(file: string): Promise<Account[]> {
  try {
    return accountsIn(await readFile(file, "utf8"), file);
  } catch (error) {
    const { code, name } = reportError(error);
    if (code === "ENOENT") return [];
    throw name === "AccountError" ? error : unreadable(file, code ?? name);
  }
}

/** The accounts that are stored, those of sandboxes too. */
export async function readAccounts(env: Environment): Promise<Account[]> {
  const file = accountsFile(env);
  return file === undefined ? [] : read(file);
}

/** Who waits for longer than a refresh can take waits for nobody. */
const LOCK = {
  realpath: false,
  stale: 20_000,
  retries: { retries: 250, minTimeout: 50, maxTimeout: 150, factor: 1.2 },
};

async function write(file: string, accounts: Account[]): Promise<void> {
  await replaceFile(file, `${file}.draft`, `${JSON.stringify({ accounts }, null, 2)}\n`);
}

/**
 * Changes the accounts that are stored, with no other process in between: what `change`
 * returns is stored, unless it is nothing. The file is for its owner alone.
 * @throws AccountError where nothing can be stored.
 */
export async function changeAccounts(
  env: Environment,
  change: (accounts: Account[]) => Account[] | undefined | Promise<Account[] | undefined>,
): Promise<void> {
  const file = accountsFile(env);
  if (file === undefined) {
    throw new AccountError("There is nowhere to keep an account: set HOME or XDG_CONFIG_HOME.");
  }
  const release = await hold(file);
  try {
    const changed = await change(await read(file));
    if (changed) await write(file, changed).catch((error: unknown) => {
      throw unwritable(file, error);
    });
  } finally {
    await release();
  }
}

async function hold(file: string): Promise<() => Promise<void>> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    return await lock(file, LOCK);
  } catch (error) {
    if (reportError(error).code !== "ELOCKED") throw unwritable(file, error);
    throw new AccountError(
      `The connected accounts in ${file} are in use by another process: try again once it has ended.`,
    );
  }
}

const unwritable = (file: string, error: unknown): AccountError => new AccountError(
  `The connected accounts cannot be kept in ${file} (${reportError(error).code ?? reportError(error).message}): `
  + "make the folder writable, or name another in XDG_CONFIG_HOME.",
  { cause: error },
);

/** Whether others than its owner may read the file; not known on Windows. */
export async function isOpenToOthers(file: string): Promise<boolean> {
  if (process.platform === "win32") return false;
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && (found.mode & 0o077) !== 0;
}
