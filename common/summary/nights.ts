import type { CivilDate } from "../dates";
import type { Cells } from "../rows";
import type { SleepLog } from "../sleep/shapes";

/** What the main sleep of each day comes to. */
export function nightsOf(logs: readonly SleepLog[]): Map<CivilDate, Cells> {
  const days = new Map<CivilDate, SleepLog>();
  for (const log of logs) {
    const known = days.get(log.dateOfSleep);
    if (!known || isMoreMain(log, known)) days.set(log.dateOfSleep, log);
  }
  return new Map([...days].map(([date, log]) => [date, toCells(log)]));
}

/** Which of two sleeps is the main one: the one that is called so, else the longer. */
function isMoreMain(one: SleepLog, other: SleepLog): boolean {
  if (one.isMainSleep !== other.isMainSleep) return one.isMainSleep === true;
  return one.timeInBed > other.timeInBed;
}

function toCells(log: SleepLog): Cells {
  const { minutesAsleep, minutesAwake, startTime, endTime } = log;
  const { deep, light, rem } = log.levels.summary;
  return {
    sleepMinutes: minutesAsleep,
    deepMinutes: deep?.minutes,
    lightMinutes: light?.minutes,
    remMinutes: rem?.minutes,
    awakeMinutes: minutesAwake,
    sleepStart: startTime.slice(0, 16),
    sleepEnd: endTime.slice(0, 16),
  };
}
