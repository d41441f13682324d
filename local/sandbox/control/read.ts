import { DateTime } from "luxon";
import { isWithinYears } from "../bounds";
import { DAY, HOUR, MINUTE, parseDay, SECOND } from "../person/days";
import type { World } from "../world";

/** A control call that is not understood: its message is the answer. */
export class ControlError extends Error {}

export type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object with these fields and no other. */
export function fieldsOf(value: unknown, what: string, names: readonly string[]): Fields {
  if (!isObject(value)) throw new ControlError(`${what} must be a JSON object.`);
  const unknown = Object.keys(value).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const known = names.join(", ");
    throw new ControlError(`${what} has no field ${unknown.join(", ")}: it takes ${known}.`);
  }
  return value;
}

export function listOf(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new ControlError(`${what} must be a JSON array.`);
  return value;
}

const wrong = (name: string, form: string): ControlError =>
  new ControlError(`"${name}" must be ${form}.`);

/** Reads a field that may be missing. */
export function optional<T>(
  fields: Fields, name: string, form: string, check: (value: unknown) => T | undefined,
): T | undefined {
  if (fields[name] === undefined) return undefined;
  const read = check(fields[name]);
  if (read === undefined) throw wrong(name, form);
  return read;
}

export function needed<T>(
  fields: Fields, name: string, form: string, check: (value: unknown) => T | undefined,
): T {
  const read = optional(fields, name, form, check);
  if (read === undefined) throw wrong(name, form);
  return read;
}

export const boolean = (value: unknown) => (typeof value === "boolean" ? value : undefined);
export const string = (value: unknown) => (typeof value === "string" ? value : undefined);
export const whole = (min: number, max: number) => (value: unknown) =>
  (Number.isInteger(value) && Number(value) >= min && Number(value) <= max
    ? Number(value)
    : undefined);
export const positive = (value: unknown) =>
  (typeof value === "number" && Number.isFinite(value) && value > 0 ? value : undefined);

const ISO_INSTANT
  = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,3})?)?$/;

export const INSTANT_FORM = "an instant such as 2026-03-20T09:00:00Z";

/** An ISO 8601 instant with its offset, in epoch ms. */
export function instantOf(value: unknown): number | undefined {
  if (typeof value !== "string" || !ISO_INSTANT.test(value)) return undefined;
  const ms = DateTime.fromISO(value).toMillis();
  return Number.isNaN(ms) ? undefined : ms;
}

/** An instant at which the clock may stand. */
export function nowOf(value: unknown): number | undefined {
  const instant = instantOf(value);
  return instant !== undefined && isWithinYears(instant) ? instant : undefined;
}

/**
 * Local time on the person's clocks (yyyy-MM-ddTHH:mm, seconds allowed), in epoch ms. After a
 * flight west one that has come twice is the later one.
 */
export const localOf = ({ person }: World) => (value: unknown): number | undefined => {
  const [matched, date = "", hour, minute, second = "0"] = LOCAL.exec(string(value) ?? "") ?? [];
  const day = parseDay(date);
  if (matched === undefined || day === undefined) return undefined;
  const time = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
  return person.timeline.latest(day * DAY + time, person.now);
};
