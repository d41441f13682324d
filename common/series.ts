import type { Missing } from "./answer";
import { isWithin, type CivilDate } from "./dates";
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
  /** The source without which it has nothing: where that has no day, it is not asked. */
  within?: string;
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

/** A piece of the range that a source is asked for. */
interface Task<V> {
  name: string;
  source: DaySource<V>;
  days: Days;
}

type Entries<V> = (readonly [CivilDate, V])[];

/**
 * Reads sources side by side, in the fewest requests that each allows, and joins them by day.
 * What one is refused for is lost alone, unless all are refused; another failure ends the days
 * before the first one that it takes.
 */
export async function readDays<V>(
  sources: Record<string, DaySource<V>>, range: Days,
): Promise<DaysRead<V>> {
  const lost = new Map<string, { error: unknown; missing: Missing[] }>();
  const found = new Map<CivilDate, Record<string, V>>();
  const tasks = tasksOf(sources, range);
  const asked = new Map<Task<V>, Promise<Entries<V>>>();
  const mayHold = async ({ source: { within }, days }: Task<V>) => {
    if (within === undefined) return true;
    const needed = [...asked].filter(([task]) =>
      task.name === within && task.days.from <= days.to && task.days.to >= days.from);
    const entries = await Promise.all(needed.map(([, answer]) => answer));
    return lost.has(within) || entries.flat().some(([date]) => isWithin(date, days));
  };
  const answerOf = async (task: Task<V>) => {
    const { name, source, days } = task;
    if (!await mayHold(task) || lost.has(name)) return [];
    try {
      return [...await source.ask(days)];
    } catch (error) {
      const loss = lossOf(error);
      if (!loss) throw adding(error, `It was asked for ${source.parts.join(", ")}.`);
      lost.set(name, { error, missing: source.parts.map((part) => ({ part, ...loss })) });
      return [];
    }
  };
  const ask = (task: Task<V>) => {
    const answer = answerOf(task);
    asked.set(task, answer);
    return answer;
  };
  let stop: { next?: CivilDate; error?: Error } = {};
  for await (const part of inOrder(tasks, ask)) {
    if ("stop" in part) {
      const left = tasks.slice(tasks.indexOf(part.stop.piece)).map(({ days }) => days.from);
      stop = { next: left.sort()[0], error: part.stop.error };
      break;
    }
    const { name, days } = part.piece;
    for (const [date, value] of part.answer) {
      if (isWithin(date, days)) found.set(date, { ...found.get(date), [name]: value });
    }
  }
  // What has nothing before the failure has nothing at all.
  if (stop.error && stop.next === range.from) throw stop.error;
  const [refusal] = lost.values();
  if (refusal && lost.size === Object.keys(sources).length) throw refusal.error;
  const missing = eachPartOnce([...lost.values()].flatMap((loss) => loss.missing));
  return { days: before(found, stop.next), ...stop, ...missing.length && { missing } };
}

/** The pieces of all sources, the oldest first; one that needs another's days comes behind. */
function tasksOf<V>(sources: Record<string, DaySource<V>>, range: Days): Task<V>[] {
  const due = ({ source, days }: Task<V>) =>
    source.within === undefined ? days.from : `${days.to} `;
  return Object.entries(sources)
    .flatMap(([name, source]) =>
      cut(range, source.longest).map((days) => ({ name, source, days })))
    .sort((a, b) => due(a).localeCompare(due(b)));
}

/** A part may need several sources. */
function eachPartOnce(missing: Missing[]): Missing[] {
  return [...new Map(missing.map((loss) => [loss.part, loss])).values()];
}

/** The days before one, the oldest first; all where it is left out. */
function before<V>(days: Map<CivilDate, V>, next: CivilDate | undefined) {
  const known = [...days].filter(([date]) => next === undefined || date < next);
  return new Map(known.sort(([a], [b]) => a.localeCompare(b)));
}

/**
 * A day of a series: its row as Fitbit's answer holds it, by root, or its rows, and its
 * figures.
 */
export interface SeriesDay<R, F> {
  date: CivilDate;
  rows: R;
  figures: F;
}

/** Daily figures over a range, the oldest first, as far as it was read. */
export interface Series<R, F> extends Omit<DaysRead<never>, "days"> {
  days: SeriesDay<R, F>[];
}

/** What a day may have several of. */
type Each<T> = T extends readonly (infer Row)[] ? Row : T;

/** What a series action returns: rows under a root where that was asked for. */
export type SeriesResult<R, F> = { [K in keyof R]: Each<NonNullable<R[K]>>[] }
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
    [root, days.flatMap((day) => root in day.rows ? [day.rows[root]].flat() : [])]);
  return {
    ...Object.fromEntries(rows) as { [K in keyof R]: Each<NonNullable<R[K]>>[] },
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
