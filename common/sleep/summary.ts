import { picked } from "../fields";
import type { Listed } from "../lists";
import type { SleepLog, StageSummary } from "./shapes";

/** What a sleep keeps in a summary, on both apps, and what each of its levels does. */
const FIELDS = [
  "logId", "dateOfSleep", "startTime", "endTime", "duration", "timeInBed", "minutesAsleep",
  "minutesAwake", "isMainSleep", "type",
] as const;
const LEVEL_FIELDS = ["count", "minutes"] as const;

/** Sleeps of a list, by the day that they ended. */
export const sleepList: Listed<SleepLog> = {
  dayOf: ({ dateOfSleep }) => dateOfSleep,
  summaryOf: (log) => ({ ...picked(log, FIELDS), levels: levelsOf(log) }),
};

function levelsOf({ levels }: Partial<SleepLog>): SleepLog["levels"] {
  const entries = Object.entries<StageSummary>(levels?.summary ?? {});
  return {
    summary: Object.fromEntries(
      entries.map(([level, figures]) => [level, picked(figures, LEVEL_FIELDS)]),
    ),
  };
}
