/**
 * The columns of a flat row, one day a row, in the order that a sheet keeps, with the units
 * that they have unless others are asked for: none is ever moved, and none left out.
 */
export const columns = [
  { name: "date" },
  { name: "steps" },
  { name: "distance", unit: "km" },
  { name: "floors" },
  { name: "calories", unit: "kcal" },
  { name: "activeMinutes", unit: "min" },
  { name: "activeZoneMinutes", unit: "min" },
  { name: "restingHeartRate", unit: "bpm" },
  { name: "sleepMinutes", unit: "min" },
  { name: "deepMinutes", unit: "min" },
  { name: "lightMinutes", unit: "min" },
  { name: "remMinutes", unit: "min" },
  { name: "awakeMinutes", unit: "min" },
  { name: "sleepStart" },
  { name: "sleepEnd" },
  { name: "hrv", unit: "ms" },
  { name: "spo2", unit: "%" },
  { name: "breathingRate", unit: "breaths/min" },
  { name: "skinTemperature", unit: "°C" },
  { name: "vo2Max", unit: "ml/kg/min" },
  { name: "weight", unit: "kg" },
  { name: "bodyFat", unit: "%" },
  { name: "bmi" },
  { name: "caloriesIn", unit: "kcal" },
  { name: "water", unit: "ml" },
] as const;

export type Column = typeof columns[number]["name"];
