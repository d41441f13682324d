import { secondsOf } from "./values";

/** An instant and the offset that the user's clock had then. */
export interface Moment {
  time: string;
  offset: string | undefined;
}

/** The span of a sleep, an exercise or a stage. */
export interface Interval {
  startTime: string;
  startUtcOffset?: string;
  endTime: string;
  endUtcOffset?: string;
}

export const startOf = ({ startTime: time, startUtcOffset: offset }: Interval): Moment =>
  ({ time, offset });

export const endOf = ({ endTime: time, endUtcOffset: offset }: Interval): Moment =>
  ({ time, offset });

/** Milliseconds from the beginning of an interval to its end. */
export function lengthOf({ startTime, endTime }: Interval): number {
  return Date.parse(endTime) - Date.parse(startTime);
}

/** An offset from UTC in ms; the API leaves a zero out. */
export function offsetMs(offset: string | undefined): number {
  return (secondsOf(offset) ?? 0) * 1_000;
}

/**
 * The local time of a record, without offset: `2026-03-20T07:03:30.000`. Sleep and exercise
 * carry no civil times, so it is worked out from the record's own offset.
 */
export function localTime({ time, offset }: Moment): string {
  return new Date(Date.parse(time) + offsetMs(offset)).toISOString().slice(0, 23);
}

/** The same with its offset: `2026-03-20T07:03:30.000-07:00`. */
export function localTimeWithOffset(moment: Moment): string {
  const minutes = Math.round(offsetMs(moment.offset) / 60_000);
  const clock = new Date(Math.abs(minutes) * 60_000).toISOString().slice(11, 16);
  return `${localTime(moment)}${minutes < 0 ? "-" : "+"}${clock}`;
}

/** A time as Fitbit writes instants: `2026-03-20T14:41:07.000Z`. */
export function instant(time: string): string {
  return new Date(time).toISOString();
}
