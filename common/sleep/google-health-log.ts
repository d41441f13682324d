import type { DataSource } from "../google-health/answers";
import { isManual } from "../google-health/sources";
import {
  endOf, isSpan, lengthOf, localTime, startOf, type Interval, type Timed,
} from "../google-health/times";
import { figure, numberOf, type Numeric } from "../google-health/values";
import type { SleepDay, SleepLevel, SleepLog, StageSummary } from "./shapes";

/** What the API answers with, as far as it is read: zeros and empty lists are left out. */
interface Stage extends Partial<Interval> {
  type?: string;
}

export interface Sleep {
  interval?: Partial<Interval>;
  type?: string;
  stages?: Stage[];
  shortAwakenings?: Stage[];
  metadata?: { mainSleep?: boolean; processed?: boolean; stagesStatus?: string };
  summary?: {
    minutesInSleepPeriod?: Numeric;
    minutesAsleep?: Numeric;
    minutesAwake?: Numeric;
    minutesToFallAsleep?: Numeric;
    minutesAfterWakeUp?: Numeric;
    stagesSummary?: { type?: string; minutes?: Numeric; count?: Numeric }[];
  };
}

/**
 * A sleep in Fitbit's shape. It belongs to the day it ends; a main sleep is one that the API
 * calls so. https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints#Sleep
 */
export function toSleepLog(id: string, sleep: Timed<Sleep>): SleepLog {
  const { interval, metadata = {}, shortAwakenings = [] } = sleep;
  const endTime = localTime(endOf(interval));
  const isStaged = hasStages(sleep);
  const stretches = stretchesOf(sleep, isStaged);
  return {
    logId: id,
    dateOfSleep: endTime.slice(0, 10),
    startTime: localTime(startOf(interval)),
    endTime,
    duration: lengthOf(interval),
    isMainSleep: metadata.mainSleep ?? false,
    type: isStaged ? "stages" : "classic",
    ...infoCode(metadata.stagesStatus),
    levels: {
      data: stretches.map(toLevel),
      // Whatever type a short awakening names, the person was awake.
      ...isStaged && {
        shortData: shortAwakenings.filter(isSpan).map((span) => toLevel({ span, level: "wake" })),
      },
      summary: levelSummary(sleep, stretches, isStaged),
    },
    ...minutesOf(sleep, stretches, isStaged),
  };
}

/** `manual`, or found by a device; absent where nothing tells. */
export function withLogType(log: SleepLog, source: DataSource | undefined): SleepLog {
  return source ? { ...log, logType: isManual(source) ? "manual" : "auto_detected" } : log;
}

/** A part of a sleep, and what it was in Fitbit's words. */
interface Stretch {
  span: Interval;
  level: string;
}

function toLevel({ span, level }: Stretch): SleepLevel {
  return { dateTime: localTime(startOf(span)), level, seconds: lengthOf(span) / 1_000 };
}

const NAMES: Record<string, string> = {
  DEEP: "deep",
  LIGHT: "light",
  REM: "rem",
  ASLEEP: "asleep",
  RESTLESS: "restless",
  AWAKE: "awake",
};

/** Fitbit's word for a type of stage; undefined for one that is absent or unknown. */
function levelOf(type: string | undefined, isStaged: boolean): string | undefined {
  return type === "AWAKE" && isStaged ? "wake" : NAMES[type ?? ""];
}

const OF_STAGES = ["DEEP", "LIGHT", "REM"];

/** Whether a sleep has stages: by its type, or else by one that no classic sleep has. */
function hasStages({ type, stages = [], summary }: Sleep): boolean {
  if (type === "STAGES" || type === "CLASSIC") return type === "STAGES";
  return [...stages, ...summary?.stagesSummary ?? []]
    .some((stage) => OF_STAGES.includes(stage.type ?? ""));
}

/** The stages of which both type and time are known. */
function stretchesOf({ stages = [] }: Sleep, isStaged: boolean): Stretch[] {
  return stages.flatMap((stage) => {
    const level = levelOf(stage.type, isStaged);
    return level !== undefined && isSpan(stage) ? [{ span: stage, level }] : [];
  });
}

const LEVELS = {
  stages: ["deep", "light", "rem", "wake"],
  classic: ["asleep", "restless", "awake"],
};

/** Count and minutes of each level: stated, or else counted. */
function levelSummary({ summary }: Sleep, stretches: Stretch[], isStaged: boolean) {
  const stated = statedLevels(summary, isStaged);
  const entries = stated.length ? stated : countedLevels(stretches);
  const found: Record<string, StageSummary> = Object.fromEntries(entries);
  if (!entries.length) return {};
  const levels = isStaged ? LEVELS.stages : LEVELS.classic;
  return Object.fromEntries(
    levels.map((level) => [level, found[level] ?? { count: 0, minutes: 0 }]),
  );
}

type LevelEntry = [level: string, StageSummary];

/** A reconciled sleep has been seen to hold each entry twice: the first one counts. */
function statedLevels(summary: Sleep["summary"], isStaged: boolean): LevelEntry[] {
  return [...summary?.stagesSummary ?? []].reverse().flatMap((stage): LevelEntry[] => {
    const level = levelOf(stage.type, isStaged);
    const [count = 0, minutes = 0] = [figure(stage, "count"), figure(stage, "minutes")];
    return level === undefined ? [] : [[level, { count, minutes }]];
  });
}

function countedLevels(stretches: Stretch[]): LevelEntry[] {
  return [...new Set(stretches.map(({ level }) => level))].map((level) => {
    const same = stretches.filter((stretch) => stretch.level === level);
    return [level, { count: same.length, minutes: minutesIn(same) }];
  });
}

function minutesIn(stretches: Stretch[]): number {
  return Math.round(stretches.reduce((ms, { span }) => ms + lengthOf(span), 0) / 60_000);
}

const ASLEEP = ["asleep", "light", "deep", "rem"];

/** Whether a summary says anything: before a sleep is worked out, it may be there empty. */
function isStated(summary: Sleep["summary"]): boolean {
  return Boolean(summary?.stagesSummary?.length || numberOf(summary?.minutesAsleep));
}

/**
 * The sums of a sleep, as the API defines them: stated, or else over the stages. Absent where
 * there is neither.
 */
function minutesOf(sleep: Timed<Sleep>, stretches: Stretch[], isStaged: boolean): Minutes {
  const summary = isStated(sleep.summary) ? sleep.summary : undefined;
  const asleep = stretches.length
    ? minutesIn(stretches.filter(({ level }) => ASLEEP.includes(level)))
    : undefined;
  const minutesAsleep = figure(summary, "minutesAsleep") ?? asleep;
  const minutesToFallAsleep = figure(summary, "minutesToFallAsleep");
  const minutesAfterWakeup = figure(summary, "minutesAfterWakeUp");
  const period = numberOf(sleep.summary?.minutesInSleepPeriod);
  const timeInBed = period || Math.round(lengthOf(sleep.interval) / 60_000);
  const rest = minutesAsleep === undefined
    ? undefined
    : timeInBed - minutesAsleep - (minutesToFallAsleep ?? 0) - (minutesAfterWakeup ?? 0);
  // Fitbit counts restlessness as being awake; by its documentation Google does not.
  const minutesAwake = isStaged ? numberOf(summary?.minutesAwake) ?? rest : rest;
  return {
    timeInBed,
    ...minutesAsleep !== undefined && { minutesAsleep },
    ...minutesAwake !== undefined && { minutesAwake: Math.max(0, minutesAwake) },
    ...minutesToFallAsleep !== undefined && { minutesToFallAsleep },
    ...minutesAfterWakeup !== undefined && { minutesAfterWakeup },
  };
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

/** A day's sleeps with their sums; stages only where a sleep has them. */
export function toSleepDay(sleep: SleepLog[]): SleepDay {
  const staged = sleep.filter(({ type }) => type === "stages");
  const sum = (figures: (number | undefined)[]) =>
    figures.reduce<number>((total, number) => total + (number ?? 0), 0);
  return {
    sleep,
    summary: {
      ...staged.length && {
        stages: Object.fromEntries(LEVELS.stages.map((level) => [
          level,
          sum(staged.map(({ levels }) => levels.summary[level]?.minutes)),
        ])),
      },
      totalMinutesAsleep: sum(sleep.map(({ minutesAsleep }) => minutesAsleep)),
      totalSleepRecords: sleep.length,
      totalTimeInBed: sum(sleep.map(({ timeInBed }) => timeInBed)),
    },
  };
}
