import type { Emitted } from "../runtime";
import type { Paint } from "./output";

/** `2026-03-20 06:30 UTC`, of epoch milliseconds. */
export function minuteOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** An event as a line: when it was, in UTC, and what. */
export function eventLine({ id, summary, ts }: Emitted, paint: Paint): string {
  const what = summary ?? String(id ?? "An event");
  return `${paint.green("●")} ${paint.dim(minuteOf(ts))}  ${paint.bold(what)}`;
}

/** `1 event`, `2 events`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
