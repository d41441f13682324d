import type { Call } from "../call";
import { defined } from "../fields";
import { dailySums, type Value } from "../google-health/daily";
import type { DataTypeId } from "../google-health/data-types";
import { valued } from "../google-health/intraday";
import type { Family } from "../google-health/points";
import type { Requests } from "../google-health/requests";
import { calledBy, figure, secondsOf } from "../google-health/values";
import type { DaySource } from "../series";
import { clean } from "../statistics";
import { distanceIn, elevationIn, type UnitSystem } from "../units";
import type { ActivityMetric } from "./metrics";
import type { ZoneMinutes, ZoneSample } from "./zone-minutes";

/** The sums of a day, by data type. */
type Sums = Partial<Record<string, Value>>;

/** What a metric is worked out from; absent is what the API does not give. */
interface Figure {
  reads: readonly [DataTypeId, ...DataTypeId[]];
  family?: Family;
  /** Of a day it is a whole number, unless it is a fraction of its unit. */
  isFraction?: true;
  of(sums: Sums, system: UnitSystem | undefined): number | undefined;
}

/** A figure that is one sum. */
function sum(type: DataTypeId, field: string): Figure {
  return { reads: [type], of: (sums) => figure(sums[type], field) };
}

const LEVELS = { key: "activityLevel", words: ["LIGHT", "MODERATE", "VIGOROUS"] };

function minutes(level: string): Figure {
  const type = "active-minutes";
  return {
    reads: [type],
    of: ({ [type]: sums }) => {
      const levels = sums?.activeMinutesRollupByActivityLevel;
      return figure(calledBy(level, levels, LEVELS), "activeMinutesSum");
    },
  };
}

const whole = (value: number | undefined) => value && Math.round(value);

/** Digits of a distance. */
const DIGITS = 4;

const OF_ALL: Record<Exclude<ActivityMetric, `tracker/${string}`>, Figure> = {
  "steps": sum("steps", "countSum"),
  "distance": {
    reads: ["distance"],
    isFraction: true,
    of: ({ distance: sums }, system) =>
      distanceIn(system, figure(sums, "millimetersSum"), DIGITS),
  },
  "floors": sum("floors", "countSum"),
  "elevation": {
    reads: ["altitude"],
    isFraction: true,
    of: ({ altitude }, system) => elevationIn(system, figure(altitude, "gainMillimetersSum")),
  },
  "calories": sum("total-calories", "kcalSum"),
  "activityCalories": sum("active-energy-burned", "kcalSum"),
  // What is burned without moving: all calories less the active ones.
  "caloriesBMR": {
    reads: ["total-calories", "active-energy-burned"],
    of: (sums) => {
      const [all, moving] = [sums["total-calories"], sums["active-energy-burned"]]
        .map((value) => figure(value, "kcalSum"));
      return all === undefined || moving === undefined ? undefined : all - moving;
    },
  },
  "minutesSedentary": {
    reads: ["sedentary-period"],
    of: ({ "sedentary-period": sums }) => {
      const seconds = secondsOf(sums?.durationSum);
      return seconds === undefined ? undefined : seconds / 60;
    },
  },
  "minutesLightlyActive": minutes("LIGHT"),
  "minutesFairlyActive": minutes("MODERATE"),
  "minutesVeryActive": minutes("VIGOROUS"),
  "swimming-strokes": sum("swim-lengths-data", "strokeCountSum"),
};

const TRACKER = /^tracker\//;

/** How a metric is worked out: those of the tracker are those of watches alone. */
export function figureOf(metric: ActivityMetric): Figure {
  const all = OF_ALL[metric.replace(TRACKER, "") as keyof typeof OF_ALL];
  return TRACKER.test(metric) ? { ...all, family: "google-wearables" } : all;
}

/** A figure within a day, which is not rounded to whole numbers: many of them add up. */
export function sampleOf(
  metric: ActivityMetric, value: Value, system: UnitSystem | undefined,
): { value: number } | undefined {
  const { reads: [type], of } = figureOf(metric);
  const sample = of({ [type]: value }, system);
  return valued(sample && clean(sample));
}

/** The metrics that an answer names by something else: its fields. */
type Named = Partial<Record<ActivityMetric, string>>;

const sourceName = (type: DataTypeId, family: Family | undefined) =>
  family === undefined ? type : `${family} ${type}`;

/** The requests that metrics take, each once; what is lost with it is named. */
export function sourcesOf(
  app: Requests, metrics: readonly ActivityMetric[], call: Call, named: Named = {},
): Record<string, DaySource<Value>> {
  const sources: Record<string, DaySource<Value>> = {};
  for (const metric of metrics) {
    const { reads, family } = figureOf(metric);
    for (const type of reads) {
      const name = sourceName(type, family);
      const parts = [...sources[name]?.parts ?? [], named[metric] ?? metric];
      sources[name] = dailySums(app, type, parts, call, family);
    }
  }
  return sources;
}

/** The figures of a day, of what its sources gave. */
export function figuresOfDay(
  values: Sums,
  metrics: readonly ActivityMetric[],
  system: UnitSystem | undefined,
): { [M in ActivityMetric]?: number } {
  return Object.fromEntries(metrics.map((metric) => {
    const { reads, family, isFraction, of } = figureOf(metric);
    const sums = reads.map((type) => [type, values[sourceName(type, family)]]);
    const value = of(Object.fromEntries(sums) as Sums, system);
    return [metric, isFraction ? value : whole(value)];
  }));
}

/** Active zone minutes in Fitbit's names; they are weighted already, so that they add up. */
export function toZoneMinutes(sums: Value | undefined): ZoneMinutes {
  const [fatBurn, cardio, peak] = [
    "sumInFatBurnHeartZone", "sumInCardioHeartZone", "sumInPeakHeartZone",
  ].map((field) => figure(sums, field));
  if (fatBurn === undefined || cardio === undefined || peak === undefined) return {};
  return {
    activeZoneMinutes: fatBurn + cardio + peak,
    fatBurnActiveZoneMinutes: fatBurn || undefined,
    cardioActiveZoneMinutes: cardio || undefined,
    peakActiveZoneMinutes: peak || undefined,
  };
}

/** Active zone minutes of a part of a day; none where there is no minute of them. */
export function toZoneSample(sums: Value): Omit<ZoneSample, "date" | "time"> | undefined {
  const zones = defined(toZoneMinutes(sums));
  const { activeZoneMinutes: value } = zones;
  return value ? { value, zones } : undefined;
}
