import type { ApiAnswer, ApiRequest } from "./api";

/** What a request came to. */
export function requestAnswered(
  { method, path }: ApiRequest, { status, body }: ApiAnswer,
): string {
  const what = body === undefined ? "nothing" : typeof body === "string" ? "text" : "JSON";
  return `${method} ${path} was answered with ${what} (${status})`;
}
