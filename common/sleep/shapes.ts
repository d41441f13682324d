import type { CivilDate } from "../dates";
import type { LocalMinute } from "../intraday";

/** Minutes and occurrences of one stage in a sleep. */
export interface StageSummary {
  count?: number;
  minutes: number;
  thirtyDayAvgMinutes?: number;
}

/** Marks a sleep that is neither the main one nor called a nap; only sentences read it. */
export const NAMELESS = Symbol("neither main sleep nor nap");

/**
 * One sleep. Times are local without offset; it belongs to the day it ends.
 * https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date/
 */
export interface SleepLog {
  logId: string;
  dateOfSleep: string;
  startTime: string;
  endTime: string;
  /** Milliseconds. */
  duration: number;
  timeInBed: number;
  /** Absent where a sleep was recorded without what happened in it. */
  minutesAsleep?: number;
  minutesAwake?: number;
  /** Absent where nothing tells. */
  isMainSleep?: boolean;
  [NAMELESS]?: true;
  /** `stages` (deep, light, rem, wake) or `classic` (asleep, restless, awake). */
  type: string;
  logType?: string;
  levels: {
    /** Absent in a summary, as `shortData` is. */
    data?: SleepLevel[];
    /** Awakenings of up to three minutes; they overlap `data`. */
    shortData?: SleepLevel[];
    summary: Record<string, StageSummary>;
  };
  [field: string]: unknown;
}

export interface SleepLevel {
  dateTime: string;
  level: string;
  seconds: number;
}

/** Every sleep that ended on a day. */
export interface SleepDay {
  /** Absent where it is today, and nothing says which day that is. */
  date?: CivilDate;
  sleep: SleepLog[];
  summary: {
    /** Absent while it is not known of every sleep. */
    totalMinutesAsleep?: number;
    totalSleepRecords: number;
    totalTimeInBed: number;
    /** Minutes of each stage; only where a sleep has stages. */
    stages?: Record<string, number>;
  };
  /** Present while Fitbit is still working the sleep out. */
  meta?: { state: string; retryDuration?: number };
}

/** A sleep to record, by its local start. */
export interface NewSleep {
  start: LocalMinute;
  durationMs: number;
}
