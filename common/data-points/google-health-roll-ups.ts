import type { Call } from "../call";
import { instantOf, offsetAt } from "../clocks";
import { addDays, type CivilDate } from "../dates";
import type { RollUpPoint } from "../google-health/answers";
import type { Value } from "../google-health/daily";
import { dataTypes, type DataTypeId } from "../google-health/data-types";
import { clockOf } from "../google-health/days";
import type { Family } from "../google-health/points";
import type { Requests } from "../google-health/requests";
import { mostWindows } from "../google-health/roll-ups";
import { instant } from "../google-health/times";
import { civilDateOf, valueOf } from "../google-health/values";
import {
  FIRST_MINUTE, localMs, minuteAt, type LocalMinute, type Window, type WindowExtent,
} from "../intraday";
import { cut, extentOf, inOrder, type Days, type Stop } from "../ranges";
import { STEP_LIMITS } from "../wire/budget";
import { whole } from "../wire/pages";

/** What a type comes to in a window of time, as the API says it. */
export interface RollUpRow extends Value {
  /** The user's own day that the window begins on. */
  date: CivilDate;
  /** The local time that it begins at, where it is no window of days. */
  time?: string;
  /** The last of its days, where they are several. */
  endDate?: CivilDate;
}

/** Windows in order, as far as they were read. */
export interface RollUps {
  rows: RollUpRow[];
  /** Where the first window begins that is left. */
  next?: LocalMinute;
  error?: Error;
}

/** What a roll-up between times says that it covers. */
export function extentOfWindow(
  { from, to }: Window, { rows, next, error }: RollUps,
): WindowExtent {
  return {
    ...extentOf({ from: from.day, to: to.day }, rows.length, { next: next?.day, error }),
    startTime: from.time,
    endTime: to.time,
    ...next && { nextStartTime: next.time },
  };
}

/** Windows of so many of the user's own days; those without a reading are left out. */
export async function daysRolledUp(
  app: Requests,
  type: DataTypeId,
  days: Days,
  { windowDays, family }: { windowDays: number; family?: Family },
  call: Call,
): Promise<RollUps> {
  const { rollUpDays: most, unionKey } = dataTypes[type];
  const pieces = cut(days, most && Math.floor(most / windowDays) * windowDays)
    .map((piece) => ({ piece, from: { day: piece.from, time: FIRST_MINUTE } }));
  return await fitting(inOrder(pieces, async ({ piece }) => {
    const sums = await whole(app.getDailyRollUp(type, { ...piece, windowDays, family }, call));
    return sums.flatMap(({ civilStartTime, civilEndTime, ...point }): RollUpRow[] => {
      const value = readingOf(point, unionKey);
      const [date, before] = [civilStartTime?.date, civilEndTime?.date].map(civilDateOf);
      if (!value || date === undefined) return [];
      const isSeveral = windowDays > 1 && before !== undefined;
      return [{ date, ...isSeveral && { endDate: addDays(before, -1) }, ...value }];
    }).sort((a, b) => a.date.localeCompare(b.date));
  }));
}

/**
 * Windows of so many seconds, the first of which begins with the window of time and the last
 * of which is whole; those without a reading are left out.
 */
export async function rolledUpBy(
  app: Requests,
  type: DataTypeId,
  window: Window,
  { windowSeconds, family }: { windowSeconds: number; family?: Family },
  call: Call,
): Promise<RollUps> {
  const most = wholeMinutes(mostWindows(type, windowSeconds), windowSeconds);
  const clock = await clockOf(app, call);
  const length = windowSeconds * 1_000;
  const first = instantOf(clock, localMs(window.from));
  const end = instantOf(clock, localMs(window.to) + MINUTE_MS);
  const windows = Math.ceil((end - first) / length);
  const local = (at: number) => at + offsetAt(clock, at);
  const pieces = Array.from({ length: Math.ceil(windows / most) }, (_, i) => {
    const start = first + i * most * length;
    const count = Math.min(most, windows - i * most);
    return { start, end: start + count * length, from: minuteAt(local(start)) };
  });
  return await fitting(inOrder(pieces, async ({ start, end: before }) => {
    const range = { from: iso(start), before: iso(before), windowSeconds, family };
    const sums = await whole(app.getRollUp(type, range, call));
    return sums.flatMap((point) => {
      const startTime = instant(point.startTime);
      const value = readingOf(point, dataTypes[type].unionKey);
      if (!value || startTime === undefined) return [];
      const at = Date.parse(startTime);
      const text = iso(local(at));
      const row = { date: text.slice(0, 10), time: text.slice(11, 19), startTime, ...value };
      return [{ at, row }];
    }).sort((a, b) => a.at - b.at).map(({ row }) => row);
  }));
}

const MINUTE_MS = 60_000;

const iso = (ms: number): string => new Date(ms).toISOString();

/** What a window comes to; an empty value is no reading. */
function readingOf(point: RollUpPoint, unionKey: string): Value | undefined {
  const value = valueOf<Value>(point, unionKey);
  return value && Object.keys(value).length ? value : undefined;
}

/** As many windows as fit into so many, and end with a minute where any such number does. */
function wholeMinutes(most: number, windowSeconds: number): number {
  const step = Array.from({ length: 60 }, (_, i) => i + 1)
    .find((windows) => windows * windowSeconds % 60 === 0) ?? 1;
  return most < step ? most : Math.floor(most / step) * step;
}

type Parts = AsyncIterable<{ answer: RollUpRow[] } | { stop: Stop<{ from: LocalMinute }> }>;

/** As many rows as a step may return; what is left begins with a whole minute. */
async function fitting(parts: Parts): Promise<RollUps> {
  const rows: RollUpRow[] = [];
  let bytes = 0;
  for await (const part of parts) {
    if ("stop" in part) {
      return { rows, next: part.stop.piece.from, error: part.stop.error };
    }
    for (const row of part.answer) {
      bytes += Buffer.byteLength(JSON.stringify(row)) + 1;
      if (bytes > STEP_LIMITS.bytes) return upToMinute([...rows, row]);
      rows.push(row);
    }
  }
  return { rows };
}

/** The rows before the last one that begins with a minute. */
function upToMinute(rows: RollUpRow[]): RollUps {
  const isOnMinute = ({ time = FIRST_MINUTE }: RollUpRow) => /^\d\d:\d\d(:00)?$/.test(time);
  const last = rows.map(isOnMinute).lastIndexOf(true);
  const { date, time = FIRST_MINUTE } = rows[last] as RollUpRow;
  return { rows: rows.slice(0, last), next: { day: date, time: time.slice(0, 5) } };
}
