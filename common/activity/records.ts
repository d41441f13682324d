import { isFields, objectsIn, textOf } from "../fields";
import { readZones } from "../heart/zones";
import { numbersOf, recordId, textsOf, timeOf } from "../wire/records";
import { activityWithId } from "./names";
import type {
  ActivityGoals, ActivityLog, ActivitySummary, DayActivity,
} from "./shapes";

/** An exercise of Fitbit's list; undefined without its id or its start. */
export function readActivityLog(value: unknown): ActivityLog | undefined {
  if (!isFields(value)) return undefined;
  const logId = recordId(value.logId);
  const startTime = timeOf(value.startTime);
  const numbers = numbersOf(
    value, "activityTypeId", "activeDuration", "averageHeartRate", "calories", "distance",
    "duration", "steps",
  );
  if (logId === undefined || startTime === undefined) return undefined;
  return {
    ...value,
    ...numbers,
    ...textsOf(value, "distanceUnit", "lastModified", "logType"),
    logId,
    activityName: nameOf(value.activityName, numbers.activityTypeId),
    startTime,
    ...!isFields(value.source) && { source: undefined },
  };
}

/** An activity of a day, or one that was just logged; undefined without its id or its day. */
export function readDayActivity(value: unknown): DayActivity | undefined {
  if (!isFields(value)) return undefined;
  const logId = recordId(value.logId);
  const { startDate, ...texts } = textsOf(value, "lastModified", "startDate", "startTime");
  if (logId === undefined || startDate === undefined) return undefined;
  const numbers = numbersOf(value, "activityId", "calories", "distance", "duration", "steps");
  return {
    ...value,
    ...numbers,
    ...texts,
    logId,
    startDate,
    name: nameOf(value.name, numbers.activityId),
  };
}

/** The goals of a day; what is no figure there is absent. */
export function readGoals(value: unknown): ActivityGoals {
  const goals = isFields(value) ? value : {};
  const figures = numbersOf(
    goals, "activeMinutes", "activeZoneMinutes", "caloriesOut", "distance", "floors", "steps",
  );
  return { ...goals, ...figures };
}

const FIGURES = [
  "activityCalories", "caloriesBMR", "caloriesOut", "elevation", "fairlyActiveMinutes", "floors",
  "lightlyActiveMinutes", "restingHeartRate", "sedentaryMinutes", "steps", "veryActiveMinutes",
] as const;

/** The sums of a day; what is no figure there is absent. */
export function readDaySummary(value: unknown): ActivitySummary {
  const summary = isFields(value) ? value : {};
  const { distances, heartRateZones: zones, ...rest } = summary;
  return {
    ...rest,
    ...numbersOf(summary, ...FIGURES),
    ...Array.isArray(distances) && { distances: objectsIn(distances).flatMap(readDistance) },
    ...Array.isArray(zones) && { heartRateZones: readZones(zones) },
  };
}

function readDistance(entry: Record<string, unknown>) {
  const activity = textOf(entry.activity);
  const { distance } = numbersOf(entry, "distance");
  const isKnown = activity !== undefined && distance !== undefined;
  return isKnown ? [{ ...entry, activity, distance }] : [];
}

/** Logs of old have no name, but a type. */
function nameOf(name: unknown, typeId: number | undefined): string {
  const known = typeId === undefined ? undefined : activityWithId(typeId);
  return textOf(name) ?? known?.name ?? "Activity";
}
