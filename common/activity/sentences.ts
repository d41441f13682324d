import { noneListed, type Extent } from "../lists";
import { amount, counted, duration } from "../sentences";
import { unitsOf, type UnitSystem } from "../units";
import type { ActivityLog, DayActivity } from "./shapes";

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
  { distance, duration: ms }: { distance?: number; duration?: number },
  units?: UnitSystem,
): string {
  const far = distance ? `${amount(distance)} ${unitsOf(units).distance.word}` : "";
  const long = ms === undefined ? "" : duration(ms / 60_000);
  return [name, [far, long].filter(Boolean).join(" in ")].filter(Boolean).join(", ");
}

/** `3 activity logs, the newest on 2026-03-18: Run, 5.2 km in 30 min`. */
export function activitiesListed(
  logs: ActivityLog[],
  units?: UnitSystem,
  extent: Partial<Extent> = {},
): string {
  const [newest] = logs;
  if (!newest) return noneListed("activity logs", extent);
  const day = newest.startTime.slice(0, 10);
  return `${counted(logs.length, "activity log")}, the newest on ${day}: ${workout(newest, units)}`;
}
