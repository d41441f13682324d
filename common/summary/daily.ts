import type { Call } from "../call";
import { isWithin, upTo, type CivilDate } from "../dates";
import type { Days } from "../ranges";
import { columns, unitOf, type FigureColumn } from "../rows";
import { rounded, type UnitSystem } from "../units";
import { ApiError } from "../wire/errors";
import { summaryParts, type SummaryApi } from "./parts";
import { DAILY } from "./worn";

/** A figure of each day, by its column of a flat row. */
export type DailyFigures = Map<CivilDate, number>;

/** What a metric is in; undefined for a count. */
export function unitOfMetric(name: FigureColumn, system: UnitSystem | undefined) {
  const column = columns.find((one) => one.name === name);
  return column && unitOf(column, system);
}

/** From a day on, up to the last that has begun anywhere on earth. */
export function daysFrom(from: CivilDate, now: number): Days {
  return { from, to: upTo(undefined, now) };
}

/** Which figures are wanted. */
export interface DailyQuery {
  column: FigureColumn;
  range: Days;
  /** Whether a day with nothing of it counts, if the watch was worn. */
  zeros: boolean;
  /** The days on which a watch was worn, where they are known already. */
  worn?: readonly CivilDate[];
}

/**
 * The figures of a column, without those of days on which nothing says that the watch was
 * worn. A failure is thrown: it leaves nothing to judge by.
 */
export async function readDaily(
  app: SummaryApi, query: DailyQuery, call: Call,
): Promise<DailyFigures> {
  const { column, range, zeros } = query;
  const figures = await readColumn(app, column, range, call);
  if (!DAILY.includes(column)) return figures;
  const worn = query.worn
    ?? (isAskedApart(column, zeros) ? await daysWithSteps(app, range, call) : []);
  const isWorn = (date: CivilDate, figure: number) =>
    (figure > 0 && column !== BASAL) || worn.includes(date);
  const known = [...figures].filter(([date, figure]) => isWorn(date, figure));
  // What is counted on other days may be left out of a day with nothing of it.
  const none = zeros && figures.size && isAskedApart(column, zeros) && column !== BASAL
    ? worn.filter((date) => !figures.has(date) && isWithin(date, range))
    : [];
  return new Map([...known, ...none.map((date) => [date, 0] as const)].sort());
}

async function daysWithSteps(app: SummaryApi, range: Days, call: Call): Promise<CivilDate[]> {
  const steps = await readColumn(app, "steps", range, call);
  return [...steps].flatMap(([date, count]) => count > 0 ? [date] : []);
}

/** It has a figure of any day: what is burned at rest. */
const BASAL: FigureColumn = "calories";
/** Who wears a watch all day has some of these. */
const NEVER_NONE: readonly FigureColumn[] = ["steps", "distance"];

/** Whether something else has to say that the watch was worn. */
function isAskedApart(column: FigureColumn, zeros: boolean): boolean {
  return column === BASAL || (zeros && !NEVER_NONE.includes(column));
}

async function readColumn(
  app: SummaryApi, column: FigureColumn, range: Days, call: Call,
): Promise<DailyFigures> {
  const part = summaryParts.find((one) => one.columns.includes(column));
  if (!part) return new Map();
  const { days, error, missing } = await part.read(app, range, call, [column]);
  if (error) throw error;
  if (missing?.length) {
    throw new ApiError("unexpected", `Not all of ${part.name} could be read. It is tried again at the next poll.`);
  }
  const digits = columns.flatMap((one) =>
    one.name === column && "digits" in one ? one.digits : [])[0] ?? 0;
  return new Map([...days].flatMap(([date, { [column]: figure }]): [CivilDate, number][] =>
    figure === undefined ? [] : [[date, rounded(figure, digits)]]));
}
