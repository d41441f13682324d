import { ConfigurationError } from "@pipedream/platform";
import type { Answer } from "../answer";
import type { Call } from "../call";
import type { CivilDate } from "../dates";
import { defined } from "../fields";
import { clockOf } from "../google-health/days";
import { daysOf, minuteOf } from "../google-health/filters";
import { assemble, type Part } from "../google-health/parts";
import type { PointsQuery } from "../google-health/points";
import type { Requests } from "../google-health/requests";
import {
  pointsOf, sourced, traced, type Sourced, type Traced,
} from "../google-health/sources";
import { findStored } from "../google-health/stored";
import { isTimed, lengthOf, newestFirst, type Timed } from "../google-health/times";
import { idOf, valueOf } from "../google-health/values";
import { newInterval } from "../google-health/writes";
import type { LogQuery } from "../lists";
import type { Found } from "../polling/engine";
import { millimetresOf } from "../units";
import { collect, mapPages, type Pages } from "../wire/pages";
import type { ActivityApi } from "./api";
import { summaryParts, toSummary, type DayValues } from "./google-health-day";
import { toActivityLog, toDayActivity, withProvenance, type Exercise } from "./google-health-log";
import { activityNamed, activityNames, activityWithId } from "./names";
import type { ActivityDay, ActivityLog, DayActivity, NewActivity } from "./shapes";

/** What one of the calls of a day gives. */
type DayPart = NonNullable<DayValues[string]> & { found?: Sourced<Exercise>[] };

type Stored = Answer<{ activityLog?: DayActivity }>;

/** The only file that asks for Google's exercises and daily sums. */
export const activity = {
  /**
   * A day from 14 calls; a missing scope takes only its own part.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp
   */
  async getActivityDay(
    this: Requests,
    date: CivilDate,
    call: Call,
  ): Promise<Answer<ActivityDay>> {
    const span = daysOf({ from: date, to: date });
    const { got, missing } = await assemble<Record<string, Part<DayPart>>>({
      ...summaryParts(this, date, call),
      activities: {
        fields: ["activities"],
        ask: async () => ({ found: (await collect(workouts(this, { span }, call))).items }),
      },
    });
    const activities = got.activities?.found
      ?.sort((a, b) => newestFirst(b.value, a.value))
      .map(({ id, value }) => toDayActivity(id, value, call.unitSystem));
    const summary = toSummary(got, call.unitSystem);
    return { data: { ...activities && { activities }, summary }, missing };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile */
  listActivityLogs(this: Requests, wanted: LogQuery, call: Call): Pages<ActivityLog> {
    const found = traced(workouts(this, pointsOf(wanted), call), wanted);
    return mapPages(found, (workout) => toLog(workout, call));
  },

  /**
   * Known by start and kind too, in UTC: the same exercise may come from a second app, with
   * another offset.
   */
  listRecentActivities(
    this: Requests,
    since: CivilDate | undefined,
    call: Call,
  ): Pages<Found<ActivityLog>> {
    return mapPages(workouts(this, { span: daysOf({ from: since }) }, call), (workout) => {
      const { interval, exerciseType = "" } = workout.value;
      const start = new Date(interval.startTime).toISOString();
      return {
        id: workout.id,
        mark: `${start.slice(0, 16)} ${exerciseType}`,
        date: start.slice(0, 10),
        ts: Date.parse(start),
        record: toActivityLog(workout.id, workout.value, call.unitSystem),
        complete: async () => toLog({ ...workout, source: await workout.source() }, call),
      };
    });
  },

  /** Looked for among what anybody stored of the minute that it starts. */
  async findActivityLog(this: Requests, made: NewActivity, call: Call) {
    const kind = kindOf(made);
    const isSame = (exercise: Timed<Exercise>) =>
      lengthOf(exercise.interval) === made.durationMs && isOfKind(exercise, kind);
    const span = minuteOf(made.start);
    const found = await findStored<Exercise>(this, "exercise", span, isSame, call);
    return found && { activityLog: toDayActivity(found.id, found.value, call.unitSystem) };
  },

  /**
   * A known name is stored as Google's own type, any other as OTHER under that name.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create
   */
  async createActivityLog(this: Requests, made: NewActivity, call: Call): Promise<Stored> {
    const kind = kindOf(made);
    const interval = newInterval(await clockOf(this, call), made.start, made.durationMs);
    const stored = { record: "The activity", lookAt: "List Activity Logs" };
    const point = await this.createDataPoint("exercise", {
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
    const exercise = valueOf<Exercise>(point, "exercise");
    if (!isTimed(exercise)) return { data: {} };
    const activityLog = toDayActivity(idOf(point.name), exercise, call.unitSystem);
    return { data: { activityLog } };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete */
  async deleteActivityLog(this: Requests, logId: string, call: Call) {
    const stored = { record: "The deletion", lookAt: "List Activity Logs" };
    await this.deleteDataPoints("exercise", [logId], stored, call);
  },
} satisfies ActivityApi;

/** Reconciled exercises, newest first. */
function workouts(app: Requests, query: PointsQuery, call: Call) {
  return sourced<Exercise>(app, "exercise", query, call);
}

function toLog({ id, value, source }: Traced<Exercise>, call: Call): ActivityLog {
  return withProvenance(toActivityLog(id, value, call.unitSystem), source);
}

type Kind = Required<Pick<Exercise, "exerciseType" | "displayName">>;

/** The type says what it was, but for one that has none of its own: there the name does. */
function isOfKind({ exerciseType, displayName = "" }: Exercise, kind: Kind): boolean {
  const isNamed = displayName.toLowerCase() === kind.displayName.toLowerCase();
  return exerciseType === kind.exerciseType && (exerciseType !== "OTHER" || isNamed);
}

function kindOf({ activity }: NewActivity): Kind {
  const known = "id" in activity ? activityWithId(activity.id) : activityNamed(activity.name);
  if (known) return { exerciseType: known.google, displayName: known.name };
  if ("name" in activity) return { exerciseType: "OTHER", displayName: activity.name };
  throw new ConfigurationError(
    `Google Health knows no activity type ${activity.id}: give Activity Name, such as ${activityNames}.`,
  );
}
