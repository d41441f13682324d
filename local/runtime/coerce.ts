import { isDeepStrictEqual } from "node:util";
import type { Fields } from "./component";
import { isFields } from "./component";
import type { Option, ResolvedProp } from "./props";

/** A reason why a value does not fit, as the rest of a sentence. */
export class Misfit extends Error {}

export function shown(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined ?? String(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

export function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new Misfit("must be text");
}

function toNumber(value: unknown): number {
  const isNumeral = typeof value === "string" && value.trim() !== "";
  const number = isNumeral ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw new Misfit("must be a number");
}

function toInteger(value: unknown): number {
  const isNumeral = typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value);
  const number = isNumeral ? Number(value) : value;
  if (typeof number !== "number" || !Number.isInteger(number)) {
    throw new Misfit("must be a whole number");
  }
  if (!Number.isSafeInteger(number)) throw new Misfit("is too large for an exact whole number");
  return number;
}

const BOOLEANS: Record<string, boolean> = { true: true, false: false };

function toBoolean(value: unknown): boolean {
  const found = typeof value === "string" ? BOOLEANS[value.trim().toLowerCase()] : value;
  if (typeof found !== "boolean") throw new Misfit("must be true or false");
  return found;
}

function toObject(value: unknown): Fields {
  const found = typeof value === "string" ? parsed(value) : value;
  if (!isFields(found)) throw new Misfit("must be an object, such as {\"name\": \"value\"}");
  return found;
}

const COERCERS: Record<string, (value: unknown) => unknown> = {
  string: toText,
  number: toNumber,
  integer: toInteger,
  boolean: toBoolean,
  object: toObject,
  any: (value) => value,
};

/** A list, a list as JSON text, or one value for a list of one. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const isText = typeof value === "string" && value.trim().startsWith("[");
  const list = isText ? parsed(value) : undefined;
  return Array.isArray(list) ? list : [value];
}

const LABELLED = "__lv";

/** Pipedream keeps a chosen option with its label as `{ __lv: { label, value } }`. */
function unlabelled(value: unknown, options: Option[] | undefined): unknown {
  const inner = isFields(value) && LABELLED in value ? value[LABELLED] : value;
  const chosen = isFields(inner) && "label" in inner && "value" in inner ? inner.value : inner;
  const byLabel = options?.filter(({ label }) => label === chosen) ?? [];
  const isValue = options?.some((option) => isDeepStrictEqual(option.value, chosen));
  return byLabel.length === 1 && !isValue ? byLabel[0]?.value : chosen;
}

function checkOptions(value: unknown, options: Option[]): void {
  if (options.some((option) => isDeepStrictEqual(option.value, value))) return;
  const list = options.map((option) => shown(option.value)).join(", ");
  throw new Misfit(`must be one of ${list}`);
}

function checkRange(value: unknown, { min, max }: ResolvedProp): void {
  if (typeof value !== "number") return;
  if (min !== undefined && value < min) throw new Misfit(`must be ${min} or more`);
  if (max !== undefined && value > max) throw new Misfit(`must be ${max} or less`);
}

function fitOne(prop: ResolvedProp, base: string, given: unknown): unknown {
  const value = base === "any" || base === "object" ? given : unlabelled(given, prop.options);
  const fitted = COERCERS[base]?.(value);
  checkRange(fitted, prop);
  if (prop.options) checkOptions(fitted, prop.options);
  if (prop.definition.withLabel !== true) return fitted;
  const label = prop.options?.find((option) => isDeepStrictEqual(option.value, fitted))?.label;
  const own = isFields(given) && typeof given.label === "string" ? given.label : undefined;
  return { label: own ?? label ?? String(fitted), value: fitted };
}

/**
 * A value as a prop's type wants it, from what Pipedream's form would take.
 * @throws Misfit
 */
export function fit(prop: ResolvedProp, given: unknown): unknown {
  const base = prop.type.replace("[]", "");
  return prop.type.endsWith("[]")
    ? toList(given).map((item) => fitOne(prop, base, item))
    : fitOne(prop, base, given);
}
