import { isLoopback } from "../runtime/records";
import { isFields } from "../runtime/component";
import { UsageError } from "./usage";

/** A sandbox is on this machine, and answers at once. */
const PATIENCE_MS = 5000;

/**
 * Where a running sandbox is.
 * @throws UsageError for what is no address of this machine.
 */
export function sandboxOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "http:") {
    throw new UsageError(`--sandbox-url takes an address such as http://127.0.0.1:8787, not ${text}.`);
  }
  if (isLoopback(url)) return url.origin;
  throw new UsageError(
    `--sandbox-url takes an address of this machine, such as http://127.0.0.1:8787: ${url.hostname} `
    + "is another, and a sandbox listens on this one alone.",
  );
}

const START = "start one with `fitbit sandbox`, or use --sandbox.";

function problemOf(url: string, error?: unknown): string {
  const isSilent = isFields(error) && error.name === "TimeoutError";
  if (!isSilent) return `No sandbox answers at ${url}: ${START}`;
  return `What listens at ${url} gave no answer within ${PATIENCE_MS / 1000} s, `
    + `so it is no sandbox, or one that hangs: ${START}`;
}

/**
 * The present of a sandbox, in epoch milliseconds.
 * @param signal gives the question up
 * @throws UsageError when no sandbox answers there.
 */
export async function sandboxNow(url: string, signal?: AbortSignal): Promise<number> {
  const signals = [AbortSignal.timeout(PATIENCE_MS), ...signal ? [signal] : []];
  try {
    const answer = await fetch(new URL("/_sandbox/state", url), {
      signal: AbortSignal.any(signals),
      redirect: "error",
    });
    const state: unknown = await answer.json();
    const now = Date.parse(isFields(state) ? String(state.now) : "");
    if (!Number.isNaN(now)) return now;
  } catch (error) {
    throw new UsageError(problemOf(url, error), { cause: error });
  }
  throw new UsageError(problemOf(url));
}
