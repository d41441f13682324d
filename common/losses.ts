import type { Missing } from "./answer";
import { failedWith, isRefusal } from "./wire/errors";

/** Words of either API for what it does not have for this account, or for anybody. */
const NOT_OFFERED = ["UNSUPPORTED_DATA_TYPE_ACTION", "resource path"];

/**
 * Why a part of an answer is lost alone; undefined for a failure that is no refusal of that
 * part.
 */
export function lossOf(error: unknown): Omit<Missing, "part"> | undefined {
  if (failedWith(error, "missing_scope")) return { why: "scope", scope: error.scope };
  if (isRefusal(error)) return { why: "refused" };
  const isUnoffered = failedWith(error, "bad_request")
    && [error.reason, error.field].some((word) => NOT_OFFERED.includes(word ?? ""));
  return isUnoffered ? { why: "no source" } : undefined;
}

/** What a part of an answer is, or why it is lost alone. Throws any other failure. */
export async function unlessLost<T>(
  part: string, asked: Promise<T>,
): Promise<{ value?: T; missing: Missing[] }> {
  try {
    return { value: await asked, missing: [] };
  } catch (error) {
    const loss = lossOf(error);
    if (!loss) throw error;
    return { missing: [{ part, ...loss }] };
  }
}
