import type { CivilDate } from "../dates";
import type { SeriesDay } from "../series";

/** The daily figures of nutrition; the first is what is meant where none is named. */
export const nutritionMetrics = ["caloriesIn", "water"] as const;

export type NutritionMetric = typeof nutritionMetrics[number];

/** The choices of a Metrics prop. */
export const nutritionMetricOptions = [
  { label: "Calories eaten (kcal)", value: "caloriesIn" },
  { label: "Water (ml, or fl oz)", value: "water" },
] as const satisfies { label: string; value: NutritionMetric }[];

/** The root of a metric's series: `foods-log-water`. */
export type NutritionRoot = `foods-log-${NutritionMetric}`;

export function rootOf(metric: NutritionMetric): NutritionRoot {
  return `foods-log-${metric}`;
}

/** A day of a series. */
export interface NutritionRow {
  dateTime: CivilDate;
  value: number;
}

export type NutritionRows = { [R in NutritionRoot]?: NutritionRow };
export type NutritionFigures = { [M in NutritionMetric]?: number };

/** A day with what is known of it; none where nothing is. */
export function nutritionDay(
  date: CivilDate, figures: NutritionFigures,
): SeriesDay<NutritionRows, NutritionFigures>[] {
  const known = nutritionMetrics.flatMap((metric) => {
    const value = figures[metric];
    return value === undefined ? [] : [{ metric, value }];
  });
  if (!known.length) return [];
  const rows = known.map(({ metric, value }) => [rootOf(metric), { dateTime: date, value }]);
  return [{
    date,
    rows: Object.fromEntries(rows) as NutritionRows,
    figures: Object.fromEntries(known.map(({ metric, value }) => [metric, value])),
  }];
}
