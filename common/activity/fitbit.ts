import { activityNamed } from "./names";
import { offsetIn, readTimeZone, type CivilDate } from "../dates";
import { failedWith } from "../wire/errors";
import type { Answer, Call, HealthApi, Wanted } from "../health-api";
import { withStringId } from "../wire/ids";
import { collect, mapPages, type Page } from "../wire/pages";
import { path } from "../wire/paths";
import type {
  ActivityDay,
  ActivityGoals,
  ActivityLog,
  ActivityType,
  DayActivity,
  NewActivity,
} from "./shapes";
import { unitsOf } from "../units";
import { newestFirst, nextPage, type ListParams, type Paged } from "../fitbit/lists";
import type { Requests } from "../fitbit/requests";

const SCOPE = "activity";

interface ActivityList extends Paged {
  activities: ActivityLog[];
}

type Logged = Answer<{ activityLog?: DayActivity }>;

interface Category {
  name?: string;
  activities?: { id: number; name: string }[];
  subCategories?: Category[];
}

/** The only file that knows Fitbit's paths of activities. */
export const activity = {
  /** https://dev.fitbit.com/build/reference/web-api/activity/get-daily-activity-summary/ */
  async activityDay(
    this: Requests,
    date: CivilDate,
    call: Call,
  ): Promise<Answer<ActivityDay>> {
    const body = await this.get<ActivityDay>({
      path: path`/1/user/-/activities/date/${date}.json`,
      scope: SCOPE,
    }, call);
    return {
      data: {
        activities: (body.activities ?? []).map(withStringId),
        goals: body.goals && withPlausibleDistance(body.goals, call),
        summary: body.summary ?? {},
      },
    };
  },

  /** https://dev.fitbit.com/build/reference/web-api/activity/get-activity-log-list/ */
  async* activityLogs(
    this: Requests,
    wanted: Wanted,
    call: Call,
  ): AsyncGenerator<Page<ActivityLog>> {
    let params: ListParams | undefined = newestFirst(wanted, Date.now());
    while (params) {
      const body: Partial<ActivityList> = await this.get<ActivityList>({
        path: path`/1/user/-/activities/list.json`,
        params,
        scope: SCOPE,
      }, call);
      const logs = (body.activities ?? []).map(withStringId);
      const items = logs.filter(({ startTime }) => !wanted.from || startTime >= wanted.from);
      params = items.length === logs.length ? nextPage(body) : undefined;
      yield { items, more: params !== undefined };
    }
  },

  /** Known by start and kind too, since old ids were renumbered. */
  recentActivities(this: Activities, since: CivilDate | undefined, call: Call) {
    return mapPages(this.activityLogs({ from: since }, call), (record) => ({
      id: record.logId,
      mark: `${record.startTime.slice(0, 16)} ${record.activityTypeId ?? record.activityName}`,
      date: record.startTime.slice(0, 10),
      ts: Date.parse(record.startTime),
      record,
    }));
  },

  /**
   * The time zone given says it; else the newest exercise does: its start is the one time that
   * carries an offset and needs no profile scope.
   */
  async utcOffset(this: Activities, call: Call) {
    if (call.timeZone) return offsetIn(readTimeZone(call.timeZone), Date.now());
    try {
      const [log] = (await collect(this.activityLogs({ limit: 1 }, call), 1)).items;
      return log && offsetOf(log.startTime);
    } catch (error) {
      if (failedWith(error, "missing_scope")) return undefined;
      throw error;
    }
  },

  /**
   * A known name is logged as Fitbit's own activity, any other as one of the user's.
   * https://dev.fitbit.com/build/reference/web-api/activity/create-activity-log/
   */
  async createActivityLog(this: Requests, activity: NewActivity, call: Call): Promise<Logged> {
    const body = await this.post<{ activityLog: DayActivity }>({
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
    await this.remove({
      path: path`/1/user/-/activities/${logId}.json`,
      scope: SCOPE,
      stored: { record: "The deletion", lookAt: "List Activity Logs" },
    }, call);
  },

  /**
   * Every kind of activity that has an id.
   * https://dev.fitbit.com/build/reference/web-api/activity/get-all-activity-types/
   */
  async activityTypes(this: Requests, call: Call): Promise<ActivityType[]> {
    const body = await this.get<{ categories: Category[] }>({
      path: path`/1/activities.json`,
      scope: SCOPE,
    }, call);
    return (body.categories ?? []).flatMap(typesOf);
  },
} satisfies Partial<HealthApi>;

interface Activities extends Requests {
  activityLogs: HealthApi["activityLogs"];
}

/** The offset that a time such as `2026-03-20T07:30:00.000-07:00` carries, in ms. */
function offsetOf(time: string): number {
  return Date.parse(`${time.slice(0, 19)}Z`) - Date.parse(`${time.slice(0, 19)}${time.slice(-6)}`);
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
