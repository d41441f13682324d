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
