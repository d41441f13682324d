import { absent, approximate, type Difference } from "../difference";

/** What Google Health does not have of these records. */
export const sleepDifferences = {
  sleepLog: [
    absent("`efficiency`", ["efficiency"]),
    absent("thirty-day averages", ["levels.summary[].thirtyDayAvgMinutes"]),
    approximate(
      "minutes of a night",
      ["levels.summary[].minutes", "minutesAsleep", "minutesAwake"],
      "Google leaves half minutes out, so that a level may be a minute less.",
    ),
    approximate(
      "`isMainSleep`",
      ["isMainSleep"],
      "Where Google does not say, it is the longest sleep of its day with stages, or else the longest; absent in the answer to a new sleep.",
    ),
    approximate(
      "`infoCode`",
      ["infoCode"],
      "Inferred from the status of the stages; absent where there is none.",
    ),
  ],
} satisfies Record<string, readonly Difference[]>;
