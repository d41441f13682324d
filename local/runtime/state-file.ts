import { readFile } from "node:fs/promises";
import writeFileAtomic from "write-file-atomic";
import type { Fields } from "./component";
import { isFields } from "./component";
import { reportError } from "./report";
import type { SourceState } from "./source";

/** What a watched source keeps in its state file. */
export interface SavedState extends SourceState {
  key: string;
  app: string;
  version: string;
  props: Fields;
  /** Polls so far. */
  n: number;
}

/** A state file that cannot be used; the message says what to do. */
export class StateFileError extends Error {
  override name = "StateFileError";
}

const codeOf = (error: unknown): string | undefined => reportError(error).code;

/** Why a state file cannot be used. */
export function because(file: string, error: unknown): StateFileError {
  const message = codeOf(error) === "ENOENT"
    ? `The folder of ${file} does not exist: create it, or name another state file.`
    : `The state file ${file} cannot be used: ${reportError(error).message}.`;
  return new StateFileError(message, { cause: error });
}

const TEXTS = ["key", "app", "version"];
const OBJECTS = ["props", "db", "dedupe"];

function isSavedState(value: unknown): value is SavedState {
  return isFields(value)
    && TEXTS.every((name) => typeof value[name] === "string")
    && OBJECTS.every((name) => isFields(value[name]))
    && typeof value.n === "number";
}

function parse(file: string, text: string): SavedState {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (isSavedState(value)) return value;
  throw new StateFileError(
    `${file} is no state file: name another one, or delete it to start anew.`,
  );
}

/**
 * What a state file holds, undefined when there is no such file.
 * @throws StateFileError when it is another component's, or no state file at all.
 */
export async function readState(file: string, key: string): Promise<SavedState | undefined> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw because(file, error);
  });
  if (text === undefined) return undefined;
  const state = parse(file, text);
  if (state.key === key) return state;
  throw new StateFileError(
    `${file} belongs to ${state.key}, not to ${key}: give each source a state file of its own.`,
  );
}

/** Replaces a state file as a whole: a crash leaves the old one or the new one. */
export async function writeState(file: string, state: SavedState): Promise<void> {
  try {
    await writeFileAtomic(file, `${JSON.stringify(state, null, 2)}\n`);
  } catch (error) {
    throw because(file, error);
  }
}
