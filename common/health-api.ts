import type { CivilDate, DateRange, Day, DayRange } from "./dates";
import type { IdForm } from "./input";
import type { Pages } from "./wire/pages";
import type { Found } from "./polling/engine";
import type { Step } from "./pipedream";
import type {
  ActivityDay,
  ActivityLog,
  ActivityType,
  DayActivity,
  NewActivity,
} from "./activity/shapes";
import type { NewSleep, SleepDay, SleepLog } from "./sleep/shapes";
import type { Profile, ProfileChanges } from "./user/shapes";
import type { UnitSystem } from "./units";

/** What every method of an app is called with. */
export interface Call {
  $: Step;
  /** The component that does the same on Google Health; null when none does. */
  successor?: string | null;
  /** Units of what is sent and of what comes back; left out, metric. */
  unitSystem?: UnitSystem;
  /** IANA name that says which day is today; left out, the API is asked. */
  timeZone?: string;
}

/** A part that an answer made of several calls lacks. */
export interface Missing {
  part: string;
  /** `failed`: what was asked is done, and only reading it back was not. */
  why: "scope" | "no source" | "failed";
  scope?: string;
}

/** An answer; one that lost a part names it. */
export interface Answer<T> {
  data: T;
  missing?: Missing[];
}

/** Which records a list gives: those of a range, at most so many, newest start first. */
export interface Wanted extends DateRange {
  limit?: number;
  /** Only what this app may delete. Fitbit lets it delete all. */
  own?: boolean;
}

/**
 * What the components ask of an app, the same on both: days of the user's calendar, local
 * times, records in Fitbit's shapes. Failures are ApiErrors; wrong input is a
 * ConfigurationError.
 */
export interface HealthApi {
  /** What the id of a stored record looks like. */
  idForm(): IdForm;

  /** The user's calendar day that is meant. */
  civilDay(day: Day, call: Call): Promise<CivilDate>;
  civilRange(range: DayRange, call: Call): Promise<DateRange>;
  /** The user's offset from UTC, in ms; undefined when nothing tells. */
  utcOffset(call: Call): Promise<number | undefined>;

  profile(call: Call): Promise<Answer<Profile>>;
  updateProfile(changes: ProfileChanges, call: Call): Promise<Answer<Profile>>;

  activityDay(date: CivilDate, call: Call): Promise<Answer<ActivityDay>>;
  activityLogs(wanted: Wanted, call: Call): Pages<ActivityLog>;
  createActivityLog(
    activity: NewActivity,
    call: Call,
  ): Promise<Answer<{ activityLog?: DayActivity }>>;
  /** Exercises from a day on, as a source polls them. */
  recentActivities(since: CivilDate | undefined, call: Call): Pages<Found<ActivityLog>>;
  deleteActivityLog(logId: string, call: Call): Promise<void>;
  activityTypes(call: Call): Promise<ActivityType[]>;

  sleepDay(date: CivilDate, call: Call): Promise<Answer<SleepDay>>;
  sleepLogs(wanted: Wanted, call: Call): Pages<SleepLog>;
  createSleepLog(sleep: NewSleep, call: Call): Promise<Answer<{ sleep?: SleepLog }>>;
  /** Sleeps from a day on, as a source polls them. */
  recentSleeps(since: CivilDate | undefined, call: Call): Pages<Found<SleepLog>>;
  deleteSleepLog(logId: string, call: Call): Promise<void>;
}
