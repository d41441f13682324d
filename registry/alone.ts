import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { writeFiles, type Files } from "./files";

const PLATFORM = "node_modules/@pipedream/platform";

/** Lets `use` have files in a folder of their own, with the platform alone beside them. */
export async function alone<T>(
  packageRoot: string, files: Files, use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "registry-"));
  try {
    await writeFiles(folder, files);
    await mkdir(dirname(join(folder, PLATFORM)), { recursive: true });
    await symlink(join(packageRoot, PLATFORM), join(folder, PLATFORM), "junction");
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a file prints in plain Node.js. */
export async function printedBy(
  file: string, folder: string, ...args: string[]
): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], {
    cwd: folder, maxBuffer: Infinity,
  });
  return stdout;
}
