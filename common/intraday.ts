import { ConfigurationError } from "@pipedream/platform";
import type { Call } from "./call";
import { readTime as readInstant } from "./clocks";
import { readRange, type CivilDate, type DayInput } from "./dates";
import type { DaysApi } from "./days";
import { readTime } from "./input";
import type { Given } from "./pipedream";
import { extentOf, inWords, rangeSoFar, type RangeExtent, type Stop } from "./ranges";
import { statisticsOf, type Statistics } from "./statistics";
import { STEP_LIMITS } from "./wire/budget";

/** A minute of the user's clock: `HH:mm`. */
export interface LocalMinute {
  day: CivilDate;
  time: string;
}

/** From one minute of the user's clock to another, both included. */
export interface Window {
  from: LocalMinute;
  to: LocalMinute;
  /** The clock's offset from UTC then, in ms, where a record tells it. */
  offset?: number;
}

/** How fine samples may be, and how many seconds that is. */
const SECONDS = { "1sec": 1, "1min": 60, "5min": 300, "15min": 900 };

export type Granularity = keyof typeof SECONDS;

/** The choices of a Granularity prop; the last is what is meant where none is made. */
export const granularities = [
  "1sec", "1min", "5min", "15min",
] as const satisfies Granularity[];

export const secondsIn = (granularity: Granularity): number => SECONDS[granularity];

/** The parts of Fitbit's answer that say how fine its samples are. */
export function datasetOf(granularity: Granularity) {
  const isSecond = granularity === "1sec";
  return {
    datasetInterval: isSecond ? 1 : SECONDS[granularity] / 60,
    datasetType: isSecond ? "second" : "minute",
  };
}

/** A figure at a local time, `HH:mm:ss`. */
export interface Sample {
  date: CivilDate;
  time: string;
  value: number;
}

/** The samples of a window, a request's at a time, the oldest first. */
export type Samples<R extends Sample> = AsyncIterable<
  { answer: R[] } | { stop: Stop<Pick<Window, "from">> }
>;

/** The days and the times that a window begins and ends with. */
type WindowSpan = Pick<WindowExtent, "startDate" | "startTime" | "endDate" | "endTime">;

/** What an intraday action gives beside its samples. */
export interface WindowExtent extends RangeExtent, Partial<Statistics> {
  startTime: string;
  endTime: string;
  nextStartTime?: string;
}

export const FIRST_MINUTE = "00:00";
export const LAST_MINUTE = "23:59";

/** A window as a user writes it. */
export interface WindowInput {
  days: { from: DayInput; to: DayInput };
  times: { from: string; to: string };
}

/**
 * Reads the days and the times of a window: whole days, and one alone, where nothing else is
 * said. Throws a ConfigurationError that names the prop.
 */
export function readWindow({ startDate, endDate, startTime, endTime }: {
  startDate: Given<string | undefined>;
  endDate: Given<string | undefined>;
  startTime: Given<string | undefined>;
  endTime: Given<string | undefined>;
}): WindowInput {
  const { from, to } = readRange({ startDate, endDate });
  const first = from ?? to ?? { daysAgo: 0 };
  const input = {
    days: { from: first, to: to ?? first },
    times: {
      from: readTime("Start Time", startTime, FIRST_MINUTE),
      to: readTime("End Time", endTime, LAST_MINUTE),
    },
  };
  const isOneDay = JSON.stringify(input.days.from) === JSON.stringify(input.days.to);
  if (isOneDay) inOrderOfTime(input.times);
  return input;
}

/** The window that is meant. Throws a ConfigurationError for one that ends too soon. */
export async function windowOf(
  app: Pick<DaysApi, "getCivilRange">, { days, times }: WindowInput, call: Call,
): Promise<Window> {
  const { from = "", to = from } = await app.getCivilRange(days, call);
  if (from === to) inOrderOfTime(times);
  return { from: { day: from, time: times.from }, to: { day: to, time: times.to } };
}

function inOrderOfTime({ from, to }: WindowInput["times"]): void {
  if (from <= to) return;
  throw new ConfigurationError(
    `End Time (${to}) is before Start Time (${from}): where the time between them passes midnight, End Date is the day after Start Date.`,
  );
}

/** The window of a record by its start, with or without offset, and its length. */
export function windowAround(start: string, durationMs = 0): Window {
  const { wall, offset } = readInstant(start);
  const last = wall + Math.max(durationMs - 1, 0);
  return { from: minuteAt(wall), to: minuteAt(last), offset };
}

const MINUTE_MS = 60_000;

/** A minute of the user's clock in ms as if it were UTC. */
export function localMs({ day, time }: LocalMinute): number {
  return Date.parse(`${day}T${time}:00Z`);
}

/** Such a time as a minute. */
export function minuteAt(ms: number): LocalMinute {
  const text = new Date(ms).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

/** A window that begins with a whole sample. */
export function fromWholeSample({ from, ...rest }: Window, granularity: Granularity): Window {
  const length = secondsIn(granularity) * 1_000;
  return { from: minuteAt(Math.floor(localMs(from) / length) * length), ...rest };
}

/** A window in pieces of at most so many minutes, the oldest first. */
export function cutWindow({ from, to, offset }: Window, minutes: number): Window[] {
  const pieces: Window[] = [];
  const last = localMs(to);
  for (let start = localMs(from); start <= last; start += minutes * MINUTE_MS) {
    const end = Math.min(start + (minutes - 1) * MINUTE_MS, last);
    pieces.push({ from: minuteAt(start), to: minuteAt(end), offset });
  }
  return pieces;
}

/** Whether a sample lies in a window. */
export function isDuring({ date, time }: Sample, { from, to }: Window): boolean {
  const minute = time.slice(0, 5);
  const isAfter = date === from.day ? minute >= from.time : date > from.day;
  return isAfter && (date === to.day ? minute <= to.time : date < to.day);
}

export interface Collected<R> {
  samples: R[];
  extent: WindowExtent;
  error?: Error;
}

/**
 * Reads a window as far as its samples fit into a step's answer, and says what they come to.
 * Where they do not, it ends with a whole minute, and goes on with the next.
 */
export async function collectSamples<R extends Sample>(
  all: Samples<R>, window: Window,
): Promise<Collected<R>> {
  const samples: R[] = [];
  let bytes = 0;
  let stop: { next: LocalMinute; error?: Error } | undefined;
  read: for await (const part of all) {
    if ("stop" in part) {
      stop = { next: part.stop.piece.from, error: part.stop.error };
      break;
    }
    for (const sample of part.answer) {
      bytes += Buffer.byteLength(JSON.stringify(sample)) + 1;
      if (bytes > STEP_LIMITS.bytes) {
        stop = { next: { day: sample.date, time: sample.time.slice(0, 5) } };
        break read;
      }
      samples.push(sample);
    }
  }
  const kept = stop ? before(samples, stop.next) : samples;
  const range = { from: window.from.day, to: window.to.day };
  return {
    samples: kept,
    extent: {
      ...extentOf(range, kept.length, { next: stop?.next.day, error: stop?.error }),
      startTime: window.from.time,
      endTime: window.to.time,
      ...stop && { nextStartTime: stop.next.time },
      ...statisticsOf(kept.map(({ value }) => value)),
    },
    error: stop?.error,
  };
}

/** Those up to a minute, when a clock shows it first: it may show an hour twice. */
function before<R extends Sample>(samples: R[], { day, time }: LocalMinute): R[] {
  const end = samples.findIndex((sample) => `${sample.date}${sample.time}` >= `${day}${time}`);
  return end < 0 ? samples : samples.slice(0, end);
}

/** `from 07:00 to 08:30 on 2026-03-20`; whole days are named alone. */
export function windowInWords(extent: WindowSpan & Partial<WindowExtent>): string {
  const { startDate, startTime, endDate, endTime } = extent;
  if (startTime === FIRST_MINUTE && endTime === LAST_MINUTE) return inWords(extent);
  if (startDate === endDate) return `from ${startTime} to ${endTime} on ${startDate}`;
  return `from ${startDate} ${startTime} to ${endDate} ${endTime}`;
}

/** What an intraday action says of its samples, and of those that it could not give. */
export function windowSoFar(
  sentence: string, extent: WindowExtent, now: number, error?: Error,
): string {
  const said = rangeSoFar(sentence, extent, now, error);
  const { nextStartTime: time } = extent;
  return said.replace("as Start Date", `as Start Date and ${time} as Start Time`);
}
