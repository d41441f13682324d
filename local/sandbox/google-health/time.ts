import { DAY, type Day, HOUR, MINUTE, parseDay, SECOND } from "../person/days";
import type { Timeline } from "../person/timeline";

/** An instant and how far local time was ahead of UTC then. Milliseconds. */
export interface Moment { at: number; offset: number }

export const momentOf = (timeline: Timeline, at: number): Moment =>
  ({ at, offset: timeline.offsetAt(at) });

/** Local time as if it were UTC. */
export const wallOf = ({ at, offset }: Moment): number => at + offset;

// Writing.

/** RFC 3339 in UTC, without a fraction of zero. */
export const timestamp = (ms: number): string =>
  new Date(ms).toISOString().replace(".000Z", "Z");

export const duration = (ms: number): string => `${ms / SECOND}s`;

export function date(day: Day) {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** Midnight is an empty time: zeros are left out. */
export function civil(wall: number) {
  const day = Math.floor(wall / DAY);
  const ms = wall - day * DAY;
  const parts = {
    hours: Math.floor(ms / HOUR),
    minutes: Math.floor((ms % HOUR) / MINUTE),
    seconds: Math.floor((ms % MINUTE) / SECOND),
    nanos: Math.round((ms % SECOND) * 1e6),
  };
  return {
    date: date(day),
    time: Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== 0)),
  };
}

/** An interval as sleep and exercise have it. */
export const sessionInterval = (start: Moment, end: Moment) => ({
  startTime: timestamp(start.at),
  startUtcOffset: duration(start.offset),
  endTime: timestamp(end.at),
  endUtcOffset: duration(end.offset),
});

export const observationInterval = (start: Moment, end: Moment) => ({
  ...sessionInterval(start, end),
  civilStartTime: civil(wallOf(start)),
  civilEndTime: civil(wallOf(end)),
});

export const sampleTime = (moment: Moment) => ({
  physicalTime: timestamp(moment.at),
  utcOffset: duration(moment.offset),
  civilTime: civil(wallOf(moment)),
});

// Reading: undefined for what has another form.

const STAMP = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

export function instantOf(text: string): number | undefined {
  const [matched, day = ""] = STAMP.exec(text) ?? [];
  const ms = matched === undefined || parseDay(day) === undefined ? NaN : Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

export const durationOf = (text: string): number | undefined =>
  (/^-?\d+(\.\d{1,9})?s$/.test(text)
    ? Math.round(Number(text.slice(0, -1)) * SECOND)
    : undefined);

const CIVIL = /^(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]):([0-5]\d):([0-5]\d))?$/;

/** Local time (yyyy-MM-dd, or yyyy-MM-ddTHH:mm:ss) as if it were UTC. */
export function civilOf(text: string): number | undefined {
  const [, date = "", hours = "0", minutes = "0", seconds = "0"] = CIVIL.exec(text) ?? [];
  const day = parseDay(date);
  if (day === undefined) return undefined;
  const time = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  return day * DAY + time;
}
