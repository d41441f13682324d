export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** From one instant to another, in epoch ms. */
export interface Time { start: number; end: number }

export const utcDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const utcMinute = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

/** The part of the shorter of two times that both cover; not above 0 when they are apart. */
export function overlap(a: Time, b: Time): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / Math.min(a.end - a.start, b.end - b.start);
}

/** The same of the longer. */
export function overlapOfLonger(a: Time, b: Time): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / Math.max(a.end - a.start, b.end - b.start);
}

export const endedAfter = <T extends { end: number }>(since: number, all: T[]): T[] =>
  all.filter(({ end }) => end > since);
