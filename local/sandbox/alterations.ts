import { parse, stringify } from "lossless-json";
import type { Without } from "./faults";
import { sameToken } from "./google-health/pages";

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value without some keys, however deep they are. */
function stripped(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => stripped(item, keys));
  if (!isObject(value) || "isLosslessNumber" in value) return value;
  return Object.fromEntries(Object.entries(value)
    .filter(([key]) => !keys.includes(key))
    .map(([key, inner]) => [key, stripped(inner, keys)]));
}

/** The first record of an answer, whatever its list is called, lacks some keys. */
function without(body: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => (
    Array.isArray(value) && isObject(value[0])
      ? [name, [stripped(value[0], keys), ...value.slice(1) as unknown[]]]
      : [name, value]
  )));
}

/** The page of a list goes on with itself. */
function repeated(body: Fields, url: string): Fields {
  const { pagination, dataPoints } = body;
  if (dataPoints) return { ...body, nextPageToken: sameToken(url) };
  return isObject(pagination)
    ? { ...body, pagination: { ...pagination, next: `https://api.fitbit.com${url}` } }
    : body;
}

/** An answer as a fault lets it be sent; what is no JSON stays. */
export function altered(how: "repeat" | Without, url: string, payload: string): string {
  try {
    const body = parse(payload);
    if (!isObject(body)) return payload;
    return stringify(how === "repeat" ? repeated(body, url) : without(body, how.without))
      ?? payload;
  } catch {
    return payload;
  }
}
