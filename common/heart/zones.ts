import { objectsIn, textOf } from "../fields";
import { numbersOf } from "../wire/records";
import type { HeartFigures, HeartRateZone } from "./shapes";

/** Fitbit's zones, the lowest first, and what a day's figures call the minutes in each. */
export const zoneFigures = {
  "Out of Range": "outOfRangeMinutes",
  "Fat Burn": "fatBurnMinutes",
  "Cardio": "cardioMinutes",
  "Peak": "peakMinutes",
} as const satisfies Record<string, keyof HeartFigures>;

export type ZoneName = keyof typeof zoneFigures;

/** The zones of a list; a figure that is none is absent. */
export function readZones(list: unknown): HeartRateZone[] {
  return objectsIn(list).flatMap((zone): HeartRateZone[] => {
    const name = textOf(zone.name);
    const figures = numbersOf(zone, "min", "max", "minutes", "caloriesOut");
    return name === undefined ? [] : [{ ...zone, ...figures, name }];
  });
}
