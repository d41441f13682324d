import { picked } from "../fields";
import type { Listed } from "../lists";
import type { ActivityLog } from "./shapes";

/** What an exercise keeps in a summary, on both apps. */
const FIELDS = [
  "logId", "activityName", "startTime", "duration", "activeDuration", "calories", "distance",
  "distanceUnit", "steps", "averageHeartRate", "elevationGain", "pace", "speed",
] as const;

/** Exercises of a list, by the day that they started. */
export const activityList: Listed<ActivityLog> = {
  dayOf: ({ startTime }) => startTime.slice(0, 10),
  summaryOf: ({ activeZoneMinutes, ...log }) => ({
    ...picked(log, FIELDS),
    ...activeZoneMinutes && { activeZoneMinutes: picked(activeZoneMinutes, ["totalMinutes"]) },
  }),
};
