import { instantOf, offsetAt, type Clock } from "../clocks";
import type { Interval } from "./times";

/**
 * The interval of a record that begins at a local time of the user's clock; either end has the
 * offset of its own moment, so that a night across a change of the clocks keeps its length.
 */
export function newInterval(
  clock: Clock,
  { day, time }: { day: string; time: string },
  durationMs: number,
): Required<Interval> {
  const start = instantOf(clock, Date.parse(`${day}T${time}:00Z`));
  const end = start + durationMs;
  return {
    startTime: written(start),
    startUtcOffset: offset(clock, start),
    endTime: written(end),
    endUtcOffset: offset(clock, end),
  };
}

function written(ms: number): string {
  return new Date(ms).toISOString().replace(".000", "");
}

function offset(clock: Clock, at: number): string {
  return `${Math.round(offsetAt(clock, at) / 1_000)}s`;
}
