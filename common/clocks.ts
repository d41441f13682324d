import { offsetIn } from "./dates";

/** The user's clock: their time zone, or the offset that it was last known to have, in ms. */
export type Clock = { timeZone: string } | { offset: number };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A clock's offset from UTC at an instant, in ms. */
export function offsetAt(clock: Clock, at: number): number {
  return "timeZone" in clock ? offsetIn(clock.timeZone, at) : clock.offset;
}

/**
 * The instant at which a clock shows a local time (ms as if it were UTC). A time that it shows
 * twice is the first one; one that it skips is as much later.
 */
export function instantOf(clock: Clock, local: number): number {
  const offsets = [local - DAY_MS, local + DAY_MS].map((at) => offsetAt(clock, at));
  const shown = offsets.find((offset) => offsetAt(clock, local - offset) === offset);
  return local - (shown ?? offsets[0] ?? 0);
}

/** When something was, in ms since 1970: an instant, or a local time as if it were UTC. */
export type Moment = { utc: number } | { local: number };

/** `2026-03-20T07:30:00.000` and what may follow: `Z`, or an offset such as `-07:00`. */
const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?)(?:(Z)|([+-])(\d\d):?(\d\d))?$/;

/** A time as an API writes it; its moment is NaN for what is none. */
export interface Written {
  moment: Moment;
  /** What the clock showed, in ms as if it were UTC. */
  wall: number;
  /** Its offset from UTC in ms; undefined for a local time without one. */
  offset: number | undefined;
}

/** Reads a time with an offset, in UTC, or without either: then it is local. */
export function readTime(text: string | undefined): Written {
  const [, time, utc, sign, hours, minutes] = TIME.exec(text ?? "") ?? [];
  const wall = Date.parse(`${time}Z`);
  if (!utc && !sign) return { moment: { local: wall }, wall, offset: undefined };
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
  // A zero has no sign: -0 would be another.
  const offset = size && (sign === "-" ? -size : size);
  return { moment: { utc: wall - offset }, wall, offset };
}

/**
 * Whether an offset that held then still holds: no time zone that had it then has another one
 * by now.
 */
export function holdsStill(offset: number, then: number, now: number): boolean {
  return Intl.supportedValuesOf("timeZone").every((zone) =>
    offsetIn(zone, then) !== offset || offsetIn(zone, now) === offset);
}
