import type { CivilDate } from "../dates";
import type { HeartRateZone } from "../heart/shapes";
import type { LocalMinute } from "../intraday";
import type { Distance } from "../units";

/**
 * One day's activity.
 * https://dev.fitbit.com/build/reference/web-api/activity/get-daily-activity-summary/
 */
export interface ActivityDay {
  /** Absent where it is today, and nothing says which day that is. */
  date?: CivilDate;
  /** Absent where the connection may not read them. */
  activities?: DayActivity[];
  /** Absent for days more than three weeks back. */
  goals?: ActivityGoals;
  summary: ActivitySummary;
}

export interface ActivityGoals {
  activeMinutes?: number;
  activeZoneMinutes?: number;
  caloriesOut?: number;
  distance?: number;
  floors?: number;
  steps?: number;
}

/** The newest of what was recorded. */
export interface NewestData {
  /** What it is known by: later data has another. */
  id: string;
  day: CivilDate;
  /** When it is from at the latest, in ms since 1970. */
  at: number;
}

/** Numbers that the API does not give are absent, never 0. */
export interface ActivitySummary {
  steps?: number;
  floors?: number;
  elevation?: number;
  caloriesOut?: number;
  caloriesBMR?: number;
  activityCalories?: number;
  sedentaryMinutes?: number;
  lightlyActiveMinutes?: number;
  fairlyActiveMinutes?: number;
  veryActiveMinutes?: number;
  restingHeartRate?: number;
  /** `activity` is `total`, `tracker`, `loggedActivities`, a level, or an activity's name. */
  distances?: { activity: string; distance: number }[];
  heartRateZones?: HeartRateZone[];
  [field: string]: unknown;
}

/** An activity as a day, or the answer to logging one, shows it: local date and HH:mm. */
export interface DayActivity {
  logId: string;
  activityId?: number;
  activityParentId?: number;
  name: string;
  startDate: string;
  startTime?: string;
  /** Milliseconds. */
  duration?: number;
  calories?: number;
  distance?: number;
  steps?: number;
  [field: string]: unknown;
}

/**
 * An exercise of the list; `startTime` is local and carries its offset.
 * https://dev.fitbit.com/build/reference/web-api/activity/get-activity-log-list/
 */
export interface ActivityLog {
  logId: string;
  activityName: string;
  activityTypeId?: number;
  startTime: string;
  /** Milliseconds. */
  duration?: number;
  activeDuration?: number;
  calories?: number;
  distance?: number;
  distanceUnit?: string;
  steps?: number;
  averageHeartRate?: number;
  activeZoneMinutes?: { totalMinutes?: number; minutesInHeartRateZones?: object[] };
  lastModified?: string;
  /** `auto_detected`, `manual`, `mobile_run`, `tracker`, or the name of another app. */
  logType?: string;
  /** What wrote it: `type` is `tracker` for a device, `app` for the API. */
  source?: { id?: string; name?: string; type?: string };
  [field: string]: unknown;
}

/**
 * An exercise to record: its type by id or by name, local start, distance with its own unit.
 */
export interface NewActivity {
  activity: { id: number } | { name: string };
  start: LocalMinute;
  durationMs: number;
  calories?: number;
  distance?: Distance;
}

/** A kind of activity that can be logged. */
export interface ActivityType {
  id: number;
  name: string;
  category?: string;
}

/** Steps a day, as Fitbit answers them. */
export interface DailySteps {
  "activities-steps"?: { dateTime: CivilDate; value: string }[];
}

/**
 * How the person moved; what the watch does not tell is absent.
 * https://dev.fitbit.com/build/reference/web-api/activity/get-workout-summary/
 */
export interface WorkoutSummary {
  logId: string;
  mobilityMetrics?: MobilityMetrics;
}

export interface MobilityMetrics {
  avgCadenceStepsPerMinute?: number;
  avgGroundContactTimeMilliseconds?: number;
  avgStrideLengthMillimeters?: number;
  avgVerticalOscillationMillimeters?: number;
  avgVerticalRatio?: number;
}

/**
 * A kind of exercise that the person does, with the figures of one; what is not known is
 * absent. https://dev.fitbit.com/build/reference/web-api/activity/get-recent-activity-types/
 */
export interface ActivityHabit {
  activityId?: number;
  name: string;
  description?: string;
  calories?: number;
  distance?: number;
  /** Milliseconds. */
  duration?: number;
}
