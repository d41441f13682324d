import type { Missing } from "../answer";
import type { Call } from "../call";
import { isWithin, type CivilDate, type DayInput } from "../dates";
import { writeStepFile } from "../files";
import { cut, type Days } from "../ranges";
import { columnUnits, flatRow, toCsv, type Cells, type FlatRow } from "../rows";
import {
  daysTaken, figuresOver, type SummaryFigures, type SummaryRange,
} from "./figures";
import type { SummaryApi } from "./parts";
import { readSummary } from "./read";
import { summarySentence, summaryText } from "./text";
import { isWorn } from "./worn";

/** How new the newest of the data is. */
export interface Freshness {
  /** The newest day on which something says that the watch was worn. */
  newest?: CivilDate;
  /** Days since then, by the days asked for. */
  daysAgo?: number;
}

/** What a person's days come to. */
export interface HealthSummary {
  startDate: CivilDate;
  endDate: CivilDate;
  text: string;
  days: FlatRow[];
  units: Record<string, string>;
  figures: SummaryFigures;
  freshness: Freshness;
  missing?: Missing[];
  filePath?: string;
  fileSize?: number;
}

/** Reads what there is of some days and of those that they are held against. */
export async function summarize(
  app: SummaryApi, range: SummaryRange, { csv }: { csv: boolean }, call: Call,
): Promise<{ summary: HealthSummary; sentence: string }> {
  const { days, missing } = await readSummary(app, daysTaken(range), call);
  const figures = figuresOver(days, range);
  const told = { range, days, figures, system: call.unitSystem };
  const rows = cut(range, 1).map(({ from: date }) => flatRow(date, days.get(date) ?? {}));
  const name = `health-summary-${range.from}-${range.to}.csv`;
  return {
    sentence: summarySentence(told),
    summary: {
      startDate: range.from,
      endDate: range.to,
      text: summaryText(told),
      days: rows,
      units: columnUnits(call.unitSystem),
      figures,
      freshness: freshnessOf(days, range),
      ...missing.length && { missing },
      ...csv && await writeStepFile(name, toCsv(rows)),
    },
  };
}

const DAY_MS = 86_400_000;
const HALF_A_DAY_MS = DAY_MS / 2;

/** Whether a day that is written so, and is this date, may not be over for the user. */
export function mayGoOn(day: DayInput | undefined, date: CivilDate, now: number): boolean {
  if (day && "date" in day) return now < Date.parse(date) + DAY_MS + HALF_A_DAY_MS;
  return (day?.daysAgo ?? 0) === 0;
}

function freshnessOf(days: Map<CivilDate, Cells>, { to }: Days): Freshness {
  const newest = [...days]
    .filter(([date, cells]) => isWithin(date, { to }) && isWorn(cells))
    .at(-1)?.[0];
  if (newest === undefined) return {};
  return { newest, daysAgo: (Date.parse(to) - Date.parse(newest)) / DAY_MS };
}
