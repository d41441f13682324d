import { types } from "node:util";
import type { Fields } from "./component";
import { isFields } from "./component";
import { toJson } from "./json";

export interface ErrorReport {
  /** "ConfigurationError" when the component refused its props. */
  name: string;
  message: string;
  status?: number;
  code?: string;
  stack?: string;
}

const MAX_BODY = 2000;

/** The platform's axios puts the sentence in the name and the body in the message. */
function readable(error: Error): { name: string; message: string } {
  const message = typeof error.message as string === "string" ? error.message : "";
  const [, name, sentence] = /^(\w*Error) - (.+)$/s.exec(error.name) ?? [];
  if (name && sentence) {
    const body = message.length > MAX_BODY ? `${message.slice(0, MAX_BODY)}…` : message;
    return { name, message: body ? `${sentence}: ${body}` : sentence };
  }
  const first = error instanceof AggregateError ? (error.errors as unknown[])[0] : error.cause;
  const reason = first instanceof Error ? first.message : "";
  if (!message) return { name: error.name, message: reason || "It gave no message" };
  const adds = reason && !message.includes(reason);
  return { name: error.name, message: adds ? `${message} (${reason})` : message };
}

function isErrorLike(value: unknown): value is Error {
  return types.isNativeError(value)
    || (isFields(value) && typeof value.name === "string" && typeof value.message === "string");
}

/** What is said of anything a component threw. */
export function reportError(thrown: unknown): ErrorReport {
  if (!isErrorLike(thrown)) {
    const json = toJson(thrown).value;
    const message = typeof thrown === "string" ? thrown : JSON.stringify(json ?? null);
    return { name: "Error", message };
  }
  const { response, status, code } = thrown as unknown as Fields;
  const answered = isFields(response) ? response.status : status;
  return {
    ...readable(thrown),
    ...(typeof answered === "number" ? { status: answered } : {}),
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof thrown.stack === "string" ? { stack: thrown.stack } : {}),
  };
}
