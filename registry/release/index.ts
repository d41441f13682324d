import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Command, Option } from "commander";
import { bump } from "./bump";
import { LEVELS, type Level } from "./versions";

const packageRoot = process.cwd();
const run = promisify(execFile);

const program = new Command("npm run bump --")
  .description("Raises the versions of what is published and has changed since a tag.")
  .option("--since <tag>", "what was published last; left out, the newest tag")
  .addOption(new Option("--level <level>", "how far").choices(LEVELS).default("patch"));

async function git(...args: string[]): Promise<string> {
  const { stdout } = await run("git", args, { cwd: packageRoot });
  return stdout.trim();
}

async function newestTag(): Promise<string> {
  return await git("describe", "--tags", "--abbrev=0").catch(() => {
    throw new Error("There is no tag: name what was published last, with --since COMMIT.");
  });
}

/** Lets `use` have the package as it was. */
async function asOf<T>(tag: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "bump-"));
  try {
    const archive = join(folder, "archive.tar");
    await git("archive", `--output=${archive}`, tag);
    await run("tar", ["-xf", archive], { cwd: folder });
    await symlink(join(packageRoot, "node_modules"), join(folder, "node_modules"), "junction");
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  const { since, level } = program.parse().opts<{ since?: string; level: Level }>();
  const tag = since ?? await newestTag();
  const lines = await asOf(tag, (then) => bump(packageRoot, then, level));
  console.log(lines.length ? lines.join("\n") : `Nothing is to be raised since ${tag}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
