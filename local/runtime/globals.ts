interface Loan {
  original: unknown;
  /** The replacements still in use, oldest first. */
  stand: { value: unknown }[];
}

const lent = new Map<object, Map<string, Loan>>();

/**
 * Replaces `target[key]` until the function it returns is called. Overlapping loans may end in
 * any order: the last one still running is seen, and after the last of all the original.
 */
export function lend(target: object, key: string, value: unknown): () => void {
  const keys = lent.get(target) ?? new Map<string, Loan>();
  lent.set(target, keys);
  const loan = keys.get(key) ?? { original: Reflect.get(target, key) as unknown, stand: [] };
  keys.set(key, loan);
  const own = { value };
  loan.stand.push(own);
  Reflect.set(target, key, value);
  return () => {
    loan.stand = loan.stand.filter((other) => other !== own);
    const last = loan.stand.at(-1);
    Reflect.set(target, key, last ? last.value : loan.original);
    if (!last) keys.delete(key);
  };
}
