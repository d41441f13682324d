import { isFields } from "../fields";
import type { HttpAnswer } from "./http";

/** What an endpoint's answer holds: said beside its path, and held against every answer. */
export interface Holds {
  /**
   * Keys of which one at least is there: `user` is an object with something in it, `sleep[]`
   * a list, and `[]` the whole answer as a list.
   */
  root?: string | readonly string[];
  /** Of an answer that is the record itself: fields of which one at least is there. */
  fields?: readonly string[];
  /** Whether there may be nothing of all this: not even a body, or `{}`. */
  empty?: true | "{}";
}

/** Why a success is none: it holds an error, nothing, or something else than was asked for. */
export type Flaw = "error" | "empty" | "other";

/** What is wrong with the body of a success; undefined when it is what was asked for. */
export function flawOf(
  { json, text }: Pick<HttpAnswer, "json" | "text">,
  holds: Holds,
): Flaw | undefined {
  const { root = [], fields = [], empty } = holds;
  const roots = [root].flat();
  if (json === undefined) return text.trim() ? "other" : missing(empty === true);
  if (!isFields(json)) return roots.includes("[]") ? undefined : "other";
  if (!fields.includes("error") && holdsError(json)) return "error";
  const states = [
    ...roots.map((name) => stateOf(json, name)),
    ...fields.map((name) => isGiven(json[name]) ? "there" : "absent"),
  ];
  if (states.includes("wrong")) return "other";
  if (states.includes("there") || !states.length) return undefined;
  const names = [...roots.map(keyOf), ...fields];
  return Object.keys(json).every((key) => names.includes(key)) ? missing(empty !== undefined) : "other";
}

const missing = (isAllowed: boolean) => isAllowed ? undefined : "empty";

/** Either API's envelope of an error may come with a status that says success. */
function holdsError({ errors, error, success }: Record<string, unknown>): boolean {
  const list = Array.isArray(errors) ? errors.length : errors;
  return Boolean(list) || Boolean(error) || success === false;
}

const isGiven = (value: unknown) => value !== undefined && value !== null;

const keyOf = (root: string) => root.replace(/\[\]$/, "");

/** Whether a root is there, in the form that it has. */
function stateOf(json: Record<string, unknown>, root: string): "there" | "absent" | "wrong" {
  const value = json[keyOf(root)];
  if (!isGiven(value)) return "absent";
  if (root.endsWith("[]")) return Array.isArray(value) ? "there" : "wrong";
  if (!isFields(value)) return "wrong";
  return Object.keys(value).length ? "there" : "absent";
}
