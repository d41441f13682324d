import type { CivilDate } from "../dates";
import { noneListed, type Extent } from "../lists";
import { counted, duration, nothing } from "../sentences";
import { NAMELESS, type SleepDay, type SleepLog } from "./shapes";

/** `7 h 12 min asleep on 2026-03-20, 1 nap, 1 more sleep`. */
export function nightsAsleep({ sleep, meta }: SleepDay, date: CivilDate | undefined): string {
  if (meta?.state === "pending") {
    return `Fitbit is still working out the sleep of ${date ?? "today"}: run the step again in a minute.`;
  }
  const when = date === undefined ? "today" : `on ${date}`;
  if (!sleep.length) return nothing(`sleep ${when}`);
  const main = longest(sleep.filter(({ isMainSleep }) => isMainSleep));
  const others = sleep.filter((log) => log !== main);
  const naps = others.filter(isNap).length;
  const beside = [
    naps && counted(naps, "nap"),
    others.length > naps && counted(others.length - naps, main ? "more sleep" : "sleep"),
  ].filter(Boolean).join(", ");
  const later = stillWorkedOut(others);
  if (!main) return `${beside} ${when}, no main sleep${later}`;
  return `${asleepFor(main)} ${when}${beside && `, ${beside}`}${later}`;
}

/** `7 h 12 min asleep on 2026-03-20`, or `Nap of 40 min …`. */
export function nightAsleep(log: SleepLog): string {
  const { dateOfSleep: day, minutesAsleep, timeInBed } = log;
  return isNap(log)
    ? `Nap of ${duration(minutesAsleep ?? timeInBed)} on ${day}`
    : `${asleepFor(log)} on ${day}`;
}

function longest(logs: SleepLog[]): SleepLog | undefined {
  return [...logs].sort((a, b) => b.duration - a.duration)[0];
}

/** Fitbit calls naps what is not the main sleep; Google Health says of few that they are. */
function isNap(log: SleepLog): boolean {
  return log.isMainSleep === false && !log[NAMELESS];
}

/** `7 h 12 min asleep`, or in bed, where it is not known how much of that was sleep. */
function asleepFor(log: SleepLog): string {
  const { minutesAsleep, timeInBed } = log;
  if (minutesAsleep !== undefined) return `${duration(minutesAsleep)} asleep`;
  return `${duration(timeInBed)} in bed${isWorkedOut(log) ? "" : ", still being worked out,"}`;
}

/** Whether what a night was is known, or will not be: stages take their time. */
export function isWorkedOut({ type, minutesAsleep }: SleepLog): boolean {
  return type !== "stages" || minutesAsleep !== undefined;
}

/** `, 1 still being worked out`, where one is. */
function stillWorkedOut(logs: SleepLog[]): string {
  const { length } = logs.filter((log) => !isWorkedOut(log));
  return length ? `, ${length} still being worked out` : "";
}

/** `9 sleep logs, 7 h 2 min asleep a night`; naps count as logs, not as nights. */
export function sleepsListed(logs: SleepLog[], extent: Partial<Extent> = {}): string {
  if (!logs.length) return noneListed("sleep logs", extent);
  const nights = logs
    .filter(({ isMainSleep }) => isMainSleep)
    .flatMap(({ minutesAsleep }) => minutesAsleep ?? []);
  const asleep = nights.reduce((total, minutes) => total + minutes, 0);
  const average = nights.length ? `, ${duration(asleep / nights.length)} asleep a night` : "";
  return counted(logs.length, "sleep log") + average + stillWorkedOut(logs);
}
