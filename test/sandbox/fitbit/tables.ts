import { ANY_TEXT, type Client } from "../support";

/** "a?" may be absent; [x] is a list of x. */
export type Shape = string | Shape[] | { [key: string]: Shape };

/** The figures that several resources have. */
export const ZONE = { caloriesOut: "num", max: "int", min: "int", minutes: "int", name: "str" };
export const PAGINATION = { limit: "int", next: "str", offset: "int", previous: "str", sort: "str" };

const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000(Z|[+-]\d\d:\d\d)$/;

const SCALARS: Record<string, (value: unknown) => boolean> = {
  int: Number.isSafeInteger,
  num: Number.isFinite,
  str: (value) => typeof value === "string",
  bool: (value) => typeof value === "boolean",
  id: (value) => typeof value === "bigint" || Number.isSafeInteger(value),
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  local: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000$/.test(String(value)),
  second: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(String(value)),
  zoned: (value) => ZONED.test(String(value)),
  utc: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(value)),
  link: (value) => String(value).startsWith("https://api.fitbit.com/1/user/-/activities/"),
};
SCALARS["HH:mm"] = (value) => /^\d\d:\d\d$/.test(String(value));
SCALARS["HH:mm:ss"] = (value) => /^\d\d:\d\d:\d\d$/.test(String(value));

/** Where a value is not of a shape. */
function misfits(value: unknown, shape: Shape, at = "$"): string[] {
  if (typeof shape === "string") return SCALARS[shape]?.(value) ? [] : [`${at} is not ${shape}`];
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((item, i) => misfits(item, shape[0] ?? {}, `${at}[${i}]`));
  }
  if (typeof value !== "object" || value === null) return [`${at} is no object`];
  const fields = new Map(Object.entries(value));
  const wanted = Object.entries(shape).flatMap(([name, inner]) => {
    const key = name.replace("?", "");
    if (!fields.has(key)) return name.endsWith("?") ? [] : [`${at}.${key} is missing`];
    return misfits(fields.get(key), inner, `${at}.${key}`);
  });
  const known = new Set(Object.keys(shape).map((name) => name.replace("?", "")));
  const extra = [...fields.keys()].filter((key) => !known.has(key));
  return [...wanted, ...extra.map((key) => `${at}.${key} is extra`)];
}

export type ShapeCase = [
  name: string, method: string, path: string, status: number, shape: Shape,
];

/** Each answer has the documented shape: no field too few, and none too many. */
export function itAnswers(client: Client, cases: ShapeCase[]): void {
  it.each(cases)("answers as documented: %s", async (_name, method, path, status, shape) => {
    const reply = await client.ask(path, { method });
    expect(reply.status).toBe(status);
    expect(misfits(reply.body, shape)).toEqual([]);
  });
}

export type Refusal = [method: string, path: string, status: number, fieldName: string];

/** Each of these is refused, and the field is named. */
export function itRefuses(client: Client, refusals: Refusal[]): void {
  it.each(refusals)("refuses %s %s: %i naming %s", async (method, path, status, fieldName) => {
    const reply = await client.ask(path, { method });
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({
      errors: [{ errorType: "validation", fieldName, message: ANY_TEXT }],
      success: false,
    });
  });
}
