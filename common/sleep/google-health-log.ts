import { defined } from "../fields";
import type { DataSource } from "../google-health/answers";
import { isManual } from "../google-health/sources";
import {
  endOf, lengthOf, localTime, startOf, type Interval, type Timed,
} from "../google-health/times";
import { figure, numberOf, type Numeric } from "../google-health/values";
import { WAKE } from "./google-health-counting";
import { hasStages, LEVELS, levelsOf, type StagedSleep } from "./google-health-levels";
import { NAMELESS, type SleepDay, type SleepLog } from "./shapes";

/** What the API answers with, as far as it is read: zeros and empty lists are left out. */
export interface Sleep extends StagedSleep {
  interval?: Partial<Interval>;
  metadata?: {
    mainSleep?: boolean;
    nap?: boolean;
    processed?: boolean;
    stagesStatus?: string;
  };
  summary?: StagedSleep["summary"] & {
    minutesInSleepPeriod?: Numeric;
    minutesAsleep?: Numeric;
    minutesAwake?: Numeric;
    minutesToFallAsleep?: Numeric;
    minutesAfterWakeUp?: Numeric;
  };
  /** What it is among those of its day, where that is worked out: no field of the API. */
  kind?: Kind;
}

/** The fields of a sleep that are read as more than numbers and times. */
export const SLEEP = {
  interval: {},
  type: "text",
  stages: [{ type: "text" }],
  shortAwakenings: [{ type: "text" }],
  metadata: { mainSleep: "flag", nap: "flag", processed: "flag", stagesStatus: "text" },
  summary: { stagesSummary: [{ type: "text" }] },
} as const;

/** What a sleep is among those of its day: the main one, called a nap, or neither. */
export type Kind = "main" | "nap" | "other";

/** What the API calls a sleep; undefined where it says nothing, as of most that apps write. */
export function calledKind({ metadata }: Sleep): Kind | undefined {
  if (metadata?.mainSleep) return "main";
  return metadata?.nap ? "nap" : undefined;
}

/**
 * A sleep in Fitbit's shape, which belongs to the day it ends. Where nothing tells whether it
 * is the main one of that, this is left out.
 * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints#Sleep
 */
export function toSleepLog(id: string, sleep: Timed<Sleep>): SleepLog {
  const { interval, metadata, kind = calledKind(sleep) } = sleep;
  const endTime = localTime(endOf(interval));
  const levels = levelsOf(sleep);
  return {
    logId: id,
    dateOfSleep: endTime.slice(0, 10),
    startTime: localTime(startOf(interval)),
    endTime,
    duration: lengthOf(interval),
    ...kind && { isMainSleep: kind === "main" },
    ...kind === "other" && { [NAMELESS]: true },
    type: hasStages(sleep) ? "stages" : "classic",
    ...infoCode(metadata?.stagesStatus),
    levels,
    ...minutesOf(sleep, levels),
  };
}

/** `manual`, or found by a device; absent where nothing tells. */
export function withLogType(log: SleepLog, source: DataSource | undefined): SleepLog {
  return source ? { ...log, logType: isManual(source) ? "manual" : "auto_detected" } : log;
}

const ASLEEP = { stages: ["light", "deep", "rem"], classic: ["asleep"] };

/** Whether a summary says anything: before a sleep is worked out, it may be there empty. */
function isStated(summary: Sleep["summary"]): boolean {
  const figures = [summary?.minutesAsleep, ...summary?.stagesSummary?.flatMap(
    ({ minutes, count }) => [minutes, count],
  ) ?? []];
  return figures.some(numberOf);
}

/**
 * The sums of a sleep: stated, or else those of its levels. Short awakenings are counted among
 * the levels alone. Absent where there is neither.
 */
function minutesOf(sleep: Timed<Sleep>, levels: SleepLog["levels"]): Minutes {
  const summary = isStated(sleep.summary) ? sleep.summary : undefined;
  const isStaged = hasStages(sleep);
  const asleep = minutesIn(levels, isStaged ? ASLEEP.stages : ASLEEP.classic);
  const isRecounted = Boolean(levels.shortData?.length);
  const either = (stated: number | undefined, counted: number | undefined) =>
    isRecounted ? counted ?? stated : stated ?? counted;
  const minutesAsleep = either(figure(summary, "minutesAsleep"), asleep);
  const minutesToFallAsleep = figure(summary, "minutesToFallAsleep");
  const minutesAfterWakeup = figure(summary, "minutesAfterWakeUp");
  const period = numberOf(sleep.summary?.minutesInSleepPeriod);
  const timeInBed = period || Math.round(lengthOf(sleep.interval) / 60_000);
  const rest = minutesAsleep === undefined
    ? undefined
    : timeInBed - minutesAsleep - (minutesToFallAsleep ?? 0) - (minutesAfterWakeup ?? 0);
  // Fitbit counts restlessness as being awake; by its documentation Google does not.
  const minutesAwake = isStaged
    ? either(numberOf(summary?.minutesAwake), minutesIn(levels, [WAKE])) ?? rest
    : rest;
  return {
    timeInBed,
    ...minutesAsleep !== undefined && { minutesAsleep },
    ...minutesAwake !== undefined && { minutesAwake: Math.max(0, minutesAwake) },
    ...minutesToFallAsleep !== undefined && { minutesToFallAsleep },
    ...minutesAfterWakeup !== undefined && { minutesAfterWakeup },
  };
}

/** The minutes of some levels together; undefined where they are not all known. */
function minutesIn({ summary }: SleepLog["levels"], levels: string[]): number | undefined {
  return sumOf(levels.map((level) => summary[level]?.minutes));
}

interface Minutes {
  timeInBed: number;
  minutesAsleep?: number;
  minutesAwake?: number;
  minutesToFallAsleep?: number;
  minutesAfterWakeup?: number;
}

/** Why a sleep has no stages, in Fitbit's numbers; the correspondence is inferred. */
const INFO_CODES: Record<string, number> = {
  SUCCEEDED: 0,
  REJECTED_COVERAGE: 1,
  REJECTED_MAX_GAP: 1,
  REJECTED_START_GAP: 1,
  REJECTED_END_GAP: 1,
  REJECTED_NAP: 2,
  REJECTED_SERVER: 3,
  TIMEOUT: 3,
  PROCESSING_INTERNAL_ERROR: 3,
};

function infoCode(status = ""): { infoCode?: number } {
  const code = INFO_CODES[status];
  return code === undefined ? {} : { infoCode: code };
}

/**
 * A day's sleeps with their sums, stages only where a sleep has them. The sum of what is not
 * all known, as long as a sleep is being worked out, is absent.
 */
export function toSleepDay(sleep: SleepLog[]): SleepDay {
  const staged = sleep.filter(({ type }) => type === "stages");
  const stages = LEVELS.stages.flatMap((level): [string, number][] => {
    const minutes = sumOf(staged.map(({ levels }) => levels.summary[level]?.minutes));
    return minutes === undefined ? [] : [[level, minutes]];
  });
  return {
    sleep,
    summary: {
      ...staged.length && stages.length && { stages: Object.fromEntries(stages) },
      ...defined({ totalMinutesAsleep: sumOf(sleep.map((log) => log.minutesAsleep)) }),
      totalSleepRecords: sleep.length,
      totalTimeInBed: sleep.reduce((sum, { timeInBed }) => sum + timeInBed, 0),
    },
  };
}

function sumOf(figures: (number | undefined)[]): number | undefined {
  return figures.reduce<number | undefined>(
    (sum, figure) => sum === undefined || figure === undefined ? undefined : sum + figure,
    0,
  );
}
