import { ConfigurationError } from "@pipedream/platform";
import { activityNamed, activityNames, activityWithId } from "./names";
import type { CivilDate } from "../dates";
import type { Answer, Call, HealthApi, Wanted } from "../health-api";
import { collect, mapPages, type Page, type Pages } from "../wire/pages";
import type { Found } from "../polling/engine";
import type {
  ActivityDay,
  ActivityLog,
  ActivityType,
  DayActivity,
  NewActivity,
} from "./shapes";
import { defined, toActivityLog, toDayActivity, withProvenance } from "./google-health-log";
import { toSummary } from "./google-health-day";
import type { DailyRollUpPoint, DataPoint, Exercise } from "../google-health/answers";
import type { DataTypeId } from "../google-health/data-types";
import type { Days } from "../google-health/days";
import { daysOf } from "../google-health/filters";
import { assemble, type Part } from "../google-health/parts";
import type { Family, PointsQuery } from "../google-health/points";
import { pointsOf, sourced, type Sourced } from "../google-health/sources";
import { isTimed, newestFirst } from "../google-health/times";
import { civilDateOf, idOf } from "../google-health/values";
import { newInterval } from "../google-health/writes";

type Logged = Answer<{ activityLog?: DayActivity }>;

/** How exercises are read. */
const WORKOUTS = {
  type: "exercise",
  valueOf: ({ exercise }: DataPoint) => exercise,
} as const;

/** The only file that asks for Google's exercises and daily sums. */
export const activity = {
  /**
   * A day from 14 calls; a missing scope takes only its own part.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp
   */
  async activityDay(
    this: Workouts,
    date: CivilDate,
    call: Call,
  ): Promise<Answer<ActivityDay>> {
    const span = daysOf({ from: date, to: date });
    const sum = (type: DataTypeId, fields: string[], family?: Family) => ({
      fields: fields.map((field) => `summary.${field}`),
      ask: () => sumsOf(date, this.dailyRollUp(type, { from: date, to: date, family }, call)),
    });
    const daily = (type: DataTypeId, fields: string[]) => ({
      fields: fields.map((field) => `summary.${field}`),
      ask: async () => (await collect(this.reconcile(type, { span }, call), 1)).items[0],
    });
    const workouts: Part<Sourced<Exercise>[]> = {
      fields: ["activities"],
      ask: async () => (await collect(this._workouts({ span }, call))).items,
    };
    const { got, missing } = await assemble({
      steps: sum("steps", ["steps"]),
      floors: sum("floors", ["floors"]),
      altitude: sum("altitude", ["elevation"]),
      distance: sum("distance", ["distances"]),
      trackerDistance: sum("distance", ["distances[tracker]"], "google-wearables"),
      totalCalories: sum("total-calories", ["caloriesOut", "caloriesBMR"]),
      activeEnergy: sum("active-energy-burned", ["activityCalories", "caloriesBMR"]),
      sedentary: sum("sedentary-period", ["sedentaryMinutes"]),
      activeMinutes: sum("active-minutes", [
        "lightlyActiveMinutes", "fairlyActiveMinutes", "veryActiveMinutes",
      ]),
      zoneTimes: sum("time-in-heart-rate-zone", ["heartRateZones[].minutes"]),
      zoneCalories: sum("calories-in-heart-rate-zone", ["heartRateZones[].caloriesOut"]),
      zoneLimits: daily("daily-heart-rate-zones", [
        "heartRateZones[].min", "heartRateZones[].max",
      ]),
      restingHeartRate: daily("daily-resting-heart-rate", ["restingHeartRate"]),
      workouts,
    });
    const activities = got.workouts
      ?.sort((a, b) => newestFirst(b.value, a.value))
      .map(({ id, value }) => toDayActivity(id, value, call.unitSystem));
    const summary = toSummary(got, call.unitSystem);
    return { data: { ...activities && { activities }, summary }, missing };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile */
  async* activityLogs(
    this: Workouts,
    wanted: Wanted,
    call: Call,
  ): AsyncGenerator<Page<ActivityLog>> {
    for await (const { items, more } of this._workouts(pointsOf(wanted), call)) {
      const logs = await Promise.all(items.map((workout) => withSource(workout, call)));
      yield { items: logs, more };
    }
  },

  /**
   * Known by start and kind too, in UTC: the same exercise may come from a second app, with
   * another offset.
   */
  recentActivities(
    this: Workouts,
    since: CivilDate | undefined,
    call: Call,
  ): Pages<Found<ActivityLog>> {
    return mapPages(this._workouts({ span: daysOf({ from: since }) }, call), (workout) => {
      const { interval, exerciseType = "" } = workout.value;
      const start = new Date(interval.startTime).toISOString();
      return {
        id: workout.id,
        mark: `${start.slice(0, 16)} ${exerciseType}`,
        date: start.slice(0, 10),
        ts: Date.parse(start),
        record: toActivityLog(workout.id, workout.value, call.unitSystem),
        complete: () => withSource(workout, call),
      };
    });
  },

  /**
   * A known name is stored as Google's own type, any other as OTHER under that name.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create
   */
  async createActivityLog(this: Workouts, made: NewActivity, call: Call): Promise<Logged> {
    const kind = kindOf(made);
    const interval = newInterval(await this._clock(call), made.start, made.durationMs);
    const stored = { record: "The activity", lookAt: "List Activity Logs" };
    const point = await this.create("exercise", {
      exercise: {
        interval,
        ...kind,
        activeDuration: `${made.durationMs / 1_000}s`,
        metricsSummary: defined({
          caloriesKcal: made.calories,
          distanceMillimeters: made.distance && millimetresOf(made.distance),
        }),
      },
    }, stored, call);
    const { name, exercise } = point;
    if (!isTimed(exercise)) return { data: {} };
    return { data: { activityLog: toDayActivity(idOf(name), exercise, call.unitSystem) } };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete */
  async deleteActivityLog(this: Workouts, logId: string, call: Call) {
    const stored = { record: "The deletion", lookAt: "List Activity Logs" };
    await this.batchDelete("exercise", [logId], stored, call);
  },

  /** Google Health has no catalogue with ids. */
  activityTypes(): Promise<ActivityType[]> {
    return Promise.resolve([]);
  },

  /** Reconciled exercises, newest first. */
  _workouts(this: Workouts, query: PointsQuery, call: Call) {
    return sourced(this, WORKOUTS, query, call);
  },
} satisfies Partial<HealthApi> & Record<string, unknown>;

interface Workouts extends Days {
  _workouts(query: PointsQuery, call: Call): Pages<Sourced<Exercise>>;
}

/** The sums of a day, known by its date; undefined when it has no data. */
async function sumsOf(date: CivilDate, pages: Pages<DailyRollUpPoint>) {
  const { items } = await collect(pages);
  return items.find(({ civilStartTime }) => civilDateOf(civilStartTime?.date ?? {}) === date);
}

async function withSource({ id, value, source }: Sourced<Exercise>, call: Call) {
  return withProvenance(toActivityLog(id, value, call.unitSystem), await source());
}

function kindOf({ activity }: NewActivity): Required<Pick<Exercise, "exerciseType" | "displayName">> {
  const known = "id" in activity ? activityWithId(activity.id) : activityNamed(activity.name);
  if (known) return { exerciseType: known.google, displayName: known.name };
  if ("name" in activity) return { exerciseType: "OTHER", displayName: activity.name };
  throw new ConfigurationError(
    `Google Health knows no activity type ${activity.id}: give Activity Name, such as ${activityNames}.`,
  );
}

/** By Fitbit's words for units. */
const MILLIMETRES = { kilometer: 1_000_000, mile: 1_609_344, meter: 1_000, yards: 914.4 };

function millimetresOf({ value, unit }: NonNullable<NewActivity["distance"]>): number {
  return value * MILLIMETRES[unit];
}
