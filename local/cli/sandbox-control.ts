import type { Clock } from "../runtime";
import type { Target } from "./target";
import { UsageError } from "./usage";

/** Calls of a sandbox that the person's day is played with. */
export interface SandboxControl {
  /** Moves the clock forward; the watch records on. */
  advance: (seconds: number) => Promise<void>;
  /** What the watch recorded becomes visible; all of it, or what lies in a span. */
  sync: (span?: { from?: string; to?: string }) => Promise<void>;
}

/** The control calls of a target's sandbox; none without one. */
export function controlOf({ sandboxUrl, clock }: Target): SandboxControl | undefined {
  return sandboxUrl && clock ? controlAt(sandboxUrl, clock) : undefined;
}

function controlAt(url: string, now: Clock): SandboxControl {
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
      const later = new Date(await now() + seconds * 1000);
      await post("/_sandbox/clock", { now: later.toISOString() });
    },
    sync: (span = {}) => post("/_sandbox/sync", span),
  };
}
