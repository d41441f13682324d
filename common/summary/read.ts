import type { Missing } from "../answer";
import type { Call } from "../call";
import type { CivilDate } from "../dates";
import { lossOf } from "../losses";
import type { Days } from "../ranges";
import type { Cells } from "../rows";
import { failedWith } from "../wire/errors";
import { summaryParts, type PartRead, type SummaryApi, type SummaryPart } from "./parts";
import { meant } from "./worn";

/** What is known of each day, and what could not be read. */
export interface SummaryRead {
  days: Map<CivilDate, Cells>;
  missing: Missing[];
}

/**
 * Reads every part of the days side by side. A part that is refused or fails is named, and
 * takes nothing else with it; what every part would meet again is thrown.
 */
export async function readSummary(
  app: SummaryApi, range: Days, call: Call,
): Promise<SummaryRead> {
  const [first, ...others] = summaryParts;
  const begun = first ? [await readPart(first, app, range, call)] : [];
  const parts = [
    ...begun,
    ...await Promise.all(others.map((part) => readPart(part, app, range, call))),
  ];
  const failures = parts.flatMap(({ error }) => error ?? []);
  const [failure] = failures;
  if (failure && failures.length === parts.length) throw failure;
  const dates = new Set(parts.flatMap(({ days }) => [...days.keys()]));
  const days = [...dates].sort().map((date): [CivilDate, Cells] => {
    const cells = parts.map((part) => part.days.get(date) ?? {});
    return [date, meant(Object.assign({}, ...cells) as Cells)];
  });
  return { days: new Map(days), missing: parts.flatMap(({ missing = [] }) => missing) };
}

/** What nothing of this connection is answered to. */
const OF_ALL = [
  "expired_token", "api_off", "api_disabled", "account_not_ready", "connection_lost",
] as const;

async function readPart(
  { name, read }: SummaryPart, app: SummaryApi, range: Days, call: Call,
): Promise<Omit<PartRead, "next">> {
  try {
    const { days, next, missing = [] } = await read(app, range, call);
    const cut = { part: `${name} from ${String(next)} on`, why: "failed" } as const;
    return { days, missing: next === undefined ? missing : [...missing, cut] };
  } catch (error) {
    if (!(error instanceof Error) || failedWith(error, ...OF_ALL)) throw error;
    const loss = lossOf(error) ?? { why: "failed" };
    return { days: new Map(), error, missing: [{ part: name, ...loss }] };
  }
}
