import { format } from "node:util";
import { lend } from "./globals";

/** The present as epoch milliseconds, wherever it comes from. */
export type Clock = () => Promise<number>;
/** Takes what a component prints, a line each. */
export type Log = (line: string, level: LogLevel) => void;

const LEVELS = ["log", "info", "warn", "error", "debug"] as const;
export type LogLevel = (typeof LEVELS)[number];

const RealDate = globalThis.Date;

/** `Date` starting at an instant and going on with real time. */
function dateFrom(start: number): DateConstructor {
  const began = performance.now();
  const now = (): number => start + Math.floor(performance.now() - began);
  return new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => key === "now" ? now : Reflect.get(target, key) as unknown,
  });
}

function lendConsole(log: Log): (() => void)[] {
  return LEVELS.map((level) => lend(console, level, (...args: unknown[]) => {
    log(format(...args), level);
  }));
}

/**
 * Calls `work` with the global `Date` set to the clock, which is read once before, and with
 * what it prints sent to `log`. Both are put back whatever happens. Timers, `performance` and
 * durations stay real.
 */
export async function during<T>(
  { clock, log }: { clock?: Clock | undefined; log?: Log | undefined },
  work: () => Promise<T>,
): Promise<T> {
  const start = await clock?.();
  const loans = [
    ...(start === undefined ? [] : [lend(globalThis, "Date", dateFrom(start))]),
    ...(log ? lendConsole(log) : []),
  ];
  try {
    return await work();
  } finally {
    loans.forEach((giveBack) => giveBack());
  }
}
