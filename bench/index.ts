import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Each in a process of its own, so that none finds what another has warmed up or left. */
const PARTS = ["requests", "import-time", "overhead", "memory", "polls", "sizes", "answers"];

const here = import.meta.dirname;
const page = join(here, "README.md");
const MARK = "<!-- measured -->";

const isWriting = process.argv.includes("--write");
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const tables: string[] = [];
for (const part of PARTS.filter((name) => !wanted.length || wanted.includes(name))) {
  const file = join(here, "parts", `${part}.ts`);
  const { stdout } = await promisify(execFile)(
    process.execPath, ["--expose-gc", "--import", "tsx", file], { maxBuffer: Infinity },
  );
  tables.push(stdout);
  process.stdout.write(stdout);
}

if (isWriting) {
  const text = await readFile(page, "utf8");
  const [intro = ""] = text.split(MARK);
  const machine = `Measured on ${new Date().toISOString().slice(0, 10)} on ${cpus().length} cores, Node.js ${process.versions.node}.`;
  await writeFile(page, `${intro}${MARK}\n\n${machine}\n\n${tables.join("\n").trimEnd()}\n`);
}
