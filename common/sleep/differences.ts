import { absent, approximate, type Difference } from "../difference";

/** What Google Health does not have of these records. */
export const sleepDifferences = {
  sleepLog: [
    absent("`efficiency`", ["efficiency"]),
    absent("thirty-day averages", ["levels.summary[].thirtyDayAvgMinutes"]),
    approximate(
      "`infoCode`",
      ["infoCode"],
      "Inferred from the status of the stages; absent where there is none.",
    ),
  ],
} satisfies Record<string, readonly Difference[]>;
