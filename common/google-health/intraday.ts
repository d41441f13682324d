import type { Call } from "../call";
import { instantOf, offsetAt, type Clock } from "../clocks";
import {
  cutWindow, fromWholeSample, localMs, minuteAt, secondsIn, type Granularity, type LocalMinute,
  type Sample, type Samples, type Window,
} from "../intraday";
import { inOrder } from "../ranges";
import { whole } from "../wire/pages";
import { readingOf, type Value } from "./daily";
import type { DataTypeId } from "./data-types";
import { clockOf } from "./days";
import { reconciled } from "./points";
import type { Requests } from "./requests";
import { mostWindows } from "./roll-ups";
import { instantMs, takenAt } from "./times";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** What a value has of a sample; undefined where it has none. */
type Read<F> = (value: Value) => F | undefined;

/** A sample of one figure. */
export function valued(value: number | undefined): { value: number } | undefined {
  return value === undefined ? undefined : { value };
}

/** Instants that a roll-up is asked for, and the local minute that they begin with. */
interface Piece {
  from: LocalMinute;
  start: number;
  end: number;
}

/**
 * Samples of equal length, as the API sums them up; of those without any it gives nothing.
 * They begin with the user's own quarters of an hour, be it a day on which clocks change.
 */
export async function* rolledUp<F extends { value: number }>(
  app: Requests,
  type: DataTypeId,
  window: Window,
  granularity: Granularity,
  read: Read<F>,
  call: Call,
): Samples<Sample & F> {
  const clock = await theirClock(app, window, call);
  const windowSeconds = secondsIn(granularity);
  const most = mostWindows(type, windowSeconds) * windowSeconds * 1_000;
  const samples = fromWholeSample(window, granularity);
  const pieces = piecesOf(samples, clock, windowSeconds * 1_000, most);
  yield* inOrder(pieces, async ({ start, end }) => {
    const range = { from: iso(start), before: iso(end), windowSeconds };
    const sums = await whole(app.getRollUp(type, range, call));
    return sums.flatMap(({ startTime, ...point }) => {
      const at = instantMs(startTime);
      const value = readingOf(point, type);
      const figures = value && read(value);
      if (at === undefined || !figures) return [];
      return [{ at, sample: { ...placeAt(at + offsetAt(clock, at)), ...figures } }];
    }).sort((a, b) => a.at - b.at).map(({ sample }) => sample);
  });
}

/**
 * Each sample of a window once, for one instant may be told under two offsets, by the clock
 * that it was taken under, or else the user's.
 */
export async function* samplesOfType(
  app: Requests, type: DataTypeId, window: Window, read: Read<{ value: number }>, call: Call,
): Samples<Sample> {
  yield* inOrder(cutWindow(window, DAY_MINUTES), async ({ from, to }) => {
    const before = minuteAt(localMs(to) + MINUTE_MS);
    const span = { civil: { from: civil(from), before: civil(before) } };
    const points = await whole(reconciled(app, type, { span }, call));
    const known = new Set<number>();
    const taken = points.flatMap((point) => {
      const value = readingOf(point, type);
      const time = takenAt(value?.sampleTime);
      const figure = value && read(value);
      if (!time || !figure || known.has(time.at)) return [];
      known.add(time.at);
      return [{ ...time, figure }];
    });
    const isTold = taken.every(({ offset }) => offset !== undefined);
    const clock = isTold ? { offset: 0 } : await theirClock(app, window, call);
    return taken.map(({ at, offset = offsetAt(clock, at), figure }) => (
      { ...placeAt(at + offset), ...figure }
    )).sort((a, b) => `${a.date}${a.time}`.localeCompare(`${b.date}${b.time}`));
  });
}

/** The clock that a record was made under, or else the user's. */
async function theirClock(
  app: Requests, { offset }: Window, call: Call,
): Promise<Clock> {
  return offset === undefined ? await clockOf(app, call) : { offset };
}

/** The instants of a window, whole samples long, in pieces of at most so many ms. */
function piecesOf({ from, to }: Window, clock: Clock, length: number, most: number): Piece[] {
  const first = instantOf(clock, localMs(from));
  const last = instantOf(clock, localMs(to) + MINUTE_MS);
  const end = first + Math.ceil((last - first) / length) * length;
  return Array.from({ length: Math.ceil((end - first) / most) }, (_, i) => {
    const start = first + i * most;
    const local = minuteAt(start + offsetAt(clock, start));
    return { from: local, start, end: Math.min(start + most, end) };
  });
}

function placeAt(local: number): Pick<Sample, "date" | "time"> {
  const text = iso(local);
  return { date: text.slice(0, 10), time: text.slice(11, 19) };
}

const iso = (ms: number): string => new Date(ms).toISOString();

const civil = ({ day, time }: LocalMinute): string => `${day}T${time}:00`;
