import { isFields } from "./fields";
import { refused } from "./input";
import type { Given } from "./pipedream";
import { quoteLongIntegers } from "./wire/ids";

/**
 * A JSON object as a user writes it, in text or as it is; long integers in it become text, so
 * that they keep their digits. Undefined for what was left out; throws a ConfigurationError
 * that names the prop for anything else.
 */
export function readObject(
  label: string,
  given: Given<string | undefined>,
  example: string,
): Record<string, unknown> | undefined {
  const value: unknown = given;
  const isEmpty = typeof value === "string" && !value.trim();
  if (value === undefined || value === null || isEmpty) return undefined;
  const object = parsed(value);
  if (isFields(object)) return object;
  throw refused(label, value, `is not a JSON object. Write one such as ${example}.`);
}

/** The JSON of a text, or of what is some already; undefined for neither. */
function parsed(value: unknown): unknown {
  try {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return JSON.parse(quoteLongIntegers(text)) as unknown;
  } catch {
    return undefined;
  }
}
