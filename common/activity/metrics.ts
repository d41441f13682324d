import type { CivilDate } from "../dates";
import { numberOf } from "../fields";
import type { SeriesDay } from "../series";
import { clean, figuresOf } from "../statistics";

/** The daily figures of activity that Fitbit has series of, by its names for them. */
const FIGURES = {
  "steps": { label: "Steps" },
  "distance": { label: "Distance (km, or miles)" },
  "floors": { label: "Floors climbed" },
  "elevation": { label: "Elevation gained (m, or feet)" },
  "calories": { label: "Calories burned (kcal)" },
  "activityCalories": { label: "Calories burned in activity (kcal)" },
  "caloriesBMR": { label: "Calories burned at rest (kcal)" },
  "minutesSedentary": { label: "Sedentary minutes" },
  "minutesLightlyActive": { label: "Lightly active minutes" },
  "minutesFairlyActive": { label: "Fairly active minutes" },
  "minutesVeryActive": { label: "Very active minutes" },
  "swimming-strokes": { label: "Swimming strokes" },
};

type Figure = keyof typeof FIGURES;

/** What only a person's own device counts; of these there is no such series. */
type Untracked = "caloriesBMR" | "swimming-strokes";
export type ActivityMetric = Figure | `tracker/${Exclude<Figure, Untracked>}`;

const UNTRACKED: readonly string[] = ["caloriesBMR", "swimming-strokes"] satisfies Untracked[];

const names = Object.keys(FIGURES) as Figure[];
const tracked = names.filter((name): name is Exclude<Figure, Untracked> =>
  !UNTRACKED.includes(name));

/** The metrics that can be asked for; the first is what is meant where none is named. */
export const activityMetrics: readonly [ActivityMetric, ...ActivityMetric[]] = [
  "steps",
  ...names.filter((name) => name !== "steps"),
  ...tracked.map((name) => `tracker/${name}` as const),
];

/** The choices of a Metrics prop. */
export const activityMetricOptions = activityMetrics.map((value) => ({
  label: labelOf(value),
  value,
}));

/** What a metric is called in a sentence and in a form. */
export function labelOf(metric: ActivityMetric): string {
  const [, name = metric] = /^tracker\/(.+)$/.exec(metric) ?? [];
  const label = FIGURES[name as Figure].label;
  return name === metric ? label : `${label}, counted by a device alone`;
}

/** The metrics that are counted by the minute too. */
export const intradayMetrics = [
  "steps", "distance", "floors", "elevation", "calories", "swimming-strokes",
] as const satisfies ActivityMetric[];

export type IntradayMetric = typeof intradayMetrics[number];

/** The root of a metric's series: `activities-tracker-steps`. */
export type ActivityRoot = `activities-${string}`;

export function rootOf(metric: ActivityMetric): ActivityRoot {
  return `activities-${metric.replace("/", "-")}`;
}

/** A day of a series; its value is text, as Fitbit has it. */
export interface ActivityRow {
  dateTime: CivilDate;
  value: string;
}

export type ActivityRows = Record<ActivityRoot, ActivityRow>;
export type ActivityFigures = { [M in ActivityMetric]?: number };

/** A day with what is known of it; what is no number is left out. */
export function activityDay(
  date: CivilDate,
  values: { [M in ActivityMetric]?: string | number },
): SeriesDay<ActivityRows, ActivityFigures>[] {
  const known = activityMetrics.flatMap((metric) => {
    const number = numberOf(values[metric]);
    return number === undefined ? [] : [{ metric, number, value: String(values[metric]) }];
  });
  if (!known.length) return [];
  const rows = known.map(({ metric, value }) => [rootOf(metric), { dateTime: date, value }]);
  const figures = known.map(({ metric, number }) => [metric, clean(number)]);
  return [{
    date,
    rows: Object.fromEntries(rows) as ActivityRows,
    figures: Object.fromEntries(figures) as ActivityFigures,
  }];
}

/** What is counted only while a watch is worn: the others have a value on any day. */
const WORN: readonly ActivityMetric[] = activityMetrics.filter((metric) =>
  !/calories$|caloriesBMR$|minutesSedentary$/.test(metric));

/**
 * What metrics are called, and their values of the days on which something that was fetched
 * says that a watch was worn.
 */
export function labelled(
  metrics: readonly ActivityMetric[], days: readonly ActivityFigures[],
): (readonly [string, number[]])[] {
  const telling = metrics.filter((metric) => WORN.includes(metric));
  const counting = telling.length
    ? days.filter((day) => telling.some((metric) => day[metric]))
    : days;
  return metrics.map((metric) => [labelOf(metric), figuresOf(counting, metric)]);
}
