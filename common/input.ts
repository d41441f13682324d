import { ConfigurationError } from "@pipedream/platform";
import type { Given } from "./pipedream";

/**
 * Readers of what users give. On Pipedream an expression passes its value as it is: a number
 * where text is declared, text where a number is, nothing where something is required, and
 * `min`, `max` and `options` go unchecked. Each reader takes both spellings, gives undefined
 * for what was left out, and throws a ConfigurationError that names the prop for anything
 * else, before any request is made.
 * https://pipedream.com/docs/components/contributing/api/#props
 */

const LONGEST_SHOWN = 500;

/** A value in a sentence, whatever an expression made of it. */
function shown(value: unknown): string {
  const text = written(value) ?? typeof value;
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** A value as JSON writes it; undefined where it cannot. */
function written(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  const exact = (_: string, inner: unknown) => typeof inner === "bigint" ? String(inner) : inner;
  try {
    return typeof value === "bigint" ? String(value) : JSON.stringify(value, exact);
  } catch {
    // What holds itself has no end.
    return undefined;
  }
}

/** What was given; null is nothing. */
function opened(given: unknown): unknown {
  return given ?? undefined;
}

/** The error for a value that is none of the prop's. */
export function refused(label: string, value: unknown, advice: string): Error {
  return new ConfigurationError(`${label}: ${shown(value)} ${advice}`);
}

/** The value of a prop that may not be left out. */
export function required<T>(label: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw new ConfigurationError(`${label} is missing: fill it in, or check the expression in it.`);
}

/** Half of a character, which cannot be sent: left behind where a text was cut. */
const HALF = /\p{Surrogate}/gu;

/** Text without the space around it; a number stands for its digits. */
export function readText(label: string, given: Given<string | undefined> | undefined) {
  const value = opened(given);
  const text = Number.isFinite(value) || typeof value === "bigint" ? String(value) : value;
  if (text === undefined) return undefined;
  if (typeof text === "string") return text.trim().replace(HALF, "\ufffd") || undefined;
  throw refused(label, value, "is not text.");
}

interface Bounds {
  min?: number;
  max?: number;
  /** A value that is one. */
  example: string;
}

/** A comma may stand for the point, but not before three digits: those might be thousands. */
const DECIMAL = /^-?\d{1,9}(\.\d{1,15}|,\d{1,2})?$/;

/** The number that a value is, or that its text is; NaN for any other. */
function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  const text = typeof value === "string" ? value.trim() : "";
  return DECIMAL.test(text) ? Number(text.replace(",", ".")) : NaN;
}

/** The largest number that is taken: one that text of nine digits can write. */
const LARGEST = 999_999_999;

/**
 * A number, of zero or more unless it is said otherwise: Pipedream has no decimal prop, so it
 * is declared as text such as `5.2`.
 */
export function readDecimal(
  label: string,
  given: Given<string | number | undefined> | undefined,
  { min = 0, max = LARGEST, example }: Bounds = { example: "5.2" },
): number | undefined {
  const value = opened(given);
  if (value === undefined || (typeof value === "string" && !value.trim())) return undefined;
  const number = numberOf(value);
  if (number >= min && number <= max) return number;
  const range = max === LARGEST ? `of ${min} or more` : `from ${min} to ${max}`;
  throw refused(label, value, `is not a number ${range}. Write one such as ${example}.`);
}

/** A whole number within bounds. */
export function readInteger(
  label: string,
  given: Given<number | undefined> | undefined,
  bounds: Bounds,
): number | undefined {
  const number = readDecimal(label, given, bounds);
  if (number === undefined || Number.isInteger(number)) return number;
  throw refused(label, given, `is not a whole number. Write one such as ${bounds.example}.`);
}

/** The minutes of a day: nothing that is logged takes longer. */
const MOST_MINUTES = 1440;

/** A duration in whole minutes, as milliseconds. */
export function readMinutes(label: string, given: Given<number>): number {
  const bounds = { min: 1, max: MOST_MINUTES, example: "45" };
  return required(label, readInteger(label, given, bounds)) * 60_000;
}

const FLAGS = new Map([["true", true], ["false", false]]);

/** Yes or no; left out, it is `fallback`. */
export function readFlag(
  label: string,
  given: Given<boolean | undefined>,
  fallback = false,
): boolean {
  const value = opened(given);
  const word = typeof value === "boolean" ? String(value) : value;
  if (word === undefined || (typeof word === "string" && !word.trim())) return fallback;
  const flag = typeof word === "string" ? FLAGS.get(word.trim().toLowerCase()) : undefined;
  if (flag !== undefined) return flag;
  throw refused(label, value, "is neither true nor false.");
}

/** A list of words; one word may stand for a list of it, and so may its JSON. */
export function readTexts(label: string, given: Given<string[] | undefined>): string[] {
  const value = opened(given) ?? [];
  const list = Array.isArray(value) ? value as unknown[] : listed(value);
  const words = list.map((word) => typeof word === "number" ? String(word) : word);
  if (words.every((word) => typeof word === "string")) {
    return words.map((word) => word.trim()).filter(Boolean);
  }
  throw refused(label, value, "is not a list of words.");
}

function listed(value: unknown): unknown[] {
  if (typeof value !== "string" || !value.trim().startsWith("[")) return [value];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed as unknown[] : [value];
  } catch {
    return [value];
  }
}

/** A local time, `HH:mm`; one that is left out is `fallback`, or required. */
export function readTime(label: string, given: Given<string>): string;
export function readTime(
  label: string, given: Given<string | undefined>, fallback: string,
): string;
export function readTime(
  label: string, given: Given<string | undefined>, fallback?: string,
): string {
  const text = required(label, readText(label, given) ?? fallback);
  const time = text.replace(/^\d:/, "0$&");
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return time;
  throw refused(label, text, "is not a time. Write it with hours and minutes, such as 07:30 or 18:05.");
}

/** What the ids of an API look like. */
export interface IdForm {
  pattern: RegExp;
  example: string;
}

export interface IdsApi {
  /** What the id of a stored record looks like. */
  getIdForm(): IdForm;
}

/** Where an id is from: the tool that gives it and, where it is no log's, the field there. */
type Origin = string | { tool: string; field: string };

/** The id of a stored record: exact as text, since ids are longer than a number holds. */
export function readId(
  label: string,
  given: Given<string | undefined>,
  origin: Origin,
  { pattern, example }: IdForm,
): string {
  const value: unknown = given;
  const { tool, field } = typeof origin === "string" ? { tool: origin, field: "logId" } : origin;
  if (typeof value === "number" && value > Number.MAX_SAFE_INTEGER) {
    throw refused(label, value, `is a number that has lost its last digits: pass \`${field}\` of ${tool} as text, such as "${example}".`);
  }
  const id = required(label, readText(label, given));
  if (pattern.test(id)) return id;
  throw refused(label, value, `is not an id. Take \`${field}\` from ${tool}, such as ${example}.`);
}

/** The same, of a prop that may be left out. */
export function readAnyId(
  label: string,
  given: Given<string | undefined>,
  origin: Origin,
  form: IdForm,
): string | undefined {
  const isLeftOut = typeof given !== "number" && readText(label, given) === undefined;
  return isLeftOut ? undefined : readId(label, given, origin, form);
}

/** One of the words a prop offers, in any letter case. */
export function readChoice<T extends string>(
  label: string,
  given: Given<string | undefined> | undefined,
  choices: readonly T[],
): T | undefined {
  const text = readText(label, given);
  const choice = choices.find((word) => word.toLowerCase() === text?.toLowerCase());
  if (text === undefined || choice !== undefined) return choice;
  throw refused(label, text, `is not one of ${choices.join(", ")}.`);
}

/** Some of the words a prop offers, in any letter case, each once; commas may part them. */
export function readChoices<T extends string>(
  label: string,
  given: Given<string[] | undefined>,
  choices: readonly T[],
): T[] {
  const words = readTexts(label, given).flatMap((text) => text.split(","))
    .map((word) => word.trim()).filter(Boolean);
  const chosen = words.map((word) => {
    const choice = choices.find((one) => one.toLowerCase() === word.toLowerCase());
    if (choice !== undefined) return choice;
    throw refused(label, word, `is not one of ${choices.join(", ")}.`);
  });
  return [...new Set(chosen)];
}
