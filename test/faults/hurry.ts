import { RETRIES } from "../../common/wire/retry";
import type { Fault } from "../../local/sandbox";
import type { Household } from "../support/household";

const UNHURRIED = { ...RETRIES };
/** A request that is never answered is given up soon, and asked again at once. */
const HURRIED = {
  ...RETRIES, firstPauseMs: 0, longestPauseMs: 0, budgetMs: 150, shortestAttemptMs: 40,
};

/** Does something at home while requests suffer so. */
export async function suffering<T>(
  home: Household,
  fault: Pick<Fault, "match" | "times" | "skip" | "answer">,
  work: () => Promise<T>,
): Promise<T> {
  home.suffer(fault);
  if (fault.answer === "timeout") Object.assign(RETRIES, HURRIED);
  try {
    return await work();
  } finally {
    home.suffer();
    Object.assign(RETRIES, UNHURRIED);
  }
}
