import { approximate, type Difference } from "../difference";

const SOURCE = approximate(
  "`source`",
  ["source"],
  "The name that Google has of the device or the app; what a person entered is `API`, as on Fitbit.",
);
const TIME = approximate(
  "the time of what was recorded without one",
  ["time"],
  "It is the present, or the end of a day that is over; Fitbit has 23:59:59, and no other time for body fat.",
);

/** What Google Health does not have of these records. */
export const bodyDifferences = {
  weightLog: [
    SOURCE,
    TIME,
    approximate(
      "`bmi`",
      ["bmi"],
      "Worked out from the weight and the height that was known then; absent in the answer to a new weighing.",
    ),
    approximate(
      "`fat`",
      ["fat"],
      "The body fat that was measured within two minutes of the weight; absent in the answer to a new weighing.",
    ),
  ],
  bodyFatLog: [SOURCE, TIME],
  bodyFigures: [
    approximate(
      "days without a weighing, and with several",
      ["weight", "fat", "bmi"],
      "The former are left out, where Fitbit has the last known figure; of the latter it is the mean, where Fitbit has the last one.",
    ),
  ],
} satisfies Record<string, readonly Difference[]>;
