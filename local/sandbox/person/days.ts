/** A civil day as its number since 1970-01-01: days are counted, compared and cached by it. */
export type Day = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const dayText = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The day that `text` (yyyy-MM-dd) names, or undefined when there is no such day. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // Date.parse rolls 02-30 over into March on some engines: compare with what was written.
  return Number.isNaN(ms) || dayText(ms / DAY) !== text ? undefined : ms / DAY;
}

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => (((day + 4) % 7) + 7) % 7;
export const isWeekend = (day: Day): boolean => weekday(day) % 6 === 0;

/** A stretch of time in epoch milliseconds, its end excluded. */
export interface Span { from: number; to: number }

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
