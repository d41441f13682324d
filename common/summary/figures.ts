import { BASELINE_DAYS, baselineOf, deviationsOff, type Baseline } from "../baseline";
import { addDays, isWithin, type CivilDate } from "../dates";
import { cut, type Days } from "../ranges";
import { columns, type Cells, type FigureColumn } from "../rows";
import { statisticsOf } from "../statistics";
import { rounded } from "../units";

/** What a figure comes to over the days asked for. */
export interface SummaryFigure {
  /** Of what adds up. */
  total?: number;
  mean: number;
  /** Days that it rests on. */
  n: number;
  /** Against the mean of as many days before, in percent. */
  change?: number;
  /** What was usual in the 28 days before the last day, and how far off that day is. */
  usual?: Baseline & { off?: number };
}

export type SummaryFigures = { [C in FigureColumn]?: SummaryFigure };

type Known = Map<CivilDate, Cells>;

/** The days of a summary; the last of them may not be over. */
export interface SummaryRange extends Days {
  isUnfinished: boolean;
}

/** Longer ranges are compared with nothing: it would take as much again. */
const LONGEST_COMPARED = 31;

/** As many days before; none where there would be too many. */
function before(range: Days): Days | undefined {
  const days = cut(range, 1).length;
  if (days > LONGEST_COMPARED) return undefined;
  return { from: addDays(range.from, -days), to: addDays(range.from, -1) };
}

/** The days that say what is usual before the last one. */
const daysBefore = ({ to }: Days): Days => (
  { from: addDays(to, -BASELINE_DAYS), to: addDays(to, -1) }
);

/** All days that a summary of some takes: those before them too. */
export function daysTaken(range: Days): Days {
  const taken = [range, daysBefore(range), before(range) ?? range];
  const beginnings = taken.map(({ from }) => from);
  return { from: beginnings.sort()[0] ?? range.from, to: range.to };
}

/**
 * What each figure comes to; one that no day has is left out. Of what adds up over a day, one
 * that is not over counts in the total alone.
 */
export function figuresOver(days: Known, range: SummaryRange): SummaryFigures {
  const entries = columns.flatMap((column) => {
    if (!("digits" in column) || "isDerived" in column) return [];
    const { name, digits } = column;
    const isGrowing = "isSum" in column && range.isUnfinished;
    const all = valuesOf(days, range, name);
    const finished = isGrowing ? { ...range, to: addDays(range.to, -1) } : range;
    const over = valuesOf(days, finished, name);
    const values = over.length ? over : all;
    const { mean } = statisticsOf(values) ?? {};
    if (mean === undefined) return [];
    const total = all.reduce((sum, value) => sum + value, 0);
    const figure: SummaryFigure = {
      ..."isSum" in column && { total: rounded(total, digits) },
      mean: rounded(mean, digits),
      n: values.length,
      ...over.length && !("isRelative" in column) && changeOf(mean, days, before(range), name),
      ...usually(days, range, { name, digits, isGrowing }),
    };
    return [[name, figure]];
  });
  return Object.fromEntries(entries) as SummaryFigures;
}

function valuesOf(days: Known, range: Days, column: FigureColumn): number[] {
  return [...days]
    .flatMap(([date, cells]) => isWithin(date, range) ? cells[column] ?? [] : []);
}

function changeOf(
  mean: number, days: Known, range: Days | undefined, column: FigureColumn,
): Pick<SummaryFigure, "change"> {
  const { mean: earlier } = (range && statisticsOf(valuesOf(days, range, column))) ?? {};
  return earlier ? { change: Math.round(100 * (mean - earlier) / Math.abs(earlier)) } : {};
}

function usually(
  days: Known,
  range: Days,
  { name, digits, isGrowing }: { name: FigureColumn; digits: number; isGrowing: boolean },
): Pick<SummaryFigure, "usual"> {
  const known = baselineOf(valuesOf(days, daysBefore(range), name));
  if (!known) return {};
  const last = isGrowing ? undefined : days.get(range.to)?.[name];
  const off = last === undefined ? undefined : deviationsOff(last, known);
  return {
    usual: {
      mean: rounded(known.mean, digits),
      sd: rounded(known.sd, digits),
      n: known.n,
      ...off !== undefined && { off: rounded(off, 1) },
    },
  };
}
