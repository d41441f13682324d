import type { Call } from "../call";
import { addDays, type CivilDate } from "../dates";
import { allOf } from "../ranges";
import { columns, columnUnits, flatRow, type Cells, type FlatRow } from "../rows";
import { partOf, type Asking, type Lacking } from "./asking";
import { morningSentence, morningText } from "./morning-text";
import type { NightMetric } from "./night-metrics";
import { summaryParts } from "./parts";
import { meant } from "./worn";

/** The last night, its metrics and yesterday. */
export interface MorningReport {
  date: CivilDate;
  sentence: string;
  /** Markdown. */
  text: string;
  /** The day that has begun: its night, and what was measured in it. */
  row: FlatRow;
  /** The day before, which is over. */
  yesterday: FlatRow;
  units: Record<string, string>;
  missing?: Lacking[];
}

/**
 * Reads all that is told of a morning, and names what is not there. A refusal of everything is
 * thrown: there is nothing to tell.
 */
export async function morningReport(
  date: CivilDate, ask: Asking, metrics: readonly NightMetric[], { unitSystem }: Call,
): Promise<MorningReport> {
  const asked = await allOf(summaryParts, ask);
  if (asked.every(({ error }) => error !== undefined)) throw asked[0]?.error;
  const cellsOf = (day: CivilDate) =>
    Object.assign({}, ...asked.map(({ days }) => days.get(day) ?? {})) as Cells;
  const before = addDays(date, -1);
  const told = { date, night: begun(cellsOf(date)), yesterday: meant(cellsOf(before)) };
  const ofNight = ["sleepMinutes" as const, ...metrics];
  const late = await Promise.all([
    ...ofNight.map(async (column) => {
      const { days, error } = await ask(partOf(column));
      return error === undefined && !days.has(date) ? [partOf(column).name] : [];
    }),
    ask(partOf("steps")).then(({ error }) =>
      error === undefined && !told.yesterday.steps ? ["yesterday"] : []),
  ]);
  const missing = [
    ...asked.flatMap(({ missing: lost }) => lost),
    ...late.flat().map((part): Lacking => ({ part, why: "not yet" })),
  ];
  const words = { ...told, missing, system: unitSystem };
  return {
    date,
    sentence: morningSentence(words),
    text: morningText(words),
    row: flatRow(date, told.night),
    yesterday: flatRow(before, told.yesterday),
    units: columnUnits(unitSystem),
    ...missing.length && { missing },
  };
}

/** Of a day that has only begun, what does not grow until its end. */
function begun(cells: Cells): Cells {
  return Object.fromEntries(columns.flatMap((column) => {
    const value = cells[column.name];
    return value === undefined || "isSum" in column ? [] : [[column.name, value]];
  }));
}
