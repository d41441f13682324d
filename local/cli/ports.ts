const REFUSALS: Record<string, string> = {
  EADDRINUSE: "is in use",
  EACCES: "needs more rights than this process has",
};

/** Why nothing can listen at a port, as the rest of a sentence; undefined for other errors. */
export function refusal(error: unknown): string | undefined {
  return REFUSALS[String((error as NodeJS.ErrnoException).code)];
}
