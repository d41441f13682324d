import type { CivilDate } from "../dates";
import type { SleepDay, SleepLog } from "./shapes";

/** The main sleep of a day, as this action has given it from its first version on. */
interface MainSleep {
  durationMs: number;
  startTime: string;
  endTime: string;
  minutesAsleep: number | null;
  timeInBed: number;
  efficiency: unknown;
  stages: Record<"deep" | "light" | "rem" | "wake", number | null>;
  /** The API has none. */
  sleepScore: null;
}

/** A day's sleep at a glance. */
export interface DayOfSleep {
  date?: CivilDate;
  summary: SleepDay["summary"];
  mainSleep: MainSleep | null;
  entries: SleepLog[];
  raw: Omit<SleepDay, "date">;
}

/** The sleep that is called the main one; where none is, the longest that is no nap. */
export function dayOfSleep({ date, ...raw }: SleepDay): DayOfSleep {
  const { sleep, summary } = raw;
  const called = sleep.find(({ isMainSleep }) => isMainSleep === true);
  const others = sleep.filter(({ isMainSleep }) => isMainSleep !== false);
  const main = called ?? others.sort((a, b) => b.timeInBed - a.timeInBed)[0];
  return { date, summary, mainSleep: main ? toMainSleep(main) : null, entries: sleep, raw };
}

function toMainSleep(log: SleepLog): MainSleep {
  const minutes = (level: string) => log.levels.summary[level]?.minutes ?? null;
  return {
    durationMs: log.duration,
    startTime: log.startTime,
    endTime: log.endTime,
    minutesAsleep: log.minutesAsleep ?? null,
    timeInBed: log.timeInBed,
    efficiency: log.efficiency ?? null,
    stages: {
      deep: minutes("deep"),
      light: minutes("light"),
      rem: minutes("rem"),
      wake: minutes("wake"),
    },
    sleepScore: null,
  };
}
