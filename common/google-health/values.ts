import type { CivilDate } from "../dates";
import { numberOf, textOf } from "../fields";
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

/** A calendar day as the API writes it; leading zeros would be refused. */
export interface GoogleDate {
  year?: number;
  month?: number;
  day?: number;
}

export function civilDateOf({ year = 0, month = 0, day = 0 }: GoogleDate): CivilDate {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
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
