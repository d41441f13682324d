import type { Answer } from "../answer";
import type { Call } from "../call";
import { holdsStill, readTime } from "../clocks";
import { offsetIn, type CivilDate, type DayInput } from "../dates";
import type { DaysApi } from "../days";
import { objectsIn, textOf } from "../fields";
import { askDay } from "../fitbit/days";
import { logPages, oldestPage, type ListParams, type Pagination } from "../fitbit/lists";
import {
  get, postRecord, remove, type MakesRequests, type Requests,
} from "../fitbit/requests";
import { byWriter, type LogQuery } from "../lists";
import type { Step } from "../pipedream";
import type { Reading } from "../polling/found";
import { byAlias } from "../polling/identities";
import { markOf } from "../polling/marks";
import { recordClock } from "../record-clock";
import { unitsOf } from "../units";
import { ApiError, failedWith } from "../wire/errors";
import { collect, mapPages, type Pages } from "../wire/pages";
import { path } from "../wire/paths";
import { numbersOf, readEach } from "../wire/records";
import type { ActivityApi } from "./api";
import type { activityOfLate } from "./fitbit-newest";
import type { activitySeries } from "./fitbit-series";
import type { activityWorkouts } from "./fitbit-workouts";
import { contentOfActivity, kindOfActivity } from "./marks";
import { activityNamed } from "./names";
import { readActivityLog, readDayActivity, readDaySummary, readGoals } from "./records";
import type {
  ActivityDay, ActivityGoals, ActivityLog, ActivityType, DayActivity, NewActivity,
} from "./shapes";

const SCOPE = "activity";

/** A day and a half: from one day's exercise to the end of the next night. */
const OFFSET_TELLS_FOR_MS = 36 * 3_600_000;

interface ActivityList {
  activities: unknown[];
  pagination: Pagination;
}

interface WholeDay {
  activities: unknown[];
  goals: object | null;
  summary: object;
}

type Created = Answer<{ activityLog?: DayActivity }>;

const dayPath = (date: CivilDate) => path`/1/user/-/activities/date/${date}.json`;

/** The only file that knows Fitbit's paths of activities. */
export const activity = {
  /** https://dev.fitbit.com/build/reference/web-api/activity/get-daily-activity-summary/ */
  async getActivityDay(
    this: Requests & Pick<DaysApi, "getCivilDay">,
    day: DayInput,
    call: Call,
  ): Promise<Answer<ActivityDay>> {
    const data = await askDay(this, day, call, async (date) => {
      const { activities, goals, summary } = await wholeDay(this, date, call);
      return {
        activities,
        ...goals && { goals: withPlausibleDistance(readGoals(goals), call) },
        summary: readDaySummary(summary),
      };
    }, ({ activities: [first] }) => first?.startDate);
    return { data };
  },

  /** Not documented, but what clients have long asked for; a list entry by itself. */
  async getActivityLog(this: Requests, logId: string, call: Call): Promise<ActivityLog> {
    const { activityLog } = await get<{ activityLog: object }>(this, {
      path: path`/1.1/user/-/activities/${logId}.json`,
      root: "activityLog",
      scope: SCOPE,
    }, call);
    return readActivityLog(activityLog) ?? unreadable();
  },

  /** https://dev.fitbit.com/build/reference/web-api/activity/get-activity-log-list/ */
  listActivityLogs(this: Requests, wanted: LogQuery, call: Call) {
    return byWriter(listed(this, wanted, call), wanted, (log) => log);
  },

  /** Known by start, kind and duration too, since old ids were renumbered. */
  listRecentActivities(this: Requests, { from = "", oldestFirst }: Reading, call: Call) {
    const pages = oldestFirst
      ? listed(this, {}, call, oldestPage(from))
      : listed(this, { from: from || undefined }, call);
    return mapPages(pages, (record) => {
      const { logId, activityTypeId: type, activityName: name, startTime, duration } = record;
      const { moment, wall } = readTime(startTime);
      const lasting = { start: wall, end: wall + (duration || 0) };
      return {
        id: logId,
        mark: markOf(lasting, kindOfActivity({ type, name })),
        content: contentOfActivity(record),
        day: startTime.slice(0, 10),
        place: startTime.slice(0, 19),
        at: moment,
        record,
      };
    });
  },

  getActivityIdentity: () => byAlias,

  /**
   * The time zone given says it; else the newest exercise does: its start is the one time that
   * carries an offset and needs no profile scope. An old one tells nothing, since people
   * travel, and neither does one from before a change of clocks.
   */
  async getUtcOffset(this: Requests, call: Call) {
    const now = Date.now();
    if (call.timeZone) return offsetIn(call.timeZone, now);
    try {
      const [log] = (await collect(listed(this, { limit: 1 }, call), 1)).items;
      const { wall, offset } = readTime(log?.startTime);
      if (offset === undefined) return undefined;
      const then = wall - offset;
      return now - then <= OFFSET_TELLS_FOR_MS && holdsStill(offset, then, now)
        ? offset
        : undefined;
    } catch (error) {
      if (failedWith(error, "missing_scope")) return undefined;
      throw error;
    }
  },

  getRecordClock(this: Pick<DaysApi, "getUtcOffset">, call: Call) {
    return recordClock(call.timeZone, () => this.getUtcOffset(call));
  },

  /** Looked for among the activities of its day. */
  async findActivityLog(this: Requests, made: NewActivity, call: Call) {
    const { activities } = await wholeDay(this, made.start.day, call);
    const activityLog = activities.find((log) => isSame(log, made));
    return activityLog && { activityLog };
  },

  /**
   * A known name is logged as Fitbit's own activity, any other as one of the user's.
   * https://dev.fitbit.com/build/reference/web-api/activity/create-activity-log/
   */
  async createActivityLog(
    this: Requests, activity: NewActivity, call: Call,
  ): Promise<Created> {
    const activityLog = await postRecord(this, {
      path: path`/1/user/-/activities.json`,
      root: "activityLog",
      params: {
        ...kindOf(activity),
        // Documented as needed with a name only, but refused without. 0 stands for unknown.
        manualCalories: activity.calories ?? 0,
        date: activity.start.day,
        startTime: activity.start.time,
        durationMillis: activity.durationMs,
        distance: activity.distance?.value,
        distanceUnit: activity.distance?.unit,
      },
      scope: SCOPE,
      stored: { record: "The activity", lookAt: "List Activity Logs" },
    }, readDayActivity, call);
    return { data: { activityLog } };
  },

  /** https://dev.fitbit.com/build/reference/web-api/activity/delete-activity-log/ */
  async deleteActivityLog(this: Requests, logId: string, call: Call) {
    await remove(this, {
      path: path`/1/user/-/activities/${logId}.json`,
      scope: SCOPE,
      stored: { record: "The deletion", lookAt: "List Activity Logs" },
    }, call);
  },
} satisfies Omit<ActivityApi, Elsewhere> & Pick<DaysApi, "getUtcOffset" | "getRecordClock">;

/** What stands in files of its own. */
type Elsewhere = keyof typeof activitySeries | keyof typeof activityWorkouts
  | keyof typeof activityOfLate;

function unreadable(): never {
  throw new ApiError("unexpected", "Fitbit gave the activity without an id or a start. Run the step again later.");
}

/** What this API alone has of activities. */
export const activityAlone = {
  /**
   * Every kind of activity that has an id.
   * https://dev.fitbit.com/build/reference/web-api/activity/get-all-activity-types/
   */
  async listActivityTypes(this: Requests, call: Call): Promise<ActivityType[]> {
    const { categories } = await get<{ categories: object[] }>(this, {
      path: path`/1/activities.json`,
      root: "categories[]",
      scope: SCOPE,
    }, call);
    return objectsIn(categories).flatMap(typesOf);
  },

  /** A day's activity as the API gives it; deployed components use it by this name. */
  async getActivitySummary(
    this: MakesRequests,
    { date, ...args }: { date: CivilDate; $?: Step },
  ): Promise<unknown> {
    return await this._makeRequest({ path: dayPath(date), ...args });
  },
};

/** What a day's answer holds, with those of its activities that can be read. */
async function wholeDay(app: Requests, date: CivilDate, call: Call) {
  const { activities, goals, summary } = await get<WholeDay>(app, {
    path: dayPath(date),
    root: ["activities[]", "summary"],
    scope: SCOPE,
  }, call);
  const logs = readEach(activities, "activities of the day", readDayActivity, call);
  return { activities: logs, goals, summary };
}

/**
 * Whether a stored activity is the one that is to be made. By its distance Fitbit may store it
 * as a more exact kind, under the kind that was named.
 */
function isSame(log: DayActivity, made: NewActivity): boolean {
  const { start, durationMs } = made;
  const kind = kindOf(made);
  const isKind = "activityId" in kind
    ? [log.activityId, log.activityParentId].includes(kind.activityId)
    : log.name.toLowerCase() === kind.activityName.toLowerCase();
  return isKind && log.duration === durationMs
    && log.startDate === start.day && log.startTime === start.time;
}

/** Exercises, newest start first. */
function listed(
  app: Requests,
  wanted: LogQuery,
  call: Call,
  first?: ListParams,
): Pages<ActivityLog> {
  return logPages({
    async ask(params) {
      const { activities, pagination } = await get<ActivityList>(app, {
        path: path`/1/user/-/activities/list.json`,
        params,
        root: ["activities[]", "pagination"],
        empty: true,
        scope: SCOPE,
      }, call);
      const logs = readEach(activities, "activity logs", readActivityLog, call);
      return { logs, pagination };
    },
    dayOf: ({ startTime }) => startTime.slice(0, 10),
    idOf: ({ logId }) => logId,
  }, wanted, call, first);
}

function kindOf({ activity }: NewActivity): { activityId: number } | { activityName: string } {
  if ("id" in activity) return { activityId: activity.id };
  const known = activityNamed(activity.name);
  return known ? { activityId: known.fitbit } : { activityName: activity.name };
}

/** The types of a category and of those within it; one without an id or a name is none. */
function typesOf(category: Record<string, unknown>): ActivityType[] {
  const own = objectsIn(category.activities).flatMap((type) => {
    const { id } = numbersOf(type, "id");
    const name = textOf(type.name);
    return id === undefined || name === undefined
      ? []
      : [{ id, name, category: textOf(category.name) }];
  });
  return [...own, ...objectsIn(category.subCategories).flatMap(typesOf)];
}

const FARTHEST_DAILY_GOAL = 1_000;

/** Since June 2026 this goal has been seen in millimetres, whatever units were asked for. */
function withPlausibleDistance(goals: ActivityGoals, { unitSystem }: Call): ActivityGoals {
  const { distance } = goals;
  if (distance === undefined || distance <= FARTHEST_DAILY_GOAL) return goals;
  return { ...goals, distance: distance / unitsOf(unitSystem).distance.millimetres };
}
