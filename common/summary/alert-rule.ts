import { BASELINE_DAYS, LEAST_FIGURES } from "../baseline";
import { readChoice, readDecimal, readInteger } from "../input";
import type { Given } from "../pipedream";
import type { FigureColumn } from "../rows";
import { alertMetrics } from "./choices";

/** Which way a figure is off. */
export const sides = ["above", "below"] as const;

/** What a figure is held against: a number, what is usual, or both, which it is off then. */
export interface AlertRule {
  metric: FigureColumn;
  side: typeof sides[number];
  threshold?: number;
  /** How many deviations off what is usual. */
  deviations?: number;
  /** Of the days before, how many say what is usual. */
  baselineDays: number;
}

/** What is usual, where nothing is said. */
const DEVIATIONS = 2;
const MOST_DAYS = 90;

/** Reads a rule. Throws a ConfigurationError for what is none. */
export function readAlertRule(given: {
  metric: Given<string | undefined>;
  side: Given<string | undefined>;
  threshold: Given<string | undefined>;
  deviations: Given<string | undefined>;
  baselineDays: Given<number | undefined>;
}): AlertRule {
  const threshold = readDecimal("Threshold", given.threshold, { min: -1_000, example: "60" });
  const deviations = readDecimal(
    "Deviations", given.deviations, { min: 0.1, max: 10, example: "2" },
  );
  return {
    metric: readChoice("Metric", given.metric, alertMetrics) ?? "steps",
    side: readChoice("Direction", given.side, sides) ?? "below",
    threshold,
    deviations: deviations ?? (threshold === undefined ? DEVIATIONS : undefined),
    baselineDays: readInteger(
      "Baseline Days", given.baselineDays, { min: LEAST_FIGURES, max: MOST_DAYS, example: "30" },
    ) ?? BASELINE_DAYS,
  };
}
