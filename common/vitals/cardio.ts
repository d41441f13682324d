import type { CivilDate } from "../dates";
import { numberOf, textOf } from "../fields";
import type { Series, SeriesDay } from "../series";
import { clean } from "../statistics";

/**
 * A cardio fitness score, VO2 max in ml/kg/min. The text is a number, or a range where there
 * were no runs with GPS.
 * https://dev.fitbit.com/build/reference/web-api/cardio-fitness-score/get-vo2max-summary-by-interval/
 */
export interface CardioRow {
  dateTime: CivilDate;
  value: { vo2Max: string };
}

export interface CardioRows {
  cardioScore: CardioRow;
}

/** The number, or the ends of the range: what lies between them, nothing says. */
export interface CardioFigures {
  vo2Max?: number;
  vo2MaxLow?: number;
  vo2MaxHigh?: number;
}

/** Cardio fitness scores by day, the oldest first. */
export type CardioSeries = Series<CardioRows, CardioFigures>;

const RANGE = /^\s*(\d+(?:\.\d+)?)\s*[-–]\s*(\d+(?:\.\d+)?)\s*$/;

/** A day of the series; none without a score. */
export function cardioDay(
  date: CivilDate, score: unknown,
): SeriesDay<CardioRows, CardioFigures>[] {
  const figures = figuresOf(score);
  if (!figures) return [];
  const vo2Max = textOf(score) ?? String(figures.vo2Max);
  return [{ date, rows: { cardioScore: { dateTime: date, value: { vo2Max } } }, figures }];
}

function figuresOf(score: unknown): CardioFigures | undefined {
  const number = numberOf(score);
  if (number !== undefined) return number > 0 ? { vo2Max: clean(number) } : undefined;
  const [, low, high] = RANGE.exec(textOf(score) ?? "") ?? [];
  if (low === undefined || high === undefined) return undefined;
  return { vo2MaxLow: Number(low), vo2MaxHigh: Number(high) };
}
