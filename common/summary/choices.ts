import { columns, unitOf, type FigureColumn } from "../rows";

/** What people set themselves goals of for a day; the first where nothing is named. */
export const goalMetrics = [
  "steps", "distance", "floors", "calories", "activeMinutes", "activeZoneMinutes",
] as const satisfies FigureColumn[];

export type GoalMetric = typeof goalMetrics[number];

/** What can be watched of days: every figure. */
export const alertMetrics: readonly FigureColumn[] = columns.flatMap((column) =>
  "digits" in column ? column.name : []);

/** The choices of a metric of days. */
export function metricOptions(names: readonly FigureColumn[]) {
  return columns.flatMap((column) => {
    const name = names.find((one) => one === column.name);
    return name ? [{ label: labelOf(column), value: name }] : [];
  });
}

function labelOf(column: typeof columns[number]): string {
  const unit = unitOf(column);
  return `${capitalized(column.label)}${unit === undefined ? "" : ` (${unit})`}`;
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
