import type { Answer } from "../answer";
import type { Call } from "../call";
import type { CivilDate, DayInput } from "../dates";
import type { LogQuery } from "../lists";
import type { Found, Reading } from "../polling/found";
import type { Identity } from "../polling/identities";
import type { Granularity, Sample, Samples, Window } from "../intraday";
import type { Days } from "../ranges";
import type { Series } from "../series";
import type { Pages } from "../wire/pages";
import type { ActivityFigures, ActivityMetric, ActivityRows, IntradayMetric } from "./metrics";
import type {
  ActivityDay, ActivityGoals, ActivityHabit, ActivityLog, DayActivity, NewActivity, NewestData,
  WorkoutSummary,
} from "./shapes";
import type { ZoneMinutes, ZoneMinutesRows, ZoneSample } from "./zone-minutes";

export interface ActivityApi {
  /** One day's activity; distances in the units of the call. */
  getActivityDay(day: DayInput, call: Call): Promise<Answer<ActivityDay>>;
  /** Figures a day of each metric, the oldest day first; in the units of the call. */
  getActivityTimeSeries(
    metrics: readonly ActivityMetric[],
    range: Days,
    call: Call,
  ): Promise<Series<ActivityRows, ActivityFigures>>;
  /** The days from one on in which a watch counted steps, the oldest first. */
  listWatchDays(since: CivilDate, call: Call): Promise<CivilDate[]>;
  /** The daily goals that the API knows of; distances in the units of the call. */
  getActivityGoals(call: Call): Promise<ActivityGoals>;
  /**
   * The newest data from a day on; undefined where it finds none. Data that is no older than
   * `enoughMs` is new enough: no more is asked then.
   */
  findNewestData(
    wanted: { since: CivilDate; now: number; enoughMs: number },
    call: Call,
  ): Promise<NewestData | undefined>;
  /** Active zone minutes a day, in all and by zone, the oldest day first. */
  getActiveZoneMinutes(range: Days, call: Call): Promise<Series<ZoneMinutesRows, ZoneMinutes>>;
  /** A metric within days, the oldest first; in the units of the call. */
  getIntradayActivity(
    metric: IntradayMetric,
    window: Window,
    granularity: Granularity,
    call: Call,
  ): Samples<Sample>;
  /** The same of active zone minutes, in all and by zone. */
  getIntradayZoneMinutes(
    window: Window,
    granularity: Granularity,
    call: Call,
  ): Samples<ZoneSample>;
  /** One exercise. */
  getActivityLog(logId: string, call: Call): Promise<ActivityLog>;
  /** The track of an exercise as TCX, with what there is without GPS too. */
  getActivityTcx(logId: string, call: Call): Promise<string>;
  /** How the person moved in an exercise, where an advanced watch tells. */
  getWorkoutSummary(logId: string, call: Call): Promise<WorkoutSummary>;
  /** The kinds of exercise of late, each once, by when the person last did one. */
  listRecentActivityTypes(call: Call): Promise<ActivityHabit[]>;
  /** The same by how often. */
  listFrequentActivities(call: Call): Promise<ActivityHabit[]>;
  /** Exercises, newest start first; distances in the units of the call. */
  listActivityLogs(wanted: LogQuery, call: Call): Pages<ActivityLog>;
  /** The exercise that is stored already: of the same kind, start minute and duration. */
  findActivityLog(
    activity: NewActivity,
    call: Call,
  ): Promise<{ activityLog: DayActivity } | undefined>;
  /** Records an exercise, and gives it as stored. */
  createActivityLog(
    activity: NewActivity,
    call: Call,
  ): Promise<Answer<{ activityLog?: DayActivity }>>;
  /** Exercises from a day or a time on, as a source polls them. */
  listRecentActivities(reading: Reading, call: Call): Pages<Found<ActivityLog>>;
  /** How a source knows an exercise again. */
  getActivityIdentity(): Identity;
  deleteActivityLog(logId: string, call: Call): Promise<void>;
}
