import type { Given } from "../../common/pipedream";

/** A value as a prop holds it: whatever an expression passes. */
export function given<T = never>(value: unknown): Given<T> {
  return value as Given<T>;
}
