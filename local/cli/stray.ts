import { syncBuiltinESMExports } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import type { ErrorReport } from "../runtime";
import { lend } from "../runtime/globals";
import { reportError } from "../runtime/report";

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

type Hear = (error: ErrorReport, isRejection: boolean) => void;

/** Has `process.exit` tell of its call, and throw: a component must not end the command. */
function lendExit(tell: (error: Error) => void): () => void {
  const refuse = (code?: number | string | null): never => {
    const called = `process.exit(${code ?? ""})`;
    const error = new Error(
      `It called ${called}, which ends the process: return instead, or use $.flow.exit.`,
    );
    tell(error);
    throw error;
  };
  const giveBack = lend(process, "exit", refuse);
  // `import { exit } from "node:process"` sees the replacement too.
  syncBuiltinESMExports();
  return () => {
    giveBack();
    syncBuiltinESMExports();
  };
}

/** Listens to what ends a process unless it is heard; gives back how to stop. */
function listen(hear: Hear): () => void {
  const told = new WeakSet<Error>();
  const take = (thrown: unknown, isRejection: boolean): void => {
    // A call of process.exit is told of when it is made, and may come here as well.
    if (thrown instanceof Error && told.has(thrown)) return;
    hear(reportError(thrown), isRejection);
  };
  const onException = (thrown: unknown): void => take(thrown, false);
  const onRejection = (thrown: unknown): void => take(thrown, true);
  const giveBackExit = lendExit((error) => {
    take(error, false);
    told.add(error);
  });
  process.on("uncaughtException", onException);
  process.on("unhandledRejection", onRejection);
  return () => {
    process.off("uncaughtException", onException);
    process.off("unhandledRejection", onRejection);
    giveBackExit();
  };
}

/**
 * Hears what components throw outside of their calls: in a timer, in a promise that nobody
 * awaits. Unheard, it would end the process, and so would `process.exit`.
 * @param between told of what is thrown while nothing is waited for
 */
export function hearStrays(between: (error: ErrorReport) => void): Strays {
  let hear: Hear = between;
  const unlisten = listen((error, isRejection) => hear(error, isRejection));
  const giveUp = (): void => {
    if (hear !== between) hear(reportError(ENDLESS), false);
  };
  process.on("beforeExit", giveUp);
  return {
    during: async (work, failed, graceMs = 0) => {
      const strays: ErrorReport[] = [];
      let isOver = false;
      const struck = new Promise<{ given: undefined; stray: ErrorReport }>((done) => {
        hear = (stray, isRejection) => {
          // What is thrown once it is over came of something that it left running.
          if (isOver && !isRejection) {
            between(stray);
            return;
          }
          strays.push(stray);
          void wait(graceMs).then(() => done({ given: undefined, stray }));
        };
      });
      try {
        const done = work().then((given) => {
          isOver = true;
          return { given, stray: undefined };
        });
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
      unlisten();
      process.off("beforeExit", giveUp);
    },
  };
}
