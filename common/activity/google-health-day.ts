import type { Call } from "../call";
import { defined, numberOf } from "../fields";
import { dailyRecords, type Value } from "../google-health/daily";
import type { Requests } from "../google-health/requests";
import { zonesOfDay, zoneSources } from "../heart/google-health-zones";
import type { DaySource } from "../series";
import { rounded, type UnitSystem } from "../units";
import { figuresOfDay, sourcesOf } from "./google-health-figures";
import type { ActivityMetric } from "./metrics";
import type { ActivitySummary } from "./shapes";

/** What the summary calls the figures that have a series. */
const FIGURES = {
  steps: "steps",
  floors: "floors",
  elevation: "elevation",
  caloriesOut: "calories",
  activityCalories: "activityCalories",
  caloriesBMR: "caloriesBMR",
  sedentaryMinutes: "minutesSedentary",
  lightlyActiveMinutes: "minutesLightlyActive",
  fairlyActiveMinutes: "minutesFairlyActive",
  veryActiveMinutes: "minutesVeryActive",
} as const satisfies { [F in keyof ActivitySummary]?: ActivityMetric };

/** The distances of the whole day. */
const DISTANCES = { total: "distance", tracker: "tracker/distance" } as const;

/** The fields that are lost with a metric. */
const FIELDS: Partial<Record<ActivityMetric, string>> = {
  ...Object.fromEntries(Object.entries(FIGURES).map(([field, metric]) =>
    [metric, `summary.${field}`])),
  "distance": "summary.distances",
  "tracker/distance": "summary.distances[tracker]",
};

const METRICS = [...Object.values(FIGURES), ...Object.values(DISTANCES)];

/** Digits of a distance in a summary. */
const DIGITS = 2;

/** The requests that a day's summary takes, and the fields that each gives. */
export function summarySources(app: Requests, call: Call): Record<string, DaySource<Value>> {
  return {
    ...sourcesOf(app, METRICS, call, FIELDS),
    ...zoneSources(app, "summary.heartRateZones", call),
    "daily-resting-heart-rate":
      dailyRecords(app, "daily-resting-heart-rate", ["summary.restingHeartRate"], call),
  };
}

/** A day in Fitbit's shape. A figure is absent unless its part has data for the day. */
export function toSummary(
  values: Partial<Record<string, Value>>,
  system: UnitSystem | undefined,
): ActivitySummary {
  const figures = figuresOfDay(values, METRICS, system);
  const named = Object.entries(FIGURES).map(([field, metric]) => [field, figures[metric]]);
  const distances = Object.entries(DISTANCES).flatMap(([activity, metric]) => {
    const distance = figures[metric];
    return distance === undefined ? [] : [{ activity, distance: rounded(distance, DIGITS) }];
  });
  return defined({
    ...Object.fromEntries(named) as ActivitySummary,
    distances: distances.length ? distances : undefined,
    heartRateZones: zonesOfDay(values),
    restingHeartRate: numberOf(values["daily-resting-heart-rate"]?.beatsPerMinute),
  });
}
