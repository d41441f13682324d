import type { SandboxTarget } from "./target";
import { UsageError } from "./usage";

/** Calls of a sandbox that the person's day is played with. */
export interface SandboxControl {
  /** Moves the clock forward; the watch records on. Gives what it says then. */
  advance: (seconds: number) => Promise<number>;
  /** What the watch recorded becomes visible; all of it, or what ended in a span. */
  sync: (span?: { from?: string; to?: string }) => Promise<void>;
}

/** The control calls of a sandbox. */
export function controlOf({ sandboxUrl: url, clock: now }: SandboxTarget): SandboxControl {
  const post = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(new URL(path, url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new UsageError(`The sandbox refused ${path}: ${await answer.text()}`);
  };
  return {
    advance: async (seconds) => {
      const later = await now() + seconds * 1000;
      await post("/_sandbox/clock", { now: new Date(later).toISOString() });
      return later;
    },
    sync: (span = {}) => post("/_sandbox/sync", span),
  };
}
