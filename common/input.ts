import { ConfigurationError } from "@pipedream/platform";

/**
 * Readers of what users type. Each gives the value, or throws a ConfigurationError that names
 * the prop and shows an example, before any request is made.
 */

/** A comma may stand for the point, but not before three digits: those might be thousands. */
const DECIMAL = /^\d{1,9}(\.\d{1,9}|,\d{1,2})?$/;

/**
 * A number of zero or more: Pipedream has no decimal prop, so it arrives as text such as
 * `5.2`.
 */
export function readDecimal(label: string, text: string): number {
  if (DECIMAL.test(text.trim())) return Number(text.trim().replace(",", "."));
  throw new ConfigurationError(`${label}: ${JSON.stringify(text)} is not a number. Write one such as 5.2.`);
}

/** A local time, `HH:mm`. */
export function readTime(label: string, text: string): string {
  const time = text.trim().replace(/^\d:/, "0$&");
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return time;
  throw new ConfigurationError(
    `${label}: ${JSON.stringify(text)} is not a time. Write it with hours and minutes, such as 07:30 or 18:05.`,
  );
}

/** A duration in whole minutes, as milliseconds. */
export function readMinutes(label: string, minutes: number, most: number): number {
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= most) return minutes * 60_000;
  throw new ConfigurationError(`${label}: ${minutes} is not a whole number of minutes from 1 to ${most}.`);
}

/** What the ids of an API look like. */
export interface IdForm {
  pattern: RegExp;
  example: string;
}

/** The id of a stored record: exact as text, since ids are longer than a number holds. */
export function readId(label: string, text: string, tool: string, form: IdForm): string {
  const id = text.trim();
  if (form.pattern.test(id)) return id;
  throw new ConfigurationError(
    `${label}: ${JSON.stringify(text)} is not an id. Take \`logId\` from ${tool}, such as ${form.example}.`,
  );
}

/** One of the words a prop offers. */
export function readChoice<T extends string>(
  label: string,
  text: string,
  choices: readonly T[],
): T {
  const choice = choices.find((word) => word === text.trim());
  if (choice !== undefined) return choice;
  throw new ConfigurationError(`${label}: ${JSON.stringify(text)} is not one of ${choices.join(", ")}.`);
}
