import type { ActivityLog } from "./shapes";

/** Which activities a user wants to hear of; what is left out wants all. */
interface Choice {
  activityNames?: string[];
  minimumMinutes?: number;
  skipWrittenByApps?: boolean;
}

/** Whether an activity is one that the user chose. */
export function isWantedActivity(log: ActivityLog, choice: Choice): boolean {
  const { activityNames: names = [], minimumMinutes = 0, skipWrittenByApps = false } = choice;
  const name = log.activityName.toLowerCase();
  return (!names.length || names.some((wanted) => wanted.trim().toLowerCase() === name))
    && log.duration >= minimumMinutes * 60_000
    && !(skipWrittenByApps && log.source?.type === "app");
}
