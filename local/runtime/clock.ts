import { AsyncLocalStorage } from "node:async_hooks";
import { format } from "node:util";
import { lend } from "./globals";

/** The present as epoch milliseconds, wherever it comes from. */
export type Clock = () => Promise<number>;
/** Takes what a component prints, a line each. */
export type Log = (line: string, level: LogLevel) => void;

const LEVELS = ["log", "info", "warn", "error", "debug"] as const;
export type LogLevel = (typeof LEVELS)[number];

const RealDate = globalThis.Date;

/** What one piece of work sees of the world, whatever else runs beside it. */
interface Surroundings {
  now?: () => number;
  log?: Log | undefined;
}

const surroundings = new AsyncLocalStorage<Surroundings>();

/** The time from an instant on, going on with real time. */
function timeFrom(start: number): () => number {
  const began = performance.now();
  return () => start + Math.floor(performance.now() - began);
}

/** `Date` by the clock of the work that asks; by this one where nothing says whose it is. */
function dateBy(usual: () => number): DateConstructor {
  const now = (): number => (surroundings.getStore()?.now ?? usual)();
  return new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => key === "now" ? now : Reflect.get(target, key) as unknown,
  });
}

function lendConsole(usual: Log): (() => void)[] {
  return LEVELS.map((level) => lend(console, level, (...args: unknown[]) => {
    const log = surroundings.getStore()?.log ?? usual;
    log(format(...args), level);
  }));
}

/**
 * Calls `work` with the global `Date` set to the clock, which is read once before, and with
 * what it prints sent to `log`. Both are put back whatever happens. Timers, `performance` and
 * durations stay real. Of several at once each has its own.
 */
export async function during<T>(
  { clock, log }: { clock?: Clock | undefined; log?: Log | undefined },
  work: () => Promise<T>,
): Promise<T> {
  const start = await clock?.();
  const now = start === undefined ? RealDate.now : timeFrom(start);
  const loans = [
    ...(start === undefined ? [] : [lend(globalThis, "Date", dateBy(now))]),
    ...(log ? lendConsole(log) : []),
  ];
  try {
    return await surroundings.run({ now, log }, work);
  } finally {
    loans.forEach((giveBack) => giveBack());
  }
}
