import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { writeFiles } from "../files";
import { componentsIn, modulesIn, type Check } from "./check";

const PLATFORM = "node_modules/@pipedream/platform";

/** Every file loads in plain Node.js with the platform alone beside it. */
export const load = (packageRoot: string): Check => async (files) => {
  const modules = modulesIn(files).map(([path]) => path);
  const components = componentsIn(files).map(({ path, app }) => [path, app]);
  const folder = await mkdtemp(join(tmpdir(), "registry-"));
  try {
    await writeFiles(folder, files);
    await mkdir(dirname(join(folder, PLATFORM)), { recursive: true });
    await symlink(join(packageRoot, PLATFORM), join(folder, PLATFORM), "junction");
    await copyFile(join(packageRoot, "registry/checks/probe.mjs"), join(folder, "probe.mjs"));
    const paths = { modules, components: Object.fromEntries(components) as unknown };
    await writeFile(join(folder, "paths.json"), JSON.stringify(paths));
    const { stdout } = await promisify(execFile)(process.execPath, ["probe.mjs"], { cwd: folder });
    return { looked: modules.length, problems: JSON.parse(stdout) as string[] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
