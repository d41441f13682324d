import { interval } from "./records";

const HALF_MINUTE_MS = 30_000;

/** A type of stage, and how many half minutes it lasts. */
export type Part = [type: string, halves: number];

/** A short awakening: in which stage, how far from its beginning, and how long. */
export type Awakening = [stage: number, after: number, halves: number];

/** How many half minutes some stages last; of given types, or of all. */
export function halvesOf(parts: Part[], types = parts.map(([type]) => type)): number {
  return parts.reduce((sum, [type, halves]) => sum + (types.includes(type) ? halves : 0), 0);
}

/** A night with stages as Google tells of it, without its own summary. */
export function stagedNight(start: string, parts: Part[], awakenings: Awakening[] = []) {
  const begins = parts.map((_, i) => halvesOf(parts.slice(0, i)));
  const at = (halves: number) =>
    new Date(Date.parse(start) + halves * HALF_MINUTE_MS).toISOString().replace(".000Z", "Z");
  const span = (from: number, halves: number) => interval(at(from), at(from + halves));
  return {
    interval: span(0, halvesOf(parts)),
    type: "STAGES",
    stages: parts.map(([type, halves], i) => ({ ...span(begins[i] ?? 0, halves), type })),
    shortAwakenings: awakenings.map(([stage, after, halves]) =>
      ({ ...span((begins[stage] ?? 0) + after, halves), type: "AWAKE" })),
  };
}

/** What Google counts of some stages: short awakenings as sleep, half minutes not at all. */
export function googleSummary(parts: Part[]) {
  const minutesOf = (...types: string[]) => Math.floor(halvesOf(parts, types) / 2);
  const types = [...new Set(parts.map(([type]) => type))];
  const period = minutesOf(...types);
  const asleep = minutesOf("LIGHT", "DEEP", "REM");
  return {
    minutesInSleepPeriod: String(period),
    minutesAsleep: String(asleep),
    minutesAwake: String(period - asleep),
    minutesToFallAsleep: "0",
    minutesAfterWakeUp: "0",
    stagesSummary: types.map((type) => ({
      type,
      minutes: String(minutesOf(type)),
      count: String(parts.filter((part) => part[0] === type).length),
    })),
  };
}
