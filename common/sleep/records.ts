import { isCivilDate } from "../dates";
import { defined, isFields, textOf } from "../fields";
import { localTimeOf, numbersOf, recordId, textsOf } from "../wire/records";
import type { SleepDay, SleepLevel, SleepLog, StageSummary } from "./shapes";

/** A sleep as the Fitbit Web API gives it; undefined without its id or one of its ends. */
export function readSleepLog(value: unknown): SleepLog | undefined {
  if (!isFields(value)) return undefined;
  const logId = recordId(value.logId);
  const startTime = localTimeOf(value.startTime);
  const endTime = localTimeOf(value.endTime);
  if (!logId || !startTime || !endTime) return undefined;
  const { duration = lengthOf(startTime, endTime), ...minutes } = numbersOf(
    value, "duration", "timeInBed", "minutesAsleep", "minutesAwake",
  );
  const levels = readLevels(value.levels);
  return {
    ...value,
    ...minutes,
    ...textsOf(value, "logType"),
    logId,
    dateOfSleep: dayOf(value.dateOfSleep) ?? endTime.slice(0, 10),
    startTime,
    endTime,
    duration,
    timeInBed: minutes.timeInBed ?? Math.round(duration / 60_000),
    isMainSleep: typeof value.isMainSleep === "boolean" ? value.isMainSleep : undefined,
    type: textOf(value.type) ?? (levels.summary.deep ? "stages" : "classic"),
    levels,
  };
}

function lengthOf(start: string, end: string): number {
  return Date.parse(`${end}Z`) - Date.parse(`${start}Z`);
}

function dayOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && isCivilDate(text) ? text : undefined;
}

/** The levels that can be read; a sleep may come without any. */
function readLevels(value: unknown): SleepLog["levels"] {
  const { data, shortData, summary, ...rest } = isFields(value) ? value : {};
  return {
    ...rest,
    data: stretches(data),
    ...Array.isArray(shortData) && { shortData: stretches(shortData) },
    summary: isFields(summary) ? summaries(summary) : {},
  };
}

function stretches(list: unknown): SleepLevel[] {
  const items: unknown[] = Array.isArray(list) ? list : [];
  return items.filter(isFields).flatMap((item) => {
    const dateTime = localTimeOf(item.dateTime);
    const level = textOf(item.level);
    const { seconds } = numbersOf(item, "seconds");
    const isKnown = dateTime !== undefined && level !== undefined && seconds !== undefined;
    return isKnown ? [{ ...item, dateTime, level, seconds }] : [];
  });
}

function summaries(summary: Record<string, unknown>): Record<string, StageSummary> {
  return Object.fromEntries(Object.entries(summary).flatMap(([level, stage]) => {
    if (!isFields(stage)) return [];
    const { minutes, ...more } = numbersOf(stage, "minutes", "count", "thirtyDayAvgMinutes");
    return minutes === undefined ? [] : [[level, { ...stage, ...more, minutes }]];
  }));
}

/** A day's sums: stated, or else over its sleeps; absent where one lacks the figure. */
export function readSums(value: unknown, sleeps: SleepLog[]): SleepDay["summary"] {
  const stated = isFields(value) ? value : {};
  const asleep = sleeps.map(({ minutesAsleep }) => minutesAsleep);
  const isKnown = asleep.every((minutes) => minutes !== undefined);
  return {
    ...stated,
    ...isKnown && { totalMinutesAsleep: total(asleep) },
    totalSleepRecords: sleeps.length,
    totalTimeInBed: total(sleeps.map(({ timeInBed }) => timeInBed)),
    ...defined(numbersOf(stated, "totalMinutesAsleep", "totalSleepRecords", "totalTimeInBed")),
  };
}

function total(figures: number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}
