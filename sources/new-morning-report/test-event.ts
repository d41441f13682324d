import { columnUnits, flatRow } from "../../common/rows";

const date = "2026-03-20";

/** `missing` is there where something could not be read, or had not landed by then. */
export default {
  date,
  sentence: "7 h 12 min asleep, resting heart rate 58 bpm on 2026-03-20, 9,412 steps the day before",
  text: [
    "**2026-03-20**",
    "- 7 h 12 min asleep, 1 h 5 min deep sleep, 1 h 34 min REM sleep",
    "- resting heart rate 58 bpm, heart rate variability 41.2 ms, oxygen saturation 96.4 %, breathing rate 14.6 breaths/min",
    "- yesterday: 9,412 steps, distance 6.8 km, 2,310 kcal calories burned, 41 active zone minutes",
    "- not there yet: skin temperature",
  ].join("\n"),
  row: flatRow(date, {
    restingHeartRate: 58,
    sleepMinutes: 432,
    deepMinutes: 65,
    lightMinutes: 273,
    remMinutes: 94,
    awakeMinutes: 48,
    sleepStart: "2026-03-19T22:58",
    sleepEnd: "2026-03-20T06:58",
    hrv: 41.2,
    spo2: 96.4,
    breathingRate: 14.6,
    vo2Max: 46,
  }),
  yesterday: flatRow("2026-03-19", {
    steps: 9412,
    distance: 6.8,
    floors: 7,
    calories: 2310,
    activeMinutes: 42,
    activeZoneMinutes: 41,
    restingHeartRate: 59,
  }),
  units: columnUnits("metric"),
  missing: [
    {
      part: "skin temperature",
      why: "not yet",
    },
  ],
};
