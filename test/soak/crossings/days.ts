import type { Person } from "../../../local/sandbox";
import { DAY, HOUR, utcDay } from "../time";

const numberOf = (day: string): number => Date.parse(day) / DAY;

/** The days from one to another, both included. */
export function daysUntil(first: string, last: string): string[] {
  const count = numberOf(last) - numberOf(first) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) =>
    utcDay(Date.parse(first) + i * DAY));
}

/** What the APIs may know of a day. */
export const totalsOf = (person: Person, day: string) => person.dayTotals(numberOf(day));

/** The user's day, as Fitbit knows it. */
export const todayOf = (person: Person): string => utcDay(person.today * DAY);

/** The last day that has begun anywhere on earth. */
export const latestDay = (now: number): string => utcDay(now + DAY);

/** Whether a local time (as if it were UTC) has come everywhere on earth, or may have come. */
export function hasCome(local: number, now: number): "surely" | "perhaps" | "no" {
  if (now >= local + 12 * HOUR) return "surely";
  return now >= local - 14 * HOUR ? "perhaps" : "no";
}
