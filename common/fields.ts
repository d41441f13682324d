/** The fields that have a value: one that is unknown is absent, never empty. */
export function defined<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** The named fields of a record, in their order, as far as it has them. */
export function picked<T extends object, K extends keyof T>(
  record: T,
  fields: readonly K[],
): Pick<T, K> {
  const known = fields.filter((field) => record[field] !== undefined);
  return Object.fromEntries(known.map((field) => [field, record[field]])) as Pick<T, K>;
}

/** Whether a value of JSON is an object, whose fields may be anything. */
export function isFields<T>(value: T): value is T & Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; whatever is none is left out, and a list that is none has none. */
export function objectsIn<T>(list: readonly T[] | undefined): (T & Record<string, unknown>)[];
export function objectsIn(list: unknown): Record<string, unknown>[];
export function objectsIn(list: unknown): Record<string, unknown>[] {
  const items: unknown[] = Array.isArray(list) ? list : [];
  return items.filter(isFields);
}

/** The number that a value stands for, be it written as text; undefined for none. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value !== "number" && (typeof value !== "string" || !value.trim())) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** The text that a value is; undefined for an empty one, and for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value ? value : undefined;
}
