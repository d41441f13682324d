import { isFields, textOf } from "../fields";
import type { Lasting } from "../overlap";
import { civilDateOf, figure, secondsOf } from "./values";

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

/** A record that says when it was. */
export type Timed<T> = T & { interval: Interval };

/** An instant, as the API writes it: no year of five digits. */
const INSTANT = /^\d{4}-.+T/;

/** Whether both ends are there, which the API promises. */
export function isSpan<T extends Partial<Interval>>(
  span: T | undefined,
): span is T & Interval {
  const ends = [span?.startTime, span?.endTime];
  return ends.every((time) => instant(time) !== undefined);
}

/** Whether a record says when it was: one that does not fits no list and no day. */
export function isTimed<T extends { interval?: Partial<Interval> }>(
  record: T | undefined,
): record is Timed<T> {
  return isSpan(record?.interval);
}

export const startOf = ({ startTime: time, startUtcOffset: offset }: Interval): Moment =>
  ({ time, offset });

export const endOf = ({ endTime: time, endUtcOffset: offset }: Interval): Moment =>
  ({ time, offset });

/** In ms, without the part of a second: Fitbit's times of sleeps and exercises have none. */
function wholeSeconds(time: string): number {
  return Math.floor(Date.parse(time) / 1_000) * 1_000;
}

/** Milliseconds from the beginning of an interval to its end, in whole seconds. */
export function lengthOf({ startTime, endTime }: Interval): number {
  return wholeSeconds(endTime) - wholeSeconds(startTime);
}

/** An interval by its instants, to the millisecond. */
export function lastingOf({ startTime, endTime }: Interval): Lasting {
  return { start: Date.parse(startTime), end: Date.parse(endTime) };
}

/** Which of two records comes first in a list, by instants and not by clocks. */
export function newestFirst<T extends { interval: Interval }>(a: T, b: T): number {
  return Date.parse(b.interval.startTime) - Date.parse(a.interval.startTime);
}

const DAY_MS = 86_400_000;

/** A stated offset in ms. One that is left out is unknown: it need not be Greenwich's. */
export function statedOffset(offset: unknown): number | undefined {
  return offsetWithin((secondsOf(offset) ?? NaN) * 1_000);
}

/** An offset, as far as a clock on earth may have it. */
function offsetWithin(ms: number): number | undefined {
  return Math.abs(ms) < DAY_MS ? ms : undefined;
}

/** The offset of a record from UTC, in ms; the API leaves a zero out. */
export function offsetMs(offset: string | undefined): number {
  return statedOffset(offset) ?? 0;
}

/**
 * The local time of a record, without offset: `2026-03-20T07:03:30.000`, always in whole
 * seconds. Sleep and exercise carry no civil times, so it is worked out from the record's own
 * offset.
 */
export function localTime({ time, offset }: Moment): string {
  return new Date(wholeSeconds(time) + offsetMs(offset)).toISOString().slice(0, 23);
}

/** The same with its offset: `2026-03-20T07:03:30.000-07:00`, or Z where that is none. */
export function localTimeWithOffset(moment: Moment): string {
  const minutes = Math.round(offsetMs(moment.offset) / 60_000);
  if (minutes === 0) return `${localTime(moment)}Z`;
  const clock = new Date(Math.abs(minutes) * 60_000).toISOString().slice(11, 16);
  return `${localTime(moment)}${minutes < 0 ? "-" : "+"}${clock}`;
}

/** A time in ms since 1970; undefined for none. */
export function instantMs(time: unknown): number | undefined {
  const text = textOf(time) ?? "";
  const ms = INSTANT.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** A time as Fitbit writes instants, `2026-03-20T14:41:07.000Z`; undefined for none. */
export function instant(time: unknown): string | undefined {
  const ms = instantMs(time);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

/** When something was, in ms since 1970, and by how much the user's clock was ahead. */
export interface Instant {
  at: number;
  offset?: number;
}

/**
 * An instant and the offset that is told of it, be it by the local time beside it; undefined
 * where nothing tells the instant.
 */
export function instantWith(
  time: unknown, utcOffset: unknown, civilTime?: unknown,
): Instant | undefined {
  const at = instantMs(time);
  if (at === undefined) return undefined;
  return { at, offset: statedOffset(utcOffset) ?? offsetBeside(civilTime, at) };
}

/** When a sample was taken. */
export function takenAt(sampleTime: unknown): Instant | undefined {
  if (!isFields(sampleTime)) return undefined;
  const { physicalTime, utcOffset, civilTime } = sampleTime;
  return instantWith(physicalTime, utcOffset, civilTime);
}

const MINUTE_MS = 60_000;

/** By how much a local time is ahead of its instant: clocks differ by whole minutes. */
function offsetBeside(civilTime: unknown, at: number): number | undefined {
  const ahead = (civilMs(civilTime) ?? NaN) - at;
  return offsetWithin(Math.round(ahead / MINUTE_MS) * MINUTE_MS);
}

/** A local time as if it were UTC, in ms; undefined for none. */
function civilMs(civilTime: unknown): number | undefined {
  if (!isFields(civilTime)) return undefined;
  const { date, time = {} } = civilTime;
  const day = civilDateOf(date);
  if (day === undefined || !isFields(time)) return undefined;
  const parts = ["hours", "minutes", "seconds"].map((field) => figure(time, field));
  const [hours = NaN, minutes = NaN, seconds = NaN] = parts;
  return Date.parse(day) + ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}
