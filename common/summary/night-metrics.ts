import { readChoices } from "../input";
import type { Given } from "../pipedream";
import type { FigureColumn } from "../rows";

/** What a watch tells of a night, beside how it was slept. */
export const nightMetrics = [
  "restingHeartRate", "hrv", "spo2", "breathingRate", "skinTemperature", "vo2Max",
] as const satisfies FigureColumn[];

export type NightMetric = typeof nightMetrics[number];

export const isNightMetric = (value: unknown): value is NightMetric =>
  nightMetrics.some((metric) => metric === value);

/** Those of the day, which may be there without any night. */
const OF_THE_DAY: readonly NightMetric[] = ["restingHeartRate", "vo2Max"];

/** Reads which are wanted; none means all. Throws a ConfigurationError for others. */
export function readNightMetrics(given: Given<string[] | undefined>): readonly NightMetric[] {
  const chosen = readChoices("Metrics", given, nightMetrics);
  return chosen.length ? chosen : nightMetrics;
}

/** Those that show that a night has landed: what is measured in sleep, if that is wanted. */
export function tellingOf(metrics: readonly NightMetric[]): readonly NightMetric[] {
  const telling = metrics.filter((metric) => !OF_THE_DAY.includes(metric));
  return telling.length ? telling : metrics;
}
