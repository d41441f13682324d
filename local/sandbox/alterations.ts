import { isLosslessNumber, parse, stringify } from "lossless-json";
import type { Alteration, Form, Instead } from "./faults";
import { sameToken } from "./google-health/pages";

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value without some keys, however deep they are. */
function stripped(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => stripped(item, keys));
  if (!isObject(value) || isLosslessNumber(value)) return value;
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

/** Every list of records is empty, and nothing comes after it. */
function vanished(body: Fields): Fields {
  const { pagination } = body;
  const others = Object.entries(body).filter(([name]) => name !== "nextPageToken");
  const emptied = others.map(([name, value]) => (
    [name, Array.isArray(value) && isObject(value[0]) ? [] : value]
  ));
  return { ...Object.fromEntries(emptied) as Fields, ...pagination ? { pagination: { next: "" } } : {} };
}

const SWOLLEN = 10_000_000;

/**
 * The first list of records goes on with itself for 10 MB: as text, for so many objects would
 * take longer to write than to read.
 */
function swollen(body: Fields): string {
  const fields = Object.entries(body);
  const list = fields.find(([, value]) => Array.isArray(value) && value.length);
  const written = fields.map(([name, value]) => {
    const text = stringify(value) ?? "null";
    return `${JSON.stringify(name)}:${name === list?.[0] ? goingOn(text) : text}`;
  });
  return `{${written.join()}}`;
}

/** A list as text, until it is long enough. */
function goingOn(list: string): string {
  const times = Math.ceil(SWOLLEN / list.length);
  return `[${Array.from({ length: times }, () => list.slice(1, -1)).join()}]`;
}

/** Every object has a field that nobody has heard of. */
function extended(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(extended);
  if (!isObject(value) || isLosslessNumber(value)) return value;
  const fields = Object.entries(value).map(([key, inner]) => [key, extended(inner)]);
  return { ...Object.fromEntries(fields), unheardOf: { of: ["nobody"] } };
}

const IS: Record<Form, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  word: (value) => typeof value === "string" && /^[A-Za-z_]+$/.test(value),
  number: isLosslessNumber,
};

const isLeaf = (value: unknown): boolean =>
  !(typeof value === "object" && value !== null) || isLosslessNumber(value);

/** The values in a body, each with what puts another in its place. */
function* placesIn(holder: Fields | unknown[]): Generator<[unknown, (put: unknown) => void]> {
  for (const [key, value] of Object.entries(holder)) {
    if (isLeaf(value)) yield [value, (put) => Object.assign(holder, { [key]: put })];
    else yield* placesIn(value as Fields);
  }
}

function replaced(body: Fields, { put, nth, of }: Instead): Fields {
  const places = [...placesIn(body)].filter(([value]) => !of || IS[of](value));
  places[nth % places.length]?.[1](put);
  return body;
}

function turned(how: Alteration, body: Fields, url: string): string | undefined {
  if (how === "swell") return swollen(body);
  if (typeof how === "string") return stringify(TURN[how](body, url));
  return stringify("put" in how ? replaced(body, how) : without(body, how.without));
}

const TURN = { repeat: repeated, vanish: vanished, extra: extended };

/** An answer as a fault lets it be sent; what is no JSON stays. */
export function altered(how: Alteration, url: string, payload: string): string {
  try {
    const body = parse(payload);
    return isObject(body) ? turned(how, body, url) ?? payload : payload;
  } catch {
    return payload;
  }
}
