import type { Missing } from "../answer";
import type { Call } from "../call";
import type { CivilDate } from "../dates";
import { lossOf } from "../losses";
import type { Days } from "../ranges";
import type { Cells, FigureColumn } from "../rows";
import { summaryParts, type SummaryApi, type SummaryPart } from "./parts";

/** What a part has of the days; or why it is lost alone. */
export type Asked = { days: Map<CivilDate, Cells>; missing: Missing[] }
  & ({ error?: undefined } | { error: unknown });

/** What a report lacks: what is lost to it, or has not landed by then. */
export type Lacking = Missing | { part: string; why: "not yet" };

/** Asks for a part, once however often it is wanted. */
export type Asking = (part: SummaryPart) => Promise<Asked>;

/**
 * Asks for parts of some days. What one is refused for is lost alone; any other failure is
 * thrown, since what is told but once is told whole.
 */
export function askingFor(app: SummaryApi, range: Days, call: Call): Asking {
  const asked = new Map<SummaryPart, Promise<Asked>>();
  return (part) => {
    const answer = asked.get(part) ?? askPart(part, app, range, call);
    asked.set(part, answer);
    return answer;
  };
}

/** The part that fills a column. */
export function partOf(column: FigureColumn): SummaryPart {
  const part = summaryParts.find(({ columns }) => columns.includes(column));
  if (part) return part;
  throw new Error(`No part fills ${column}.`);
}

async function askPart(
  { name, read }: SummaryPart, app: SummaryApi, range: Days, call: Call,
): Promise<Asked> {
  try {
    const { days, error, missing = [] } = await read(app, range, call);
    if (error) throw error;
    return { days, missing };
  } catch (error) {
    const loss = lossOf(error);
    if (!loss) throw error;
    return { days: new Map(), missing: [{ part: name, ...loss }], error };
  }
}
