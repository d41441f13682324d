import { ConfigurationError } from "@pipedream/platform";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { holdsStill, readTime } from "../clocks";
import { dayIn, offsetIn, type CivilDate } from "../dates";
import type { DaysApi } from "../days";
import { firstPage, nextPage, oldestPage, type ListParams, type Paged } from "../fitbit/lists";
import { get, post, remove, type MakesRequests, type Requests } from "../fitbit/requests";
import { byWriter, type LogQuery } from "../lists";
import type { Step } from "../pipedream";
import type { Reading } from "../polling/found";
import { byAlias } from "../polling/identities";
import { markOf } from "../polling/marks";
import { unitsOf } from "../units";
import { failedWith } from "../wire/errors";
import { withStringId } from "../wire/ids";
import { collect, mapPages, type Page } from "../wire/pages";
import { path } from "../wire/paths";
import type { ActivityApi } from "./api";
import { contentOfActivity, kindOfActivity } from "./marks";
import { activityNamed } from "./names";
import type {
  ActivityDay, ActivityGoals, ActivityLog, ActivityType, DayActivity, NewActivity,
} from "./shapes";

const SCOPE = "activity";

/** A day and a half: from one day's exercise to the end of the next night. */
const OFFSET_TELLS_FOR_MS = 36 * 3_600_000;

interface ActivityList extends Paged {
  activities: ActivityLog[];
}

interface Steps {
  "activities-steps": { dateTime: string; value: string }[];
}

type Stored = Answer<{ activityLog?: DayActivity }>;

const dayPath = (date: CivilDate) => path`/1/user/-/activities/date/${date}.json`;

/** The only file that knows Fitbit's paths of activities. */
export const activity = {
  /** https://dev.fitbit.com/build/reference/web-api/activity/get-daily-activity-summary/ */
  async getActivityDay(
    this: Requests,
    date: CivilDate,
    call: Call,
  ): Promise<Answer<ActivityDay>> {
    const body = await askDay(this, date, call);
    return {
      data: {
        activities: (body.activities ?? []).map(withStringId),
        goals: body.goals && withPlausibleDistance(body.goals, call),
        summary: body.summary ?? {},
      },
    };
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
   * The time zone given says it; else a daily series asked with `today`, which needs no
   * profile scope.
   * https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date/
   */
  async getToday(this: Requests, call: Call): Promise<CivilDate> {
    if (call.timeZone) return dayIn(call.timeZone, Date.now());
    try {
      const body = await get<Steps>(this, {
        path: path`/1/user/-/activities/steps/date/today/1d.json`,
        scope: SCOPE,
      }, call);
      return body["activities-steps"]?.at(-1)?.dateTime ?? unknownDay("Fitbit did not say");
    } catch (error) {
      if (!failedWith(error, "missing_scope")) throw error;
      return unknownDay("Without the scope `activity` Fitbit cannot say");
    }
  },

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

  /** Looked for among the activities of its day. */
  async findActivityLog(this: Requests, made: NewActivity, call: Call) {
    const { activities = [] } = await askDay(this, made.start.day, call);
    const activityLog = activities.map(withStringId).find((log) => isSame(log, made));
    return activityLog && { activityLog };
  },

  /**
   * A known name is logged as Fitbit's own activity, any other as one of the user's.
   * https://dev.fitbit.com/build/reference/web-api/activity/create-activity-log/
   */
  async createActivityLog(this: Requests, activity: NewActivity, call: Call): Promise<Stored> {
    const body = await post<{ activityLog: DayActivity }>(this, {
      path: path`/1/user/-/activities.json`,
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
    }, call);
    return { data: { activityLog: body.activityLog && withStringId(body.activityLog) } };
  },

  /** https://dev.fitbit.com/build/reference/web-api/activity/delete-activity-log/ */
  async deleteActivityLog(this: Requests, logId: string, call: Call) {
    await remove(this, {
      path: path`/1/user/-/activities/${logId}.json`,
      scope: SCOPE,
      stored: { record: "The deletion", lookAt: "List Activity Logs" },
    }, call);
  },
} satisfies ActivityApi & Pick<DaysApi, "getToday" | "getUtcOffset">;

interface Category {
  name?: string;
  activities?: { id: number; name: string }[];
  subCategories?: Category[];
}

/** What this API alone has of activities. */
export const activityAlone = {
  /**
   * Every kind of activity that has an id.
   * https://dev.fitbit.com/build/reference/web-api/activity/get-all-activity-types/
   */
  async listActivityTypes(this: Requests, call: Call): Promise<ActivityType[]> {
    const body = await get<{ categories: Category[] }>(this, {
      path: path`/1/activities.json`,
      scope: SCOPE,
    }, call);
    return (body.categories ?? []).flatMap(typesOf);
  },

  /** A day's activity as the API gives it; deployed components use it by this name. */
  async getActivitySummary(
    this: MakesRequests,
    { date, ...args }: { date: CivilDate; $?: Step },
  ): Promise<unknown> {
    return await this._makeRequest({ path: dayPath(date), ...args });
  },
};

async function askDay(app: Requests, date: CivilDate, call: Call) {
  return await get<ActivityDay>(app, { path: dayPath(date), scope: SCOPE }, call);
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
async function* listed(
  app: Requests,
  wanted: LogQuery,
  call: Call,
  first = firstPage(wanted, Date.now()),
): AsyncGenerator<Page<ActivityLog>> {
  let params: ListParams | undefined = first;
  while (params) {
    const body: Partial<ActivityList> = await get<ActivityList>(app, {
      path: path`/1/user/-/activities/list.json`,
      params,
      scope: SCOPE,
    }, call);
    const logs = (body.activities ?? []).map(withStringId);
    const items = logs.filter(({ startTime }) => !wanted.from || startTime >= wanted.from);
    params = items.length === logs.length ? nextPage(body) : undefined;
    yield { items, more: params !== undefined };
  }
}

function unknownDay(why: string): never {
  throw new ConfigurationError(
    `${why} which day it is for you. Write dates such as 2026-03-20, or set Time Zone, such as Europe/Berlin.`,
  );
}

function kindOf({ activity }: NewActivity): { activityId: number } | { activityName: string } {
  if ("id" in activity) return { activityId: activity.id };
  const known = activityNamed(activity.name);
  return known ? { activityId: known.fitbit } : { activityName: activity.name };
}

function typesOf({ name, activities = [], subCategories = [] }: Category): ActivityType[] {
  return [
    ...activities.map((type) => ({ id: type.id, name: type.name, category: name })),
    ...subCategories.flatMap(typesOf),
  ];
}

const FARTHEST_DAILY_GOAL = 1_000;

/** Since June 2026 this goal has been seen in millimetres, whatever units were asked for. */
function withPlausibleDistance(goals: ActivityGoals, { unitSystem }: Call): ActivityGoals {
  const { distance } = goals;
  if (distance === undefined || distance <= FARTHEST_DAILY_GOAL) return goals;
  return { ...goals, distance: distance / unitsOf(unitSystem).distance.millimetres };
}
