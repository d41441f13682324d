import { clean, statisticsOf } from "./statistics";

/** Days before a day that say what is usual for a person. */
export const BASELINE_DAYS = 28;

/** Fewer figures than this say nothing. */
export const LEAST_FIGURES = 7;

/** What is usual for a person. */
export interface Baseline {
  mean: number;
  /** The sample deviation. */
  sd: number;
  /** Figures that it rests on. */
  n: number;
}

/** What figures of days on which a watch was worn come to; undefined for too few of them. */
export function baselineOf(figures: readonly number[]): Baseline | undefined {
  const { mean } = statisticsOf(figures) ?? {};
  if (mean === undefined || figures.length < LEAST_FIGURES) return undefined;
  const squares = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (figures.length - 1));
  return { mean, sd: clean(deviation), n: figures.length };
}

/** How many deviations a figure is off what is usual; undefined where nothing varies. */
export function deviationsOff(
  figure: number, { mean, sd }: Baseline,
): number | undefined {
  return sd > 0 ? clean((figure - mean) / sd) : undefined;
}
