import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ESLint } from "eslint";
import type { Modules } from "./pieces/modules";
import { kindOf, registryStyle } from "./style";
import { tidy } from "./tidy";

const RULES = ESLint.version + JSON.stringify(registryStyle);

/** Texts as they came out, by the state of what they were made of; the newest are the last. */
type Known = Map<string, string>;

/** What is made of texts in this process: most helpers are the same in both payloads. */
const made = new Map<string, Promise<string>>();

/** The states of texts in which the rules have found nothing. */
const faultless = new Set<string>();

/** How many times the texts of one payload are remembered. */
const REMEMBERED = 3;

/**
 * Modules laid out as the registry's rules want them. What cannot be mended stays as it is,
 * for the check to find. A file remembers what came out without a fault, since nothing here
 * takes as long.
 */
export async function formatted(modules: Modules, cacheFile: string): Promise<Modules> {
  const eslint = new ESLint({
    overrideConfigFile: true, overrideConfig: registryStyle, fix: true, warnIgnored: false,
  });
  const known = await remembered(cacheFile);
  const styled: Modules = new Map();
  for (const [path, text] of modules) {
    const stamp = stampOf(path, text);
    const mending = known.get(stamp)
      ?? made.get(stamp) ?? mended(eslint, `${path}.mjs`, tidy(text));
    made.set(stamp, Promise.resolve(mending));
    const out = await mending;
    if (known.delete(stamp)) faultless.add(stampOf(path, out));
    if (isFaultless(path, out)) known.set(stamp, out);
    styled.set(path, out);
  }
  await remember(cacheFile, [...known].slice(-REMEMBERED * modules.size));
  return styled;
}

/** Whether a text came out of here, and the rules found nothing more in it. */
export const isFaultless = (path: string, text: string): boolean =>
  faultless.has(stampOf(path, text));

const stampOf = (path: string, text: string): string =>
  createHash("sha256").update([RULES, kindOf(path), text].join("\n")).digest("hex");

async function mended(eslint: ESLint, filePath: string, text: string): Promise<string> {
  const [result] = await eslint.lintText(text, { filePath });
  const out = result?.output ?? text;
  if (result?.messages.length === 0) faultless.add(stampOf(filePath, out));
  return out;
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
