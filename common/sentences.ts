import type { ActivityLog, DayActivity } from "./activity/shapes";
import type { SleepDay, SleepLog } from "./sleep/shapes";
import { unitsOf, type UnitSystem } from "./units";

/** The sentences that people read in a workflow's log; pure, in the user's own days. */

/** `1 nap`, `2 naps`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `7 h 12 min`, `45 min`. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  return hours ? `${hours} h ${whole % 60} min` : `${whole} min`;
}

/** `12,345`, `5.2`. */
export function amount(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

const AFTER_SYNC = "Data appears after the watch syncs.";

/** What a range or a day without records says. */
export function nothing(what: string): string {
  return `No ${what}. ${AFTER_SYNC}`;
}

/** `Run, 5.2 km in 30 min`. */
export function workout(log: ActivityLog, units?: UnitSystem): string {
  return exercise(log.activityName, log, units);
}

/** `Run, 5.2 km in 30 min`, for an activity as a day shows it. */
export function loggedActivity(log: DayActivity | undefined, units?: UnitSystem): string {
  return log ? exercise(log.name, log, units) : "an activity";
}

function exercise(
  name: string,
  { distance, duration: ms }: { distance?: number; duration: number },
  units?: UnitSystem,
): string {
  const far = distance ? `${amount(distance)} ${unitsOf(units).distance.word} in ` : "";
  return `${name}, ${far}${duration(ms / 60_000)}`;
}

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

/** `3 activity logs, the newest on 2026-03-18: Run, 5.2 km in 30 min`. */
export function activitiesListed(logs: ActivityLog[], units?: UnitSystem): string {
  const [newest] = logs;
  if (!newest) return nothing("activity logs");
  const day = newest.startTime.slice(0, 10);
  return `${counted(logs.length, "activity log")}, the newest on ${day}: ${workout(newest, units)}`;
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
