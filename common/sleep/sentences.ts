import { counted, duration, nothing } from "../sentences";
import type { SleepDay, SleepLog } from "./shapes";

/** `7 h 12 min asleep on 2026-03-20, 1 nap`. */
export function nightsAsleep({ sleep, meta }: SleepDay, date: string): string {
  if (meta?.state === "pending") {
    return `Fitbit is still working out the sleep of ${date}: run the step again in a minute.`;
  }
  if (!sleep.length) return nothing(`sleep on ${date}`);
  const main = sleep.find(({ isMainSleep }) => isMainSleep);
  const others = sleep.length - (main ? 1 : 0);
  const naps = others ? `${main ? ", " : ""}${counted(others, "nap")}` : "";
  const night = main ? `${asleepFor(main)} on ${date}` : "";
  return main ? night + naps : `${naps} on ${date}, no main sleep`;
}

/** `7 h 12 min asleep on 2026-03-20`, or `Nap of 40 min …`. */
export function nightAsleep(log: SleepLog): string {
  return log.isMainSleep
    ? `${asleepFor(log)} on ${log.dateOfSleep}`
    : `Nap of ${duration(log.minutesAsleep ?? log.timeInBed)} on ${log.dateOfSleep}`;
}

/** `7 h 12 min asleep`, or in bed, where it is not known how much of that was sleep. */
function asleepFor({ minutesAsleep, timeInBed }: SleepLog): string {
  return minutesAsleep === undefined
    ? `${duration(timeInBed)} in bed`
    : `${duration(minutesAsleep)} asleep`;
}

/** `9 sleep logs, 7 h 2 min asleep a night`; naps count as logs, not as nights. */
export function sleepsListed(logs: SleepLog[]): string {
  const nights = logs
    .filter(({ isMainSleep }) => isMainSleep)
    .flatMap(({ minutesAsleep }) => minutesAsleep ?? []);
  const asleep = nights.reduce((total, minutes) => total + minutes, 0);
  const average = nights.length ? `, ${duration(asleep / nights.length)} asleep a night` : "";
  return logs.length ? counted(logs.length, "sleep log") + average : nothing("sleep logs");
}
