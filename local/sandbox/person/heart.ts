import { MINUTE, SECOND } from "./days";
import type { Minutes } from "./minutes";

/** What the pulse was at a moment (epoch ms). */
export interface HeartReading { at: number; rate: number }

/** Seconds from one reading to the next, [fewest, most]: at rest, and in effort. */
const AT_REST = [5, 12] as const;
const IN_EFFORT = [2, 5] as const;
const EFFORT_LEVEL = 2;

/** The same for a minute each time: 0 to 255. */
const noise = (minute: number, n: number): number =>
  Math.imul(minute * 31 + n, 0x9e3779b1) >>> 24;

/** At which seconds of a minute the watch reads the pulse. */
function secondsOf(minute: number, [fewest, most]: readonly [number, number]): number[] {
  const seconds: number[] = [];
  for (let second = noise(minute, 0) % fewest; second < 60;) {
    seconds.push(second);
    second += fewest + noise(minute, seconds.length) % (most - fewest + 1);
  }
  return seconds;
}

/**
 * The readings of a minute, of which the mean is its heart rate; none while the watch is off
 * its wrist.
 */
export function heartReadings(
  { start, heartRate, level }: Minutes, i: number,
): HeartReading[] {
  const rate = heartRate[i] ?? 0;
  if (rate === 0) return [];
  const from = start + i * MINUTE;
  const minute = from / MINUTE;
  const isEffort = [EFFORT_LEVEL, EFFORT_LEVEL + 1].includes(level[i] ?? 0);
  const seconds = secondsOf(minute, isEffort ? IN_EFFORT : AT_REST);
  return seconds.map((second, n) => {
    // Two and two differ from the mean by as much, to either side.
    const isPaired = n % 2 === 1 || n + 1 < seconds.length;
    const apart = isPaired ? noise(minute, 64 + (n >> 1)) % 3 : 0;
    return { at: from + second * SECOND, rate: rate + (n % 2 === 1 ? -apart : apart) };
  });
}
