import type { SleepDay, SleepLevel, SleepLog, StageSummary } from "../shapes/sleep";
import type { DataSource, Sleep, Stage } from "./answers";
import { isManual } from "./sources";
import { endOf, lengthOf, localTime, startOf } from "./times";
import { figure } from "./values";

/**
 * A sleep in Fitbit's shape. It belongs to the day it ends; a main sleep is one that the API
 * calls so. https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints#Sleep
 */
export function toSleepLog(id: string, sleep: Sleep): SleepLog {
  const { interval, metadata = {} } = sleep;
  const endTime = localTime(endOf(interval));
  const isStaged = sleep.type === "STAGES";
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
      data: (sleep.stages ?? []).map((stage) => toLevel(stage, levelOf(stage.type, isStaged))),
      // Whatever type a short awakening names, the person was awake.
      ...isStaged && {
        shortData: (sleep.shortAwakenings ?? []).map((stage) => toLevel(stage, "wake")),
      },
      summary: levelSummary(sleep, isStaged),
    },
    ...minutesOf(sleep),
  };
}

/** `manual`, or found by a device; absent where nothing tells. */
export function withLogType(log: SleepLog, source: DataSource | undefined): SleepLog {
  return source ? { ...log, logType: isManual(source) ? "manual" : "auto_detected" } : log;
}

function toLevel(stage: Pick<Stage, "startTime" | "endTime">, level: string): SleepLevel {
  return {
    dateTime: localTime(startOf(stage)),
    level,
    seconds: lengthOf(stage) / 1_000,
  };
}

function levelOf(type: string, isStaged: boolean): string {
  return type === "AWAKE" && isStaged ? "wake" : type.toLowerCase();
}

const LEVELS = {
  stages: ["deep", "light", "rem", "wake"],
  classic: ["asleep", "restless", "awake"],
};

/**
 * Count and minutes of each level, from the summary where there is one. A reconciled sleep has
 * been seen to hold each entry twice: the first one counts.
 */
function levelSummary({ summary, stages = [] }: Sleep, isStaged: boolean) {
  const stated = summary?.stagesSummary;
  const entries = stated
    ? [...stated].reverse().map((stage) => [
        levelOf(stage.type, isStaged),
        { count: figure(stage, "count") ?? 0, minutes: figure(stage, "minutes") ?? 0 },
      ] as const)
    : counted(stages, isStaged);
  const found: Record<string, StageSummary> = Object.fromEntries(entries);
  if (!entries.length) return {};
  const levels = isStaged ? LEVELS.stages : LEVELS.classic;
  return Object.fromEntries(
    levels.map((level) => [level, found[level] ?? { count: 0, minutes: 0 }]),
  );
}

function counted(stages: Stage[], isStaged: boolean) {
  return [...new Set(stages.map(({ type }) => type))].map((type) => {
    const same = stages.filter((stage) => stage.type === type);
    return [
      levelOf(type, isStaged),
      { count: same.length, minutes: minutesIn(same) },
    ] as const;
  });
}

function minutesIn(stages: Stage[]): number {
  return Math.round(stages.reduce((total, stage) => total + lengthOf(stage), 0) / 60_000);
}

const ASLEEP = ["ASLEEP", "LIGHT", "DEEP", "REM"];

/**
 * The sums of a sleep, as the API defines them: stated, or else over the stages. Absent where
 * there is neither.
 */
function minutesOf({ interval, type, summary, stages }: Sleep): Minutes {
  const asleep = stages && minutesIn(stages.filter((stage) => ASLEEP.includes(stage.type)));
  const minutesAsleep = figure(summary, "minutesAsleep") ?? asleep;
  const minutesToFallAsleep = figure(summary, "minutesToFallAsleep");
  const minutesAfterWakeup = figure(summary, "minutesAfterWakeUp");
  const period = figure(summary, "minutesInSleepPeriod");
  const timeInBed = period || Math.round(lengthOf(interval) / 60_000);
  const rest = minutesAsleep === undefined
    ? undefined
    : timeInBed - minutesAsleep - (minutesToFallAsleep ?? 0) - (minutesAfterWakeup ?? 0);
  // Fitbit counts restlessness as being awake; by its documentation Google does not.
  const minutesAwake = type === "STAGES" ? figure(summary, "minutesAwake") ?? rest : rest;
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
