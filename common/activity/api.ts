import type { Answer } from "../answer";
import type { Call } from "../call";
import type { DayInput } from "../dates";
import type { LogQuery } from "../lists";
import type { Found, Reading } from "../polling/found";
import type { Identity } from "../polling/identities";
import type { Pages } from "../wire/pages";
import type { ActivityDay, ActivityLog, DayActivity, NewActivity } from "./shapes";

export interface ActivityApi {
  /** One day's activity; distances in the units of the call. */
  getActivityDay(day: DayInput, call: Call): Promise<Answer<ActivityDay>>;
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
