import type { CivilDate } from "../dates";
import type { Series, SeriesDay } from "../series";
import { statisticsOf } from "../statistics";

/** A body temperature that somebody took, by the local time at which they did. */
export interface CoreTemperature {
  dateTime: string;
  value: number;
}

export interface CoreRows {
  tempCore: CoreTemperature[];
}

/** What the temperatures of a day come to. */
export interface CoreFigures {
  coreTemperature: number;
  coreTemperatureMin: number;
  coreTemperatureMax: number;
}

/** Body temperatures by day, the oldest first. */
export type CoreSeries = Series<CoreRows, CoreFigures>;

/** A day of the series; none without any temperature. */
export function coreDay(
  date: CivilDate, tempCore: CoreTemperature[],
): SeriesDay<CoreRows, CoreFigures>[] {
  const statistics = statisticsOf(tempCore.map(({ value }) => value));
  if (!statistics) return [];
  const { mean, minimum, maximum } = statistics;
  return [{
    date,
    rows: { tempCore },
    figures: {
      coreTemperature: mean, coreTemperatureMin: minimum, coreTemperatureMax: maximum,
    },
  }];
}
