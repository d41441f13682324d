import { get, type Requests } from "../fitbit/requests";
import { path } from "../wire/paths";
import type { ActivityApi } from "./api";
import { dailySeries } from "./fitbit-series";
import { readGoals } from "./records";

const DAY_MS = 86_400_000;

const MINUTE_MS = 60_000;

/** When a poll saw it first is known to the minute. */
const minute = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS;

/** What a person aims at, and how new the newest of what they did is. */
export const activityOfLate = {
  /** https://dev.fitbit.com/build/reference/web-api/activity/get-activity-goals/ */
  async getActivityGoals(this: Requests, call) {
    const { goals } = await get<{ goals: object }>(this, {
      path: path`/1/user/-/activities/goals/daily.json`,
      root: "goals",
      scope: "activity",
    }, call);
    return readGoals(goals);
  },

  /**
   * The last day on which a watch counted steps, and how many: whole days without any since
   * then say how old that is at least.
   */
  async findNewestData(this: Requests, { since, now }, call) {
    const asked = dailySeries(this, "tracker/steps", call).ask({ from: since, to: "today" });
    const days = [...await asked].sort(([a], [b]) => a.localeCompare(b));
    const [today = ""] = days.at(-1) ?? [];
    const [day, steps] = days.filter(([, count]) => Number(count) > 0).at(-1) ?? [];
    if (day === undefined) return undefined;
    const between = Math.max(0, Date.parse(today) - Date.parse(day) - DAY_MS);
    return { id: `${day}-${steps}`, day, at: minute(now - between) };
  },
} satisfies Pick<ActivityApi, "getActivityGoals" | "findNewestData">;
