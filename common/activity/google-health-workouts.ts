import type { Call } from "../call";
import { addDays } from "../dates";
import { defined, numberOf } from "../fields";
import { daysOf } from "../google-health/filters";
import type { Requests } from "../google-health/requests";
import { sourced, type Sourced } from "../google-health/sources";
import { newestFirst } from "../google-health/times";
import { secondsOf, valueOf } from "../google-health/values";
import { whole } from "../wire/pages";
import type { ActivityApi } from "./api";
import { EXERCISE, toDayActivity, type Exercise } from "./google-health-log";
import type { ActivityHabit, MobilityMetrics } from "./shapes";

/** The days whose exercises say what a person does. */
const HABIT_DAYS = 90;

/** What stands beside an exercise, and the kinds of them that a person does. */
export const activityWorkouts = {
  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/exportExerciseTcx */
  async getActivityTcx(this: Requests, logId: string, call: Call) {
    return await this.exportExerciseTcx(logId, true, call);
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/get */
  async getWorkoutSummary(this: Requests, logId: string, call: Call) {
    const point = await this.getDataPoint("exercise", logId, call);
    const exercise = valueOf<Exercise>(point, "exercise", EXERCISE);
    const given = exercise?.metricsSummary?.mobilityMetrics;
    return { logId, ...given && { mobilityMetrics: toMobility(given) } };
  },

  /** Worked out from the exercises of the last 90 days. */
  async listRecentActivityTypes(this: Requests, call: Call) {
    const kinds = await kindsOfLate(this, call);
    return kinds.map(([newest]) => toHabit(newest, call));
  },

  /** Worked out from the exercises of the last 90 days. */
  async listFrequentActivities(this: Requests, call: Call) {
    const kinds = await kindsOfLate(this, call);
    return kinds
      .sort((a, b) => b.length - a.length)
      .map(([newest]) => toHabit(newest, call));
  },
} satisfies Partial<ActivityApi>;

type Kind = [Sourced<Exercise>, ...Sourced<Exercise>[]];

/** Exercises of one name together; the newest first, in each and of all. */
async function kindsOfLate(app: Requests, call: Call): Promise<Kind[]> {
  const from = addDays(new Date().toISOString().slice(0, 10), -HABIT_DAYS);
  const span = daysOf({ from });
  const all = await whole(sourced<Exercise>(app, "exercise", { span }, call, EXERCISE));
  const kinds = new Map<string, Kind>();
  for (const one of all.sort((a, b) => newestFirst(a.value, b.value))) {
    const { name } = toDayActivity(one.id, one.value, call.unitSystem);
    const kind = kinds.get(name);
    if (kind) kind.push(one);
    else kinds.set(name, [one]);
  }
  return [...kinds.values()];
}

function toHabit({ id, value }: Sourced<Exercise>, call: Call): ActivityHabit {
  const { name, calories, distance, duration } = toDayActivity(id, value, call.unitSystem);
  return { name, ...defined({ calories, distance, duration }) };
}

function toMobility(given: Record<string, unknown>): MobilityMetrics {
  const contact = secondsOf(given.avgGroundContactTimeDuration);
  return defined({
    avgCadenceStepsPerMinute: numberOf(given.avgCadenceStepsPerMinute),
    avgGroundContactTimeMilliseconds: contact && Math.round(contact * 1_000),
    avgStrideLengthMillimeters: numberOf(given.avgStrideLengthMillimeters),
    avgVerticalOscillationMillimeters: numberOf(given.avgVerticalOscillationMillimeters),
    avgVerticalRatio: numberOf(given.avgVerticalRatio),
  });
}
