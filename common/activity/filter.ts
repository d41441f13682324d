import { readFlag, readInteger, readTexts } from "../input";
import { writtenBy } from "../origin";
import type { Given } from "../pipedream";
import type { ActivityLog } from "./shapes";

/** Which activities a user wants to hear of; what is left out wants all. */
interface Choice {
  names: string[];
  leastMs: number;
  skipsApps: boolean;
}

/** Reads the choice of a source. Throws a ConfigurationError for what is none. */
export function readActivityChoice({ activityNames, minimumMinutes, skipWrittenByApps }: {
  activityNames: Given<string[] | undefined>;
  minimumMinutes: Given<number | undefined>;
  skipWrittenByApps: Given<boolean | undefined>;
}): Choice {
  const bounds = { min: 0, example: "10" };
  return {
    names: readTexts("Activity Names", activityNames).map((name) => name.toLowerCase()),
    leastMs: (readInteger("Minimum Duration (Minutes)", minimumMinutes, bounds) ?? 0) * 60_000,
    skipsApps: readFlag("Skip Logs Written By Apps", skipWrittenByApps),
  };
}

/**
 * Whether an activity is one that the user chose; undefined where that depends on who it is
 * by, and nothing tells.
 */
export function isWantedActivity(
  log: ActivityLog,
  { names, leastMs, skipsApps }: Choice,
): boolean | undefined {
  const isNamed = !names.length || names.includes(log.activityName.toLowerCase());
  if (!isNamed || (log.duration ?? 0) < leastMs) return false;
  if (!skipsApps) return true;
  const writer = writtenBy(log);
  return writer && writer !== "app";
}
