import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ESLint } from "eslint";
import type { Modules } from "./pieces/modules";
import { registryStyle } from "./style";
import { tidy } from "./tidy";

const RULES = ESLint.version + JSON.stringify(registryStyle);

/** Texts as they came out, by the state of what they were made of; the newest are the last. */
type Known = Map<string, string>;

/** How many times the texts of one payload are remembered. */
const REMEMBERED = 3;

/**
 * Modules laid out as the registry's rules want them. What cannot be mended stays as it is,
 * for the check to find. A file remembers what came out, since nothing here takes as long.
 */
export async function formatted(modules: Modules, cacheFile: string): Promise<Modules> {
  const eslint = new ESLint({
    overrideConfigFile: true, overrideConfig: registryStyle, fix: true, warnIgnored: false,
  });
  const known = await remembered(cacheFile);
  const styled: Modules = new Map();
  for (const [path, text] of modules) {
    const stamp = createHash("sha256").update([RULES, path, text].join("\n")).digest("hex");
    const out = known.get(stamp) ?? await mended(eslint, `${path}.mjs`, tidy(text));
    known.delete(stamp);
    known.set(stamp, out);
    styled.set(path, out);
  }
  await remember(cacheFile, [...known].slice(-REMEMBERED * modules.size));
  return styled;
}

async function mended(eslint: ESLint, filePath: string, text: string): Promise<string> {
  const [result] = await eslint.lintText(text, { filePath });
  return result?.output ?? text;
}

async function remembered(file: string): Promise<Known> {
  const text = await readFile(file, "utf8").catch(() => "[]");
  return new Map(JSON.parse(text) as [string, string][]);
}

/** Replaced at once: another process may be reading. */
async function remember(file: string, known: [string, string][]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(known));
  await rename(draft, file);
}
