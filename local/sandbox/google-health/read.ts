import { badRequest, HealthError, invalid } from "./envelope";
import type { Schemas } from "./schemas";
import { durationOf, instantOf } from "./time";

export type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The body of a request as JSON. */
export function jsonOf(body: string): Fields {
  if (body.trim() === "") return {};
  try {
    const value = JSON.parse(body) as unknown;
    if (isObject(value)) return value;
  } catch {
    if (/[:[,]\s*-?0\d/.test(body)) {
      const message = "Invalid JSON payload received. Octal/hex numbers are not valid JSON values.";
      throw new HealthError(400, message);
    }
  }
  throw new HealthError(400, "Invalid JSON payload received. Unexpected token.");
}

export const unknownName = (name: string, path: string): HealthError => {
  const place = path === "" ? "" : ` at '${path}'`;
  const message = `Invalid JSON payload received. Unknown name "${name}"${place}: Cannot find field.`;
  return new HealthError(400, message, [badRequest({ field: path, description: message })]);
};

const wrongValue = (path: string, type: string, value: unknown): HealthError =>
  invalid(path, `Invalid value at '${path}' (${type}), ${JSON.stringify(value)}`);

type Check = (value: unknown) => boolean;

const isWhole = (bits: 32 | 64): Check => (value) => {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || !/^-?\d{1,19}$/.test(text)) return false;
  const limit = 2n ** BigInt(bits - 1);
  return BigInt(text) < limit && BigInt(text) >= -limit;
};

const SCALARS: Record<string, { name: string; check: Check }> = {
  string: { name: "TYPE_STRING", check: (value) => typeof value === "string" },
  boolean: { name: "TYPE_BOOL", check: (value) => typeof value === "boolean" },
  double: {
    name: "TYPE_DOUBLE",
    check: (value) => Number.isFinite(typeof value === "string" && value !== "" ? Number(value) : value),
  },
  int32: { name: "TYPE_INT32", check: isWhole(32) },
  int64: { name: "TYPE_INT64", check: isWhole(64) },
  timestamp: {
    name: "type.googleapis.com/google.protobuf.Timestamp",
    check: (value) => typeof value === "string" && instantOf(value) !== undefined,
  },
  duration: {
    name: "type.googleapis.com/google.protobuf.Duration",
    check: (value) => typeof value === "string" && durationOf(value) !== undefined,
  },
};

/** A value in the form in which the API gives it out. */
function normal(type: string, value: unknown): unknown {
  if (type === "int64") return String(value);
  if (type === "double" || type === "int32") return Number(value);
  return value;
}

function readValue(schemas: Schemas, type: string, value: unknown, path: string): unknown {
  const item = /^\[(.*)\]$/.exec(type)?.[1];
  if (item !== undefined) {
    if (!Array.isArray(value)) throw wrongValue(path, "list", value);
    return value.map((one, i) => readValue(schemas, item, one, `${path}[${i}]`));
  }
  const scalar = SCALARS[type];
  if (scalar) {
    if (!scalar.check(value)) throw wrongValue(path, scalar.name, value);
    return normal(type, value);
  }
  const known = schemas[type] ?? type;
  if (typeof known !== "string") return readMessage(schemas, type, value, path);
  if (!known.split("|").includes(String(value))) throw wrongValue(path, "TYPE_ENUM", value);
  return value;
}

/** An empty list is no list: JSON of protocol buffers cannot tell them apart. */
const isGiven = (value: unknown): boolean =>
  value !== null && !(Array.isArray(value) && value.length === 0);

function fieldsOf(schemas: Schemas, name: string): Readonly<Record<string, string>> {
  const schema = schemas[name];
  if (typeof schema === "object") return schema;
  throw new Error(`There is no schema of ${name}.`);
}

/** Reads a message of the API: unknown fields and wrong types are refused, what the server
 *  sets by itself is passed over. `optional` names fields that need not be there after all. */
export function readMessage(
  schemas: Schemas, name: string, value: unknown, path: string,
  optional: readonly string[] = [],
): Fields {
  const schema = fieldsOf(schemas, name);
  if (!isObject(value)) throw wrongValue(path, name, value);
  const read: Fields = {};
  const inner = (field: string): string => (path === "" ? snake(field) : `${path}.${snake(field)}`);
  for (const [given, part] of Object.entries(value)) {
    const field = camel(given);
    const type = Object.hasOwn(schema, field) ? schema[field] : undefined;
    if (type === undefined) throw unknownName(given, path);
    if (isGiven(part) && !type.endsWith("~")) {
      read[field] = readValue(schemas, type.replace(/!$/, ""), part, inner(field));
    }
  }
  for (const [field, type] of Object.entries(schema)) {
    if (type.endsWith("!") && read[field] === undefined && !optional.includes(field)) {
      throw invalid(inner(field), `Missing required field: ${inner(field)}`);
    }
  }
  return read;
}
