import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";

/** Writes the payload that tests run against, and what its check said. */
export default async function build({ rootDir }) {
  await rm(`${rootDir}/dist/tests/modules`, { recursive: true, force: true });
  const args = ["--import", "tsx", "registry/index.ts", "--check", "--out", "dist/tests"];
  const said = await new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: rootDir }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, stdout, stderr });
    });
  });
  await mkdir(`${rootDir}/dist/tests`, { recursive: true });
  await writeFile(`${rootDir}/dist/tests/check.json`, JSON.stringify(said));
}
