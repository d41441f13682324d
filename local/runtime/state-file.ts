import { readFile } from "node:fs/promises";
import type { Fields } from "./component";
import { isFields } from "./component";
import { reportError } from "./report";
import type { DataStores } from "./data-stores";
import { isDataStores } from "./data-stores";
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
  const isNowhere = ["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "");
  const message = isNowhere
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
    && (value.dataStores === undefined || isDataStores(value.dataStores))
    && typeof value.n === "number";
}

/** A file that data stores are kept in, whatever else is in it. */
export interface SavedStores extends Fields {
  dataStores: DataStores;
}

function isSavedStores(value: unknown): value is SavedStores {
  return isFields(value) && isDataStores(value.dataStores);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a file holds, undefined when there is no such file. */
async function read<T>(
  file: string,
  isFitting: (value: unknown) => value is T,
): Promise<T | undefined> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw because(file, error);
  });
  if (text === undefined) return undefined;
  const value = parsed(text);
  if (isFitting(value)) return value;
  throw new StateFileError(
    `${file} is no state file: name another one, or delete it to start anew.`,
  );
}

/**
 * What a source's state file holds, undefined when there is no such file.
 * @throws StateFileError when it is another component's, or no state file at all.
 */
export async function readState(file: string, key: string): Promise<SavedState | undefined> {
  const state = await read(file, isSavedState);
  if (!state || state.key === key) return state;
  throw new StateFileError(
    `${file} belongs to ${state.key}, not to ${key}: give each source a state file of its own.`,
  );
}

/**
 * The data stores that a file holds, and what is beside them; none when there is no such file.
 * @throws StateFileError when it is no state file at all.
 */
export async function readStores(file: string): Promise<SavedStores> {
  const kept = await read(file, (value) => isSavedState(value) || isSavedStores(value));
  return { ...kept, dataStores: kept?.dataStores ?? {} };
}

/** As it stands in a file. */
export const savedText = (saved: SavedState | SavedStores): string =>
  `${JSON.stringify(saved, null, 2)}\n`;
