import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** What this process has cost so far; of its memory, what is in use. */
export interface Cost { cpuSeconds: number; heapMB: number; rssMB: number }

export function costSoFar(): Cost {
  collectGarbage();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss } = process.memoryUsage();
  return { cpuSeconds: (user + system) / 1e6, heapMB: heapUsed / 1e6, rssMB: rss / 1e6 };
}

/** What so many histories have cost between the two, in words. */
export function costOf(runs: number, before: Cost, after: Cost): string {
  const seconds = ((after.cpuSeconds - before.cpuSeconds) / runs).toFixed(2);
  const grown = (name: "heapMB" | "rssMB") =>
    `${before[name].toFixed()} to ${after[name].toFixed()} MB`;
  return `${seconds} s of CPU a history; heap ${grown("heapMB")}, RSS ${grown("rssMB")}`;
}
