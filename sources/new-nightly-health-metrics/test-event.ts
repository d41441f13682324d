import { columnUnits, flatRow } from "../../common/rows";

const date = "2026-03-19";

/** `missing` is there where something could not be read, or had not landed by then. */
export default {
  date,
  row: flatRow(date, {
    restingHeartRate: 58,
    hrv: 41.2,
    spo2: 96.4,
    breathingRate: 14.6,
    skinTemperature: -0.3,
  }),
  units: columnUnits("metric"),
  missing: [
    {
      part: "cardio fitness",
      why: "not yet",
    },
  ],
};
