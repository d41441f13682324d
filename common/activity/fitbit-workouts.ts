import type { Call } from "../call";
import { defined, isFields, objectsIn, textOf } from "../fields";
import { get, getText, type Requests } from "../fitbit/requests";
import { failedWith } from "../wire/errors";
import { path } from "../wire/paths";
import { numbersOf } from "../wire/records";
import type { ActivityApi } from "./api";
import type { ActivityHabit, WorkoutSummary } from "./shapes";
import { TRACK_ROOT } from "./track";

const SCOPE = "activity";

/** Fitbit's paths of what stands beside an exercise, and of the kinds that a person does. */
export const activityWorkouts = {
  /** https://dev.fitbit.com/build/reference/web-api/activity/get-activity-tcx/ */
  async getActivityTcx(this: Requests, logId: string, call: Call) {
    return await getText(this, {
      path: path`/1/user/-/activities/${logId}.tcx`,
      params: { includePartialTCX: true },
      holds: TRACK_ROOT,
      scope: "location",
    }, call);
  },

  /**
   * Documented with `.json` at its end, and without.
   * https://dev.fitbit.com/build/reference/web-api/activity/get-workout-summary/
   */
  async getWorkoutSummary(this: Requests, logId: string, call: Call) {
    const ask = (ending: string) => get<{ workoutSummary: unknown }>(this, {
      path: path`/1/user/-/activities/${logId}/workout-summary` + ending,
      root: "workoutSummary",
      scope: SCOPE,
    }, call);
    const { workoutSummary } = await ask("").catch((error: unknown) => {
      if (failedWith(error, "not_found")) return ask(".json");
      throw error;
    });
    return readSummary(logId, workoutSummary);
  },

  /** https://dev.fitbit.com/build/reference/web-api/activity/get-recent-activity-types/ */
  async listRecentActivityTypes(this: Requests, call: Call) {
    return await habits(this, "recent", call);
  },

  /** https://dev.fitbit.com/build/reference/web-api/activity/get-frequent-activities/ */
  async listFrequentActivities(this: Requests, call: Call) {
    return await habits(this, "frequent", call);
  },
} satisfies Partial<ActivityApi>;

function readSummary(logId: string, summary: unknown): WorkoutSummary {
  const { mobilityMetrics: given } = isFields(summary) ? summary : {};
  if (!isFields(given) || !Object.keys(given).length) return { logId };
  const figures = numbersOf(
    given, "avgCadenceStepsPerMinute", "avgGroundContactTimeMilliseconds",
    "avgStrideLengthMillimeters", "avgVerticalOscillationMillimeters", "avgVerticalRatio",
  );
  return { logId, mobilityMetrics: { ...given, ...figures } };
}

async function habits(
  app: Requests, which: string, call: Call,
): Promise<ActivityHabit[]> {
  const answer: object = await get<object>(app, {
    path: path`/1/user/-/activities/${which}.json`,
    root: "[]",
    scope: SCOPE,
  }, call);
  return objectsIn(answer).flatMap((entry): ActivityHabit[] => {
    const name = textOf(entry.name);
    const { activityId, ...figures } = numbersOf(
      entry, "activityId", "calories", "distance", "duration",
    );
    // What is not known is 0, or -1.
    const known = Object.entries(figures).filter(([, figure]) => figure > 0);
    const description = textOf(entry.description);
    return name === undefined
      ? []
      : [{ ...defined({ activityId, description }), name, ...Object.fromEntries(known) }];
  });
}
