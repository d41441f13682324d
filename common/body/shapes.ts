import type { CivilDate } from "../dates";
import type { Writer } from "../origin";

/** Who a log is by, where that is told; it never leaves this process. */
export const WRITER = Symbol("who it is by");

/**
 * A weighing; its weight is in the units of the call.
 * https://dev.fitbit.com/build/reference/web-api/body/get-weight-log/
 */
export interface WeightLog {
  /** On Fitbit the body fat of the same moment has the same id. */
  logId: string;
  date: CivilDate;
  /** Local, `HH:mm:ss`; Fitbit has 23:59:59 where none was given. */
  time?: string;
  weight: number;
  bmi?: number;
  /** Body fat that was measured with it, in percent. */
  fat?: number;
  /** What it came from, a scale or `API`. */
  source?: string;
  [WRITER]?: Writer;
}

/**
 * A measurement of body fat, in percent.
 * https://dev.fitbit.com/build/reference/web-api/body/get-bodyfat-log/
 */
export interface BodyFatLog {
  logId: string;
  date: CivilDate;
  time?: string;
  fat: number;
  source?: string;
  [WRITER]?: Writer;
}

/** The weighings of a day, the oldest first. */
export interface WeightDay {
  /** Absent where it is today, and nobody was asked which day that is. */
  date?: CivilDate;
  weight: WeightLog[];
}

/** When something is measured that is to be recorded; without a time, some time of the day. */
export interface NewTime {
  day: CivilDate;
  /** Local, `HH:mm`. */
  time?: string;
}

/** A weighing to record, in the units of the call. */
export interface NewWeight extends NewTime {
  weight: number;
}

/** Body fat to record, in percent. */
export interface NewBodyFat extends NewTime {
  fat: number;
}
