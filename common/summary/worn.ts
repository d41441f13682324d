import type { Cells, FigureColumn } from "../rows";

/** What nothing but a watch on the wrist gives; a 0 of it tells nothing. */
const TELLING: readonly FigureColumn[] = [
  "steps", "floors", "activeMinutes", "activeZoneMinutes", "restingHeartRate", "sleepMinutes",
  "hrv", "spo2", "breathingRate", "skinTemperature",
];

/** What Fitbit gives of every day, worn or not: no steps, and what is burned at rest. */
export const DAILY: readonly FigureColumn[] = [
  "steps", "distance", "floors", "calories", "activeMinutes", "activeZoneMinutes",
];

/** Whether anything says that the watch was worn. */
export function isWorn(cells: Cells): boolean {
  return TELLING.some((column) => cells[column]);
}

/** A day without the figures that mean nothing, since the watch was not worn. */
export function meant(cells: Cells): Cells {
  if (isWorn(cells)) return cells;
  const known = Object.entries(cells).filter(([column]) =>
    !DAILY.some((daily) => daily === column));
  return Object.fromEntries(known);
}
