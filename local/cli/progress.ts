import type { Ora } from "ora";

const PATIENCE_MS = 1000;

/** Shows on a terminal that work which takes longer than a second goes on. */
export async function withProgress<T>(text: string, work: () => Promise<T>): Promise<T> {
  // A terminal that does not tell its width cannot be drawn on.
  if (!process.stderr.isTTY || !process.stderr.columns) return work();
  let spinner: Ora | undefined;
  const { default: ora } = await import("ora");
  const timer = setTimeout(() => {
    spinner = ora({ text, stream: process.stderr }).start();
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    spinner?.stop();
  }
}
