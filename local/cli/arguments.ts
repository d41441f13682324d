import { readFile } from "node:fs/promises";
import { parse } from "lossless-json";
import type { Fields } from "../runtime/component";
import { isFields } from "../runtime/component";
import { UsageError } from "./usage";

/** Numbers that JavaScript cannot hold exactly stay text, as ids are. */
function exact(text: string): number | string {
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
}

type Read = (text: string) => unknown;

const exactly: Read = (text) => parse(text, undefined, { parseNumber: exact });
/** Numbers as JavaScript holds them: the digits of a long one are lost. */
const asJavaScript: Read = (text) => JSON.parse(text) as unknown;

function parseJson(flag: string, text: string, read: Read): unknown {
  try {
    return read(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    throw new UsageError(`${flag} is not valid JSON: ${reason}.`);
  }
}

async function readText(flag: string, file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const reason = missing ? "there is no such file" : "it cannot be read";
    throw new UsageError(`${flag} names the file ${file}, but ${reason}.`);
  }
}

/** The value of a flag that takes JSON, or `@file` for a file that holds it. */
export async function readJson(flag: string, text: string, read = exactly): Promise<unknown> {
  if (!text.startsWith("@")) return parseJson(flag, text, read);
  const file = text.slice(1);
  if (file === "") throw new UsageError(`${flag} has no file after the @.`);
  return parseJson(`${flag} (${file})`, await readText(flag, file), read);
}

/** As readJson, for a flag whose JSON is an object. */
export async function readObject(flag: string, text: string, read = exactly): Promise<Fields> {
  const value = await readJson(flag, text, read);
  if (isFields(value)) return value;
  throw new UsageError(`${flag} takes a JSON object, such as '{"name": "value"}'.`);
}

/** The values of repeated `name=value`: one is text, several of a name are a list. */
function readPairs(pairs: readonly string[]): Fields {
  const values = new Map<string, string[]>();
  for (const pair of pairs) {
    const [, name = "", value = ""] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    if (name.trim() === "") {
      throw new UsageError(`--prop takes name=value, such as --prop date=yesterday; not ${pair}.`);
    }
    values.set(name.trim(), [...values.get(name.trim()) ?? [], value]);
  }
  return Object.fromEntries(
    [...values].map(([name, list]) => [name, list.length === 1 ? list[0] : list]),
  );
}

export interface PropFlags {
  prop?: string[];
  props?: string;
}

/** The props given by `--props` and `--prop`; the latter wins. */
export async function readProps({ prop = [], props }: PropFlags): Promise<Fields> {
  return {
    ...props === undefined ? {} : await readObject("--props", props),
    ...readPairs(prop),
  };
}

/** The props of `--props` as a workflow's expressions would pass them. */
export function readExpressions(text: string): Promise<Fields> {
  return readObject("--props", text, asJavaScript);
}

/** A whole number within bounds. */
export function readWhole(flag: string, text: string, [min, max]: [number, number]): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= min && number <= max) return number;
  throw new UsageError(`${flag} takes a whole number from ${min} to ${max}, not ${text}.`);
}
