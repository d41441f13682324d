import type { CivilDate } from "../dates";
import { numberOf } from "../fields";
import type { SeriesDay } from "../series";
import { clean } from "../statistics";

/** The daily figures of the body that Fitbit has series of, by its names for them. */
const FIGURES = {
  weight: { label: "Weight (kg, lb or stone)" },
  fat: { label: "Body fat (%)" },
  bmi: { label: "Body mass index" },
};

export type BodyMetric = keyof typeof FIGURES;

/** The metrics that can be asked for; the first is what is meant where none is named. */
export const bodyMetrics = ["weight", "fat", "bmi"] as const satisfies BodyMetric[];

/** The choices of a Metrics prop. */
export const bodyMetricOptions = bodyMetrics.map((value) => ({
  label: FIGURES[value].label,
  value,
}));

/** The root of a metric's series. */
export type BodyRoot = `body-${BodyMetric}`;

export function bodyRoot(metric: BodyMetric): BodyRoot {
  return `body-${metric}`;
}

/** A day of a series; its value is text, as Fitbit has it. */
export interface BodyRow {
  dateTime: CivilDate;
  value: string;
}

export type BodyRows = { [R in BodyRoot]?: BodyRow };
export type BodyFigures = { [M in BodyMetric]?: number };

/** A day with what is known of it: nobody weighs 0, which stands for nothing known. */
export function bodyDay(
  date: CivilDate,
  values: { [M in BodyMetric]?: string | number },
): SeriesDay<BodyRows, BodyFigures>[] {
  const known = bodyMetrics.flatMap((metric) => {
    const number = numberOf(values[metric]) ?? 0;
    return number > 0 ? [{ metric, number, value: String(values[metric]) }] : [];
  });
  if (!known.length) return [];
  const rows = known.map(({ metric, value }) => [bodyRoot(metric), { dateTime: date, value }]);
  const figures = known.map(({ metric, number }) => [metric, clean(number)]);
  return [{
    date,
    rows: Object.fromEntries(rows) as BodyRows,
    figures: Object.fromEntries(figures) as BodyFigures,
  }];
}
