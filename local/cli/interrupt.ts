import { exit } from "./exit";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** npx passes on a Ctrl-C that the terminal has sent already: so soon, it is the same one. */
const SAME_MS = 200;

/** A request and its retries take 25 s: what goes on for longer may go on for ever. */
const GRACE_MS = 30_000;

export interface Interrupt {
  /** Aborted by Ctrl-C: what goes on is to be finished. */
  signal: AbortSignal;
  /** Ctrl-C has its usual effect again. */
  stop: () => void;
}

/**
 * Takes Ctrl-C as a wish to end; a second one ends the process at once, with 0, and so does
 * work that does not come to its end.
 */
export function onInterrupt(): Interrupt {
  const controller = new AbortController();
  let first = 0;
  let patience: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    if (!controller.signal.aborted) {
      first = performance.now();
      patience = setTimeout(() => exit(0), GRACE_MS).unref();
      controller.abort();
    } else if (performance.now() - first > SAME_MS) {
      exit(0);
    }
  };
  SIGNALS.forEach((name) => process.on(name, interrupt));
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(patience);
      SIGNALS.forEach((name) => process.off(name, interrupt));
    },
  };
}
