import { defined } from "../fields";
import type { DataSource } from "../google-health/answers";
import { toldOf } from "../google-health/sources";
import {
  instant, lastingOf, lengthOf, localTime, localTimeWithOffset, startOf, type Interval,
  type Timed,
} from "../google-health/times";
import { durationOf, numberOf, secondsOf, type Numeric } from "../google-health/values";
import { distanceIn, elevationIn, rounded, unitsOf, type UnitSystem } from "../units";
import { nameOfExercise } from "./names";
import type { ActivityLog, DayActivity } from "./shapes";

/** What the API answers with, as far as it is read: zeros and empty lists are left out. */
interface ZoneDurations {
  lightTime?: string;
  moderateTime?: string;
  vigorousTime?: string;
  peakTime?: string;
}

export interface Exercise {
  interval?: Partial<Interval>;
  exerciseType?: string;
  displayName?: string;
  activeDuration?: string;
  updateTime?: string;
  metricsSummary?: {
    caloriesKcal?: Numeric;
    distanceMillimeters?: Numeric;
    steps?: Numeric;
    averageHeartRateBeatsPerMinute?: Numeric;
    averagePaceSecondsPerMeter?: Numeric;
    averageSpeedMillimetersPerSecond?: Numeric;
    elevationGainMillimeters?: Numeric;
    activeZoneMinutes?: Numeric;
    heartRateZoneDurations?: ZoneDurations;
    mobilityMetrics?: Record<string, unknown>;
  };
}

/** The fields of an exercise that are read as more than numbers and times. */
export const EXERCISE = {
  interval: {},
  exerciseType: "text",
  displayName: "text",
  metricsSummary: { heartRateZoneDurations: {}, mobilityMetrics: {} },
} as const;

/**
 * An exercise in the shape of Fitbit's list; figures that it lacks are absent.
 * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints#Exercise
 */
export function toActivityLog(
  id: string,
  exercise: Timed<Exercise>,
  system: UnitSystem | undefined,
): ActivityLog {
  const { interval, metricsSummary = {} } = exercise;
  return {
    logId: id,
    activityName: nameOf(exercise),
    startTime: localTimeWithOffset(startOf(interval)),
    ...durations(exercise),
    ...measured(exercise, system),
    ...defined({
      averageHeartRate: numberOf(metricsSummary.averageHeartRateBeatsPerMinute),
      elevationGain: elevationIn(system, numberOf(metricsSummary.elevationGainMillimeters)),
      lastModified: instant(exercise.updateTime),
    }),
    ...distanceFields(exercise, system),
    ...zones(exercise),
  };
}

/** The same as a day shows it. */
export function toDayActivity(
  id: string,
  exercise: Timed<Exercise>,
  system: UnitSystem | undefined,
): DayActivity {
  const local = localTime(startOf(exercise.interval));
  return {
    logId: id,
    name: nameOf(exercise),
    startDate: local.slice(0, 10),
    startTime: local.slice(11, 16),
    hasStartTime: true,
    duration: durations(exercise).activeDuration,
    ...measured(exercise, system),
    ...defined({ lastModified: instant(exercise.updateTime) }),
  };
}

/** How a log came to be and who wrote it; absent where nothing tells. */
export function withProvenance(log: ActivityLog, origin: DataSource | undefined): ActivityLog {
  return origin ? { ...log, ...toldOf(origin) } : log;
}

/** Fitbit's name where it has one, else Google's, which is in the account's language. */
function nameOf({ exerciseType, displayName }: Exercise): string {
  return nameOfExercise(exerciseType) ?? displayName ?? worded(exerciseType);
}

/** A type as words: `STRENGTH_TRAINING` is `Strength training`. */
function worded(type = ""): string {
  const words = type.toLowerCase().replaceAll("_", " ").trim();
  if (!words || words.includes("unspecified")) return "Exercise";
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function activeSeconds({ activeDuration, interval }: Timed<Exercise>): number {
  return secondsOf(activeDuration) ?? lengthOf(interval) / 1_000;
}

/**
 * In whole seconds. Who paused for less than one did not pause: both are rounded once, alike,
 * or they would differ by where a second begins.
 */
function durations(exercise: Timed<Exercise>) {
  const seconds = activeSeconds(exercise);
  const activeDuration = Math.round(seconds) * 1_000;
  const { start, end } = lastingOf(exercise.interval);
  const isPaused = Math.abs(end - start - seconds * 1_000) >= 1_000;
  return { duration: isPaused ? lengthOf(exercise.interval) : activeDuration, activeDuration };
}

function measured({ metricsSummary = {} }: Exercise, system: UnitSystem | undefined) {
  const calories = numberOf(metricsSummary.caloriesKcal);
  const millimetres = numberOf(metricsSummary.distanceMillimeters);
  return defined({
    calories: calories === undefined ? undefined : Math.round(calories),
    distance: distanceIn(system, millimetres, 6),
    steps: numberOf(metricsSummary.steps),
  });
}

/**
 * Pace in seconds per unit of distance, speed in units an hour: the API's own averages, or
 * else the distance over the active time.
 */
function distanceFields(exercise: Timed<Exercise>, system: UnitSystem | undefined) {
  const { metricsSummary = {} } = exercise;
  const { name, millimetres } = unitsOf(system).distance;
  const distance = numberOf(metricsSummary.distanceMillimeters);
  const perSecond = (distance ?? 0) / activeSeconds(exercise);
  const speed = numberOf(metricsSummary.averageSpeedMillimetersPerSecond) || perSecond;
  const pace = numberOf(metricsSummary.averagePaceSecondsPerMeter) || 1_000 / perSecond;
  const isSome = (figure: number) => Number.isFinite(figure) && figure > 0;
  return {
    ...distance !== undefined && { distanceUnit: name },
    ...isSome(pace) && { pace: rounded(pace * millimetres / 1_000, 2) },
    ...isSome(speed) && { speed: rounded(speed * 3_600 / millimetres, 4) },
  };
}

const ZONES = [
  { time: "lightTime", type: "OUT_OF_ZONE", zoneName: "Out of Range", minuteMultiplier: 0 },
  { time: "moderateTime", type: "FAT_BURN", zoneName: "Fat Burn", minuteMultiplier: 1 },
  { time: "vigorousTime", type: "CARDIO", zoneName: "Cardio", minuteMultiplier: 2 },
  { time: "peakTime", type: "PEAK", zoneName: "Peak", minuteMultiplier: 2 },
] as const;

/**
 * Active zone minutes: the total is weighted already, the minutes of a zone are not. A total
 * that is not given is 0 where no zone that counts has minutes, and else unknown.
 */
function zones({ metricsSummary = {} }: Exercise) {
  const { heartRateZoneDurations: durations, activeZoneMinutes } = metricsSummary;
  const zones = durations && minutesInZones(durations);
  const isIdle = zones?.every(({ minutes = NaN, minuteMultiplier: by }) => minutes * by === 0);
  const totalMinutes = numberOf(activeZoneMinutes) ?? (isIdle ? 0 : undefined);
  if (!zones && totalMinutes === undefined) return {};
  return { activeZoneMinutes: defined({ minutesInHeartRateZones: zones, totalMinutes }) };
}

function minutesInZones(durations: ZoneDurations) {
  return ZONES.map(({ time, ...zone }, order) => ({
    ...zone,
    ...wholeMinutes(durationOf(durations, time)),
    order,
  }));
}

function wholeMinutes(seconds: number | undefined): { minutes?: number } {
  return seconds === undefined ? {} : { minutes: Math.round(seconds / 60) };
}
