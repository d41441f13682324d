import type { Missing } from "./answer";
import type { CivilDate } from "./dates";
import { lossOf } from "./losses";
import { cut, extentOf, inOrder, type Days, type RangeExtent } from "./ranges";
import { STEP_LIMITS } from "./wire/budget";
import { adding } from "./wire/errors";

/** Where something of each day comes from, a request a piece of the range. */
export interface DaySource<V> {
  /** What an answer lacks that lacks it. */
  parts: readonly string[];
  /** The most days of one request; left out, any number. */
  longest?: number;
  /** What it has of the days; a day that it has nothing of is left out. */
  ask(days: Days): Promise<Iterable<readonly [CivilDate, V]>>;
}

/** What sources have of the days of a range, as far as it was read. */
export interface DaysRead<V> {
  /** By day, the oldest first, and by source. */
  days: Map<CivilDate, Record<string, V>>;
  /** The first day that is left. */
  next?: CivilDate;
  /** What its request failed with. */
  error?: Error;
  missing?: Missing[];
}

/**
 * Reads sources side by side, in the fewest requests that each allows, and joins them by day.
 * What one is refused for is lost alone, unless all are refused; another failure ends the days
 * before the first one that it takes.
 * @param isWorthAsking whether a piece may hold anything
 */
export async function readDays<V>(
  sources: Record<string, DaySource<V>>,
  range: Days,
  isWorthAsking: (days: Days) => boolean = () => true,
): Promise<DaysRead<V>> {
  const lost = new Map<string, { error: unknown; missing: Missing[] }>();
  const found = new Map<CivilDate, Record<string, V>>();
  const tasks = Object.entries(sources)
    .flatMap(([name, source]) => cut(range, source.longest)
      .filter(isWorthAsking)
      .map((days) => ({ name, source, days })))
    .sort((a, b) => a.days.from.localeCompare(b.days.from));
  const ask = async ({ name, source, days }: typeof tasks[number]) => {
    if (lost.has(name)) return [];
    return await source.ask(days).catch((error: unknown) => {
      const loss = lossOf(error);
      if (!loss) throw adding(error, `It was asked for ${source.parts.join(", ")}.`);
      lost.set(name, { error, missing: source.parts.map((part) => ({ part, ...loss })) });
      return [];
    });
  };
  let next: CivilDate | undefined;
  let error: Error | undefined;
  for await (const part of inOrder(tasks, ask)) {
    if ("stop" in part) {
      next = part.stop.piece.days.from;
      error = part.stop.error;
      break;
    }
    const { name, days } = part.piece;
    for (const [date, value] of part.answer) {
      if (date < days.from || date > days.to) continue;
      found.set(date, { ...found.get(date), [name]: value });
    }
  }
  // What has nothing before the failure has nothing at all.
  if (error && next === range.from) throw error;
  const [refusal] = lost.values();
  if (refusal && lost.size === Object.keys(sources).length) throw refusal.error;
  const missing = eachPartOnce([...lost.values()].flatMap((loss) => loss.missing));
  return {
    days: inRange(found, next),
    ...next !== undefined && { next, error },
    ...missing.length && { missing },
  };
}

/** A part may need several sources. */
function eachPartOnce(missing: Missing[]): Missing[] {
  return [...new Map(missing.map((loss) => [loss.part, loss])).values()];
}

/** Two readings of a range, joined by day up to where both got. */
export function joinedDays<V>(one: DaysRead<V>, other: DaysRead<V>): DaysRead<V> {
  const dates = new Set([...one.days.keys(), ...other.days.keys()]);
  const days = new Map([...dates].map((date) =>
    [date, { ...one.days.get(date), ...other.days.get(date) }]));
  const [stop]: (DaysRead<V> | undefined)[] = [one, other]
    .filter(({ next }) => next !== undefined)
    .sort((a, b) => String(a.next).localeCompare(String(b.next)));
  const missing = [one, other].flatMap((read) => read.missing ?? []);
  return {
    days: inRange(days, stop?.next),
    ...stop && { next: stop.next, error: stop.error },
    ...missing.length && { missing },
  };
}

/** The days before one, the oldest first. */
function inRange<V>(days: Map<CivilDate, V>, before: CivilDate | undefined) {
  const known = [...days].filter(([date]) => before === undefined || date < before);
  return new Map(known.sort(([a], [b]) => a.localeCompare(b)));
}

/** A day of a series: its rows as Fitbit's answer holds them, by root, and its figures. */
export interface SeriesDay<R, F> {
  date: CivilDate;
  rows: R;
  figures: F;
}

/** Daily figures over a range, the oldest first, as far as it was read. */
export interface Series<R, F> extends Omit<DaysRead<never>, "days"> {
  days: SeriesDay<R, F>[];
}

/** What a series action returns. */
export type SeriesResult<R, F> = { [K in keyof R]-?: NonNullable<R[K]>[] }
  & { days: ({ date: CivilDate } & F)[]; missing?: Missing[] }
  & RangeExtent;

/**
 * A series in Fitbit's shape, its rows by root, and beside it the figures of each day as
 * numbers. What would be too large for a step ends before the day that is too much.
 */
export function seriesResult<R extends object, F extends object>(
  { days: all, missing, ...stop }: Series<R, F>,
  range: Days,
  roots: readonly (keyof R)[],
): SeriesResult<R, F> {
  const days = fitting(all);
  const next = all[days.length]?.date ?? stop.next;
  const rows = roots.map((root) =>
    [root, days.flatMap((day) => root in day.rows ? [day.rows[root]] : [])]);
  return {
    ...Object.fromEntries(rows) as { [K in keyof R]-?: NonNullable<R[K]>[] },
    days: days.map(({ date, figures }) => ({ date, ...figures })),
    ...extentOf(range, days.length, { ...stop, next }),
    missing,
  };
}

/** As many of the days as a step may return. */
function fitting<D>(days: D[]): D[] {
  let bytes = 0;
  const end = days.findIndex((day) => {
    bytes += Buffer.byteLength(JSON.stringify(day));
    return bytes > STEP_LIMITS.bytes;
  });
  return end < 1 ? days : days.slice(0, end);
}
