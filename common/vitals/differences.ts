import { absent, approximate, type Difference } from "../difference";

/** What Google Health does not have of these records. */
export const vitalsDifferences = {
  hrvReading: [
    absent("coverage of HRV readings", ["value.coverage"]),
    approximate(
      "HF and LF of HRV readings", ["value.hf", "value.lf"], "The API tells them of few readings.",
    ),
  ],
  skinTemperature: [
    absent("the sensor of a skin temperature", ["logType"]),
  ],
  cardioScore: [
    approximate(
      "VO2 max, a number where Fitbit may have a range",
      ["value.vo2Max"],
      "Fitbit has whole numbers, or a range without runs with GPS.",
    ),
  ],
  cardioFigures: [
    approximate(
      "VO2 max of a day", ["vo2Max"], "With more digits; Fitbit has none beside a range.",
    ),
    absent("the ends of a range", ["vo2MaxLow", "vo2MaxHigh"]),
  ],
} satisfies Record<string, readonly Difference[]>;
