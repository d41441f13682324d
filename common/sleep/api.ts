import type { Answer } from "../answer";
import type { Call } from "../call";
import type { DayInput } from "../dates";
import type { LogQuery } from "../lists";
import type { Found, Reading } from "../polling/found";
import type { Identity } from "../polling/identities";
import type { Pages } from "../wire/pages";
import type { NewSleep, SleepDay, SleepLog } from "./shapes";

export interface SleepApi {
  /** Every sleep that ended on a day; local times without offset. */
  getSleepDay(day: DayInput, call: Call): Promise<Answer<SleepDay>>;
  /** Sleeps that ended on the days wanted, newest start first. */
  listSleepLogs(wanted: LogQuery, call: Call): Pages<SleepLog>;
  /** The sleep that is stored already: of the same start minute and duration. */
  findSleepLog(sleep: NewSleep, call: Call): Promise<{ sleep: SleepLog } | undefined>;
  /** Records a sleep, and gives it as stored. */
  createSleepLog(sleep: NewSleep, call: Call): Promise<Answer<{ sleep?: SleepLog }>>;
  /** Sleeps from a day or a time on, as a source polls them. */
  listRecentSleeps(reading: Reading, call: Call): Pages<Found<SleepLog>>;
  /** How a source knows a sleep again. */
  getSleepIdentity(): Identity;
  deleteSleepLog(logId: string, call: Call): Promise<void>;
}
