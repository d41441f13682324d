import type { Holds } from "../wire/answers";
import type { HttpAnswer } from "../wire/http";

/**
 * What a write answers with: either an error or a response, once it is done.
 * https://developers.google.com/health/reference/rest/Shared.Types/Operation
 */
export interface Operation<T> {
  error: { code?: number; message?: string; details?: unknown[] };
  response: T;
}

/** Whatever it holds or lacks, the write was taken. */
export const OPERATION: Holds = {
  root: [],
  fields: ["done", "error", "metadata", "name", "response"],
  empty: true,
};

/** HTTP statuses by google.rpc.Code; 1, a cancelled write, may have been half done. */
const STATUSES: Record<number, number> = {
  1: 500, 2: 500, 3: 400, 4: 504, 5: 404, 6: 409, 7: 403, 8: 429, 9: 400, 10: 409, 11: 400,
  12: 501, 13: 500, 14: 503, 15: 500, 16: 401,
};

/** The names of these codes tell more than their status. */
const NAMES: Record<number, string> = { 9: "FAILED_PRECONDITION" };

/** The error of an operation as the answer that it would have been by itself. */
export function answerOf({ code = 0, message, details }: Operation<unknown>["error"]): HttpAnswer {
  const status = STATUSES[code] ?? 500;
  const json = { error: { code: status, message, status: NAMES[code], details } };
  return { status, headers: {}, text: "", json };
}
