import { isCivilDate, type CivilDate } from "../dates";
import { isFields, numberOf, textOf } from "../fields";
import { fitting, type Shape } from "../wire/records";

export { numberOf };

/** Readers of what the API puts into JSON. https://developers.google.com/health/data-types */

/** An int64 arrives as text, a double as a number or as `NaN` in quotes. */
export type Numeric = string | number;

/**
 * A figure of a message that is there: a zero is left out of JSON, so that an absent field is
 * 0. Undefined when the message is absent, or its figure is no number.
 */
export function figure<T extends object>(message: T | undefined, field: keyof T) {
  if (!message) return undefined;
  return message[field] === undefined ? 0 : numberOf(message[field]);
}

/**
 * What a point holds under its type's key, of which any field may be absent, and what is not
 * of its shape is.
 */
export function valueOf<T extends { [K in keyof T]?: unknown }>(
  point: Record<string, unknown> | undefined,
  unionKey: string,
  shape: Shape = {},
): T | undefined {
  return fitting(point?.[unionKey], shape) as T | undefined;
}

/** Seconds of a duration such as `-14400s` or `2050.5s`; undefined for none. */
export function secondsOf(duration: unknown): number | undefined {
  return numberOf(textOf(duration)?.replace(/s$/, ""));
}

/** The same of a message that is there: a zero is left out of JSON. */
export function durationOf<T extends object>(message: T | undefined, field: keyof T) {
  if (!message) return undefined;
  return message[field] === undefined ? 0 : secondsOf(message[field]);
}

/** A list of messages, each called by a word, of which one that has nothing is left out. */
export interface Named {
  key: string;
  words: readonly string[];
}

/**
 * The message that a word calls: an empty one where a list of others leaves it out. Undefined
 * without any, or where one of them cannot be told from it.
 */
export function calledBy(
  word: string, list: unknown, { key, words }: Named,
): Record<string, unknown> | undefined {
  const messages: unknown[] = Array.isArray(list) ? list : [];
  const calls = messages.map((message) => isFields(message) ? message[key] : undefined);
  const found = messages.filter(isFields).find((message) => message[key] === word);
  const isKnown = (call: unknown) => words.some((one) => one === call);
  const isLeftOut = calls.length > 0 && calls.every(isKnown);
  return found ?? (isLeftOut ? {} : undefined);
}

/** A calendar day as the API writes it; leading zeros would be refused. */
export interface GoogleDate {
  year?: number;
  month?: number;
  day?: number;
}

/** The day that a date of the API is; undefined for none, such as a year or a month alone. */
export function civilDateOf(date: unknown): CivilDate | undefined {
  if (!isFields(date)) return undefined;
  const [year, month, day] = [date.year, date.month, date.day].map(numberOf);
  const padded = [String(year).padStart(4, "0"), ...[month, day].map(twoDigits)].join("-");
  return isCivilDate(padded) ? padded : undefined;
}

function twoDigits(number: number | undefined): string {
  return String(number).padStart(2, "0");
}

export function googleDate(date: CivilDate): Required<GoogleDate> {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

/** The id that a resource name ends with, exact as text; empty for no name. */
export function idOf(name: unknown): string {
  const text = textOf(name) ?? "";
  return text.slice(text.lastIndexOf("/") + 1);
}
