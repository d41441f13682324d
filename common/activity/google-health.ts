import { ConfigurationError } from "@pipedream/platform";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { upTo, type CivilDate, type DayInput } from "../dates";
import type { DaysApi } from "../days";
import { defined } from "../fields";
import { fingerprint } from "../fingerprint";
import { clockOf } from "../google-health/days";
import { dailySums, type Value } from "../google-health/daily";
import { daysOf, minuteOf } from "../google-health/filters";
import { rolledUp } from "../google-health/intraday";
import type { PointsQuery } from "../google-health/points";
import type { Requests } from "../google-health/requests";
import {
  pointsOf, sourced, sourceKey, traced, type Sourced, type Traced,
} from "../google-health/sources";
import { findStored } from "../google-health/stored";
import {
  isTimed, lengthOf, localTime, newestFirst, startOf, type Timed,
} from "../google-health/times";
import { idOf, valueOf } from "../google-health/values";
import { civil, oldestFirst, type Window as Bounds } from "../google-health/windows";
import { newInterval } from "../google-health/writes";
import type { Granularity, Window } from "../intraday";
import type { LogQuery } from "../lists";
import type { Found, Reading } from "../polling/found";
import { byTimeAtWork } from "../polling/identities";
import { markOf } from "../polling/marks";
import type { Days } from "../ranges";
import { readDays } from "../series";
import { millimetresOf } from "../units";
import { ApiError } from "../wire/errors";
import { mapPages, whole, type Pages } from "../wire/pages";
import type { ActivityApi } from "./api";
import { summarySources, toSummary } from "./google-health-day";
import {
  figureOf, figuresOfDay, sampleOf, sourcesOf, toZoneMinutes, toZoneSample,
} from "./google-health-figures";
import {
  EXERCISE, toActivityLog, toDayActivity, withProvenance, type Exercise,
} from "./google-health-log";
import type { activityOfLate } from "./google-health-newest";
import type { activityWorkouts } from "./google-health-workouts";
import { contentOfActivity, kindOfActivity } from "./marks";
import { activityDay, type ActivityMetric, type IntradayMetric } from "./metrics";
import { activityNamed, activityNames, activityWithId } from "./names";
import type { ActivityDay, ActivityLog, DayActivity, NewActivity } from "./shapes";
import { zoneMinutesDay } from "./zone-minutes";

const WITHOUT_TIME = "Google Health gave the activity without its times. Run the step again later.";

const WATCH = "tracker/steps";

type Created = Answer<{ activityLog?: DayActivity }>;

/** The only file that asks for Google's exercises and daily sums. */
export const activity = {
  /**
   * A day from 14 calls; a missing scope takes only its own part.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp
   */
  async getActivityDay(
    this: Requests & Pick<DaysApi, "getCivilDay">,
    day: DayInput,
    call: Call,
  ): Promise<Answer<ActivityDay>> {
    const date = await this.getCivilDay(day, call);
    let activities: DayActivity[] | undefined;
    const { days, missing } = await readDays<Value>({
      ...summarySources(this, call),
      activities: {
        parts: ["activities"],
        ask: async (range) => {
          activities = await activitiesOf(this, range, call);
          return [];
        },
      },
    }, { from: date, to: date });
    const summary = toSummary(days.get(date) ?? {}, call.unitSystem);
    return { data: { date, ...activities && { activities }, summary }, missing };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp */
  async getActivityTimeSeries(
    this: Requests, metrics: readonly ActivityMetric[], range: Days, call: Call,
  ) {
    const { days, ...rest } = await readDays(sourcesOf(this, metrics, call), range);
    const series = [...days].flatMap(([date, values]) =>
      activityDay(date, figuresOfDay(values, metrics, call.unitSystem)));
    return { days: series, ...rest };
  },

  /** Up to the last day that has begun anywhere on earth: one that has not has no steps. */
  async listWatchDays(
    this: Pick<ActivityApi, "getActivityTimeSeries">, since: CivilDate, call: Call,
  ) {
    const range = { from: since, to: upTo(undefined, Date.now()) };
    const { days, error } = await this.getActivityTimeSeries([WATCH], range, call);
    if (error) throw error;
    return days.flatMap(({ date, figures }) => figures[WATCH] ? [date] : []);
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp */
  async getActiveZoneMinutes(this: Requests, range: Days, call: Call) {
    const parts = ["activeZoneMinutes"];
    const minutes = dailySums(this, "active-zone-minutes", parts, call);
    const { days, ...rest } = await readDays({ minutes }, range);
    const series = [...days].flatMap(([date, { minutes }]) =>
      zoneMinutesDay(date, toZoneMinutes(minutes)));
    return { days: series, ...rest };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/rollUp */
  getIntradayActivity(
    this: Requests,
    metric: IntradayMetric,
    window: Window,
    granularity: Granularity,
    call: Call,
  ) {
    const { reads: [type] } = figureOf(metric);
    const read = (value: Value) => sampleOf(metric, value, call.unitSystem);
    return rolledUp(this, type, window, granularity, read, call);
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/rollUp */
  async* getIntradayZoneMinutes(
    this: Requests, window: Window, granularity: Granularity, call: Call,
  ) {
    yield* rolledUp(this, "active-zone-minutes", window, granularity, toZoneSample, call);
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/get */
  async getActivityLog(this: Requests, logId: string, call: Call): Promise<ActivityLog> {
    const { dataSource, ...point } = await this.getDataPoint("exercise", logId, call);
    const exercise = valueOf<Exercise>(point, "exercise", EXERCISE);
    if (!isTimed(exercise)) throw new ApiError("unexpected", WITHOUT_TIME);
    return withProvenance(toActivityLog(logId, exercise, call.unitSystem), dataSource);
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile */
  listActivityLogs(this: Requests, wanted: LogQuery, call: Call): Pages<ActivityLog> {
    const found = traced(workouts(this, pointsOf(wanted), call), wanted);
    return mapPages(found, (workout) => toLog(workout, call));
  },

  /** Asked by local start, and told by instants: two apps may give one workout two offsets. */
  listRecentActivities(
    this: Requests,
    { from, oldestFirst: isRising }: Reading,
    call: Call,
  ): Pages<Found<ActivityLog>> {
    const read = (bound: Partial<Bounds>) => mapPages(
      workouts(this, { span: { civil: bound } }, call),
      (workout) => toFound(workout, call),
    );
    return isRising && from !== undefined
      ? oldestFirst(read, from, Date.now(), civil)
      : read({ from });
  },

  getActivityIdentity: () => byTimeAtWork,

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
  async createActivityLog(this: Requests, made: NewActivity, call: Call): Promise<Created> {
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
    const exercise = valueOf<Exercise>(point, "exercise", EXERCISE);
    const id = idOf(point.name);
    if (!id || !isTimed(exercise)) return { data: {} };
    const activityLog = toDayActivity(id, exercise, call.unitSystem);
    return { data: { activityLog } };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete */
  async deleteActivityLog(this: Requests, logId: string, call: Call) {
    const stored = { record: "The deletion", lookAt: "List Activity Logs" };
    await this.deleteDataPoints("exercise", [logId], stored, call);
  },
} satisfies Omit<ActivityApi, keyof typeof activityWorkouts | keyof typeof activityOfLate>;

/** The exercises of days, in their order. */
async function activitiesOf(app: Requests, range: Days, call: Call): Promise<DayActivity[]> {
  const found = await whole(workouts(app, { span: daysOf(range) }, call));
  return found
    .sort((a, b) => newestFirst(b.value, a.value))
    .map(({ id, value }) => toDayActivity(id, value, call.unitSystem));
}

/** Reconciled exercises, newest first. */
function workouts(app: Requests, query: PointsQuery, call: Call) {
  return sourced<Exercise>(app, "exercise", query, call, EXERCISE);
}

/** A workout as a source polls it. Another report of it is another's word on it. */
function toFound(workout: Sourced<Exercise>, call: Call): Found<ActivityLog> {
  const { id, value } = workout;
  const { interval, exerciseType: type, displayName: name } = value;
  const [start, end] = [Date.parse(interval.startTime), Date.parse(interval.endTime)];
  const record = toActivityLog(id, value, call.unitSystem);
  return {
    id,
    mark: markOf({ start, end }, kindOfActivity({ type, name })),
    content: fingerprint(`${id} ${contentOfActivity(record)}`),
    day: new Date(start).toISOString().slice(0, 10),
    place: localTime(startOf(interval)).slice(0, 19),
    at: { utc: start },
    record,
    complete: async () => withProvenance(record, await workout.source()),
    source: async () => {
      const origin = await workout.source();
      return origin && sourceKey(origin);
    },
  };
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
