/**
 * The columns of a flat row, one day a row, in the order that a sheet keeps: a column is never
 * moved and never left out. A metric's own row, in its resource, says its unit.
 */
export const columns = [
  "date",
  "steps", "distance", "floors", "calories", "activeMinutes", "activeZoneMinutes",
  "restingHeartRate",
  "sleepMinutes", "deepMinutes", "lightMinutes", "remMinutes", "awakeMinutes",
  "sleepStart", "sleepEnd",
  "hrv", "spo2", "breathingRate", "skinTemperature", "vo2Max",
  "weight", "bodyFat", "bmi",
  "caloriesIn", "water",
] as const;

export type Column = typeof columns[number];
