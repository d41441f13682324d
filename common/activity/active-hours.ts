import { ConfigurationError } from "@pipedream/platform";
import { offsetAt, type Clock } from "../clocks";
import { addDays, type CivilDate } from "../dates";
import { readChoices, readInteger, readTime } from "../input";
import { minuteAt } from "../intraday";
import type { Given } from "../pipedream";

export const weekdays = [
  "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
] as const;

type Weekday = typeof weekdays[number];

/** Which hours count, how many steps are enough in one, and when one is judged. */
export interface ActiveHours {
  /** Local times, `HH:mm`; the end may lie behind midnight. */
  from: string;
  to: string;
  /** The days on which they begin; none stands for all. */
  days: Weekday[];
  steps: number;
  /** How long after its end an hour is judged. */
  allowanceMs: number;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Reads which hours count. Throws a ConfigurationError for what is none. */
export function readActiveHours(given: {
  startTime: Given<string | undefined>;
  endTime: Given<string | undefined>;
  days: Given<string[] | undefined>;
  minimumSteps: Given<number | undefined>;
  allowanceMinutes: Given<number | undefined>;
}): ActiveHours {
  const from = readTime("Start Time", given.startTime, "09:00");
  const to = readTime("End Time", given.endTime, "18:00");
  if (lengthOf({ from, to }) < HOUR_MS) {
    throw new ConfigurationError(`End Time (${to}) is less than an hour after Start Time (${from}): no whole hour lies between them.`);
  }
  const steps = { min: 1, max: 10_000, example: "250" };
  const minutes = { min: 0, max: 720, example: "60" };
  return {
    from,
    to,
    days: readChoices("Days", given.days, weekdays),
    steps: readInteger("Minimum Steps", given.minimumSteps, steps) ?? 250,
    allowanceMs: MINUTE_MS
      * (readInteger("Allowance (Minutes)", given.allowanceMinutes, minutes) ?? 60),
  };
}

const msOf = (time: string): number => Date.parse(`1970-01-01T${time}:00Z`);

/** From the first time to the last; the same twice is a whole day. */
function lengthOf({ from, to }: Pick<ActiveHours, "from" | "to">): number {
  const length = msOf(to) - msOf(from);
  return length > 0 ? length : length + 24 * HOUR_MS;
}

/** An hour of the user's clock. */
export interface ClockHour {
  /** When it begins, in ms since 1970. */
  start: number;
  /** The clock's offset from UTC then, in ms. */
  offset: number;
}

/**
 * The hours that count and are to be judged by now, of those that begin from an instant on.
 * They are the clock's own hours in the order of instants, so that none is met twice or passed
 * over where it is changed.
 */
export function hoursDue(
  hours: ActiveHours, clock: Clock, since: number, now: number,
): ClockHour[] {
  const due: ClockHour[] = [];
  for (let start = hourFrom(since, clock); start + HOUR_MS + hours.allowanceMs <= now;) {
    const offset = offsetAt(clock, start);
    if (isActive(hours, start + offset)) due.push({ start, offset });
    start = hourFrom(start + HOUR_MS, clock);
  }
  return due;
}

/** The first full hour of a clock from an instant on. */
function hourFrom(at: number, clock: Clock): number {
  const local = at + offsetAt(clock, at);
  return at + Math.ceil(local / HOUR_MS) * HOUR_MS - local;
}

/** Whether an hour that begins at a local time (ms as if it were UTC) counts. */
function isActive({ from, to, days }: ActiveHours, local: number): boolean {
  const { day, time } = minuteAt(local);
  const sinceFrom = (msOf(time) - msOf(from) + 24 * HOUR_MS) % (24 * HOUR_MS);
  if (sinceFrom + HOUR_MS > lengthOf({ from, to })) return false;
  const began = time < from ? addDays(day, -1) : day;
  return !days.length || days.includes(weekdayOf(began));
}

function weekdayOf(day: CivilDate): Weekday {
  return weekdays[new Date(day).getUTCDay()] ?? "Sunday";
}
