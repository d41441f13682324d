import { rounded } from "./units";

/** What many figures come to. */
export interface Statistics {
  minimum: number;
  maximum: number;
  mean: number;
}

/** Digits after the point that a figure has at most. */
const DIGITS = 4;

/** A figure without the noise of floating point. */
export function clean(value: number): number {
  return rounded(value, DIGITS);
}

/** The least, the greatest and the mean of what there is; undefined for nothing. */
export function statisticsOf(values: readonly number[]): Statistics | undefined {
  if (!values.length) return undefined;
  const least = (a: number, b: number) => Math.min(a, b);
  const greatest = (a: number, b: number) => Math.max(a, b);
  return {
    minimum: clean(values.reduce(least)),
    maximum: clean(values.reduce(greatest)),
    mean: clean(values.reduce((sum, value) => sum + value, 0) / values.length),
  };
}

/** The figures of one name, of the days that have it. */
export function figuresOf<K extends string>(
  days: readonly { [N in K]?: number }[],
  name: K,
): number[] {
  return days.flatMap((day) => day[name] ?? []);
}
