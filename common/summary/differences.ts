import { approximate, type Difference } from "../difference";

/** What Google Health does not have of these records. */
export const summaryDifferences = {
  summaryDay: [
    approximate(
      "VO2 max of a day", ["vo2Max"], "With more digits; Fitbit has none beside a range.",
    ),
    approximate(
      "active minutes",
      ["activeMinutes"],
      "Counted by Google's own rules, while the watch is worn.",
    ),
  ],
} satisfies Record<string, readonly Difference[]>;
