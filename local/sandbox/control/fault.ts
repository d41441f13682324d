import { validateHeaderName, validateHeaderValue } from "node:http";
import { BREAKS, type Fault, type FaultAnswer, FORMS, TURNS } from "../faults";
import {
  boolean, ControlError, fieldsOf, isObject, needed, optional, string, whole,
} from "./read";

const METHODS = ["GET", "POST", "PATCH", "PUT", "DELETE"];
const PLAIN_ANSWERS = [...BREAKS, ...TURNS];

/** An answer has its length beside it, with which HTTP does not allow these. */
const FRAMING = ["trailer", "transfer-encoding"];

/** What cannot be sent would break the answer to another request, much later. */
function demandHeader(name: string, value: string): void {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    throw new ControlError(`"headers" has what HTTP does not allow, under ${JSON.stringify(name)}.`);
  }
  if (FRAMING.includes(name.toLowerCase())) {
    throw new ControlError(`"headers" must not have ${name}: answers have a Content-Length.`);
  }
}

const headersOf = (value: unknown): Record<string, string> | undefined => {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).map(([name, v]) => [
    name, typeof v === "number" ? String(v) : v,
  ]);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === "string")) {
    return undefined;
  }
  entries.forEach(([name, text]) => demandHeader(name, text));
  return Object.fromEntries(entries);
};

const textsOf = (value: unknown): string[] | undefined =>
  (Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined);

function answerOf(value: unknown): Fault["answer"] | undefined {
  const plain = PLAIN_ANSWERS.find((word) => word === value);
  if (plain) return plain;
  if (!isObject(value)) return undefined;
  if ("without" in value) {
    const fields = fieldsOf(value, '"answer"', ["without"]);
    return { without: needed(fields, "without", "the keys to leave out, as text", textsOf) };
  }
  if ("put" in value) {
    const { put, ...fields } = fieldsOf(value, '"answer"', ["put", "nth", "of"]);
    const form = (v: unknown) => FORMS.find((one) => one === v);
    return {
      put,
      nth: optional(fields, "nth", "a whole number", whole(0, 1e6)) ?? 0,
      of: optional(fields, "of", `one of ${FORMS.join(", ")}`, form),
    };
  }
  const fields = fieldsOf(value, '"answer"', ["status", "headers", "body"]);
  const answer: FaultAnswer = {
    status: needed(fields, "status", "an HTTP status from 200 to 599", whole(200, 599)),
    headers: optional(fields, "headers", "an object of strings", headersOf),
    body: fields.body,
  };
  return answer;
}

/** A fault as a control call describes it. */
export function faultOf(value: unknown): Fault {
  const fields = fieldsOf(value, "A fault", ["match", "times", "skip", "answer", "after"]);
  const match = fieldsOf(fields.match ?? {}, '"match"', ["app", "method", "path"]);
  const app = (v: unknown) => (["fitbit", "google_health"] as const).find((a) => a === v);
  const method = (v: unknown) => METHODS.find((m) => m === string(v)?.toUpperCase());
  const path = (v: unknown) => (string(v)?.startsWith("/") ? string(v) : undefined);
  const answers = '{"status", "headers"?, "body"?}, {"without"}, {"put", "nth"?, "of"?} or one of '
    + PLAIN_ANSWERS.join(", ");
  return {
    match: {
      app: optional(match, "app", "fitbit or google_health", app),
      method: optional(match, "method", `one of ${METHODS.join(", ")}`, method),
      path: optional(match, "path", "a path that begins with /", path),
    },
    times: optional(fields, "times", "a whole number from 1", whole(1, 1e6)) ?? 1,
    skip: optional(fields, "skip", "a whole number", whole(0, 1e6)) ?? 0,
    answer: needed(fields, "answer", answers, answerOf),
    after: optional(fields, "after", "true or false", boolean) ?? false,
  };
}
