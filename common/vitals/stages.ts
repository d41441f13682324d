import type { CivilDate } from "../dates";
import { isFields } from "../fields";
import type { Series, SeriesDay } from "../series";
import { measuredOf } from "./metrics";

/** Fitbit's names for what it tells of breathing, and what a day's figures call it. */
const STAGES = {
  fullSleepSummary: "fullSleepBreathingRate",
  deepSleepSummary: "deepSleepBreathingRate",
  lightSleepSummary: "lightSleepBreathingRate",
  remSleepSummary: "remSleepBreathingRate",
} as const;

type Stage = keyof typeof STAGES;

/** Breaths per minute by stage; a stage in which they were not counted is absent. */
export type StagesValue = { [S in Stage]?: { breathingRate: number } };
export type StagesFigures = { [S in Stage as typeof STAGES[S]]?: number };

/** A night by the day that it ended on. */
export interface StagesRow {
  dateTime: CivilDate;
  value: StagesValue;
}

export interface StagesRows {
  br: StagesRow;
}

/** Breathing rates of nights by stage, the oldest first. */
export type StagesSeries = Series<StagesRows, StagesFigures>;

/** A night of the series; none where nothing was counted. */
export function stagesDay(
  date: CivilDate, value: Partial<Record<string, unknown>>,
): SeriesDay<StagesRows, StagesFigures>[] {
  const counted = Object.entries(STAGES).flatMap(([stage, name]) => {
    const summary = value[stage];
    const rate = measuredOf("br", isFields(summary) ? summary.breathingRate : undefined);
    return rate === undefined ? [] : [{ stage, name, rate }];
  });
  if (!counted.length) return [];
  const rates = counted.map(({ stage, rate }) => [stage, { breathingRate: rate }]);
  const figures = counted.map(({ name, rate }) => [name, rate]);
  return [{
    date,
    rows: { br: { dateTime: date, value: Object.fromEntries(rates) as StagesValue } },
    figures: Object.fromEntries(figures) as StagesFigures,
  }];
}
