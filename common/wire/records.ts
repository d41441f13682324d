import type { Call } from "../call";
import { isCivilDate } from "../dates";
import { isFields, numberOf, textOf } from "../fields";

/** What a value of JSON is, as far as it is read: a list holds what stands in brackets. */
export type Shape = "text" | "number" | "flag" | readonly [Shape] | { readonly [field: string]: Shape };

/** A value without what is not of its shape; fields that the shape does not name stay. */
export function fitting(value: unknown, shape: Shape): unknown {
  if (shape === "text") return textOf(value);
  if (shape === "number") return numberOf(value);
  if (shape === "flag") return typeof value === "boolean" ? value : undefined;
  if (isListShape(shape)) {
    const items: unknown[] = Array.isArray(value) ? value : [];
    return items.map((item) => fitting(item, shape[0])).filter((item) => item !== undefined);
  }
  if (!isFields(value)) return undefined;
  const fields = Object.entries(shape).filter(([name]) => name in value);
  const fitted = fields.map(([name, inner]) => [name, fitting(value[name], inner)]);
  return { ...value, ...Object.fromEntries(fitted) as object };
}

function isListShape(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

/** Reads a record of an answer; undefined where it lacks what it cannot do without. */
export type Reader<T extends object> = (value: unknown) => T | undefined;

/**
 * The records of a list that can be read. The others are left out, which a line of the log
 * says, and stop nothing.
 */
export function readEach<T extends object>(
  list: unknown,
  what: string,
  read: Reader<T>,
  call: Pick<Call, "note">,
): T[] {
  const values: unknown[] = Array.isArray(list) ? list : [];
  const records = values.map(read).filter((record) => record !== undefined);
  const left = values.length - records.length;
  if (left) call.note?.(`Left out of the ${what}: ${left} of ${values.length}, for want of an id or a time that can be read.`);
  return records;
}

/**
 * The id of a record that Fitbit stores, an unsigned integer, as text. One that is none, or
 * has lost its last digits, is undefined: none is made up.
 */
export function recordId(value: unknown): string | undefined {
  const text = Number.isSafeInteger(value) ? String(value) : textOf(value);
  return text !== undefined && /^\d{1,20}$/.test(text) ? text : undefined;
}

/** These fields of a record as numbers; one that is none is undefined, and so left out. */
export function numbersOf<K extends string>(
  record: Record<string, unknown>,
  ...names: readonly K[]
): { [N in K]?: number } {
  return picked(record, names, numberOf);
}

/** These fields of a record as texts; one that is none is undefined, and so left out. */
export function textsOf<K extends string>(
  record: Record<string, unknown>,
  ...names: readonly K[]
): { [N in K]?: string } {
  return picked(record, names, textOf);
}

function picked<K extends string, V>(
  record: Record<string, unknown>,
  names: readonly K[],
  read: (value: unknown) => V | undefined,
) {
  const entries = names.flatMap((name) => name in record ? [[name, read(record[name])]] : []);
  return Object.fromEntries(entries) as { [N in K]?: V };
}

const TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?/;

/** A time, local and with or without its offset; undefined for none. */
export function timeOf(value: unknown): string | undefined {
  const text = textOf(value) ?? "";
  const day = TIME.exec(text)?.[1];
  return day && isCivilDate(day) && Number.isFinite(Date.parse(text)) ? text : undefined;
}

/** A local time, without the offset that it may carry; undefined for none. */
export function localTimeOf(value: unknown): string | undefined {
  return TIME.exec(timeOf(value) ?? "")?.[0];
}
