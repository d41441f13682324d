import type { CivilDate } from "../dates";
import { defined, numberOf } from "../fields";
import type { SeriesDay } from "../series";
import type { HeartFigures, HeartRows, HeartValue } from "./shapes";
import { zoneFigures } from "./zones";

type Day = SeriesDay<HeartRows, HeartFigures>;

/** Beats per minute; undefined for none, and for a 0: it stands where nothing was measured. */
export function rateOf(value: unknown): number | undefined {
  const rate = numberOf(value) ?? 0;
  return rate > 0 ? rate : undefined;
}

/**
 * A day of the series; none where nothing was measured. Of such a day Fitbit gives the limits
 * of the zones alone.
 */
export function heartDay(date: CivilDate, value: HeartValue): Day[] {
  const figures = figuresOf(value);
  if (!Object.keys(figures).length) return [];
  return [{ date, rows: { "activities-heart": { dateTime: date, value } }, figures }];
}

function figuresOf({ restingHeartRate, heartRateZones = [] }: HeartValue): HeartFigures {
  const minutes = Object.entries(zoneFigures).map(([zone, figure]) =>
    [figure, heartRateZones.find(({ name }) => name === zone)?.minutes]);
  return defined({ restingHeartRate, ...Object.fromEntries(minutes) as HeartFigures });
}
