import { setTimeout as wait } from "node:timers/promises";
import type { ErrorReport } from "../runtime";
import { reportError } from "../runtime";

const EVENTS = ["uncaughtException", "unhandledRejection"] as const;

const ENDLESS
  = new Error("It waits for something that never comes: a promise that nothing settles.");

export interface Strays {
  /**
   * What `work` gives. When something is thrown outside of it meanwhile, what `failed` makes
   * of the first error, and of what `work` gave if it did within `graceMs`.
   */
  during: <T>(
    work: () => Promise<T>,
    failed: (stray: ErrorReport, given: T | undefined) => T | Promise<T>,
    graceMs?: number,
  ) => Promise<T>;
  stop: () => void;
}

/**
 * Hears what components throw outside of their calls: in a timer, in a promise that nobody
 * awaits. Unheard, it would end the process.
 * @param between told of what is thrown while nothing is waited for
 */
export function hearStrays(between: (error: ErrorReport) => void): Strays {
  let hear = between;
  const onStray = (thrown: unknown): void => hear(reportError(thrown));
  const giveUp = (): void => {
    if (hear !== between) onStray(ENDLESS);
  };
  EVENTS.forEach((event) => process.on(event, onStray));
  process.on("beforeExit", giveUp);
  return {
    during: async (work, failed, graceMs = 0) => {
      const strays: ErrorReport[] = [];
      const struck = new Promise<{ given: undefined; stray: ErrorReport }>((done) => {
        hear = (stray) => {
          strays.push(stray);
          void wait(graceMs).then(() => done({ given: undefined, stray }));
        };
      });
      try {
        const done = work().then((given) => ({ given, stray: undefined }));
        const first = await Promise.race([done, struck]);
        if (first.stray) return await failed(first.stray, undefined);
        // A rejected promise that nobody awaits is told of when this turn is over.
        await wait(0);
        return strays[0] ? await failed(strays[0], first.given) : first.given;
      } finally {
        hear = between;
      }
    },
    stop: () => {
      EVENTS.forEach((event) => process.off(event, onStray));
      process.off("beforeExit", giveUp);
    },
  };
}
