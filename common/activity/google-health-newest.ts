import type { DataPoint } from "../google-health/answers";
import { newestPoint } from "../google-health/days";
import { dataTypes, type DataTypeId } from "../google-health/data-types";
import type { Requests } from "../google-health/requests";
import { instant } from "../google-health/times";
import { valueOf } from "../google-health/values";
import { isRefusal } from "../wire/errors";
import type { ActivityApi } from "./api";
import type { NewestData } from "./shapes";

/** What a watch records all day, and what a phone does. */
const TYPES: readonly DataTypeId[] = ["heart-rate", "steps"];

interface Times {
  interval?: { startTime?: string; endTime?: string };
  sampleTime?: { physicalTime?: string };
}

/** What a person aims at, and how new the newest of what they did is. */
export const activityOfLate = {
  /** Google Health knows no goals. */
  getActivityGoals: () => Promise.resolve({}),

  /** The newest heart rate, or the newest steps where that is older, or may not be read. */
  async findNewestData(this: Requests, { now, enoughMs }, call) {
    let newest: NewestData | undefined;
    const refusals: Error[] = [];
    for (const type of TYPES) {
      const point = await newestPoint(this, type, call).catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
        refusals.push(error);
        return undefined;
      });
      const found = point && newestOf(point, type, now);
      if (found && found.at > (newest?.at ?? -Infinity)) newest = found;
      if (newest && now - newest.at < enoughMs) break;
    }
    const [refusal] = refusals;
    if (refusal && refusals.length === TYPES.length) throw refusal;
    return newest;
  },
} satisfies Pick<ActivityApi, "getActivityGoals" | "findNewestData">;

/** Of a time that goes on, such as a day that an app adds up, the beginning tells. */
function newestOf(
  point: DataPoint, type: DataTypeId, now: number,
): NewestData | undefined {
  const { interval, sampleTime } = valueOf<Times>(point, dataTypes[type].unionKey) ?? {};
  const times = [interval?.endTime, interval?.startTime, sampleTime?.physicalTime];
  const id = times.map(instant).find((time) => time !== undefined && Date.parse(time) <= now);
  return id === undefined ? undefined : { id, day: id.slice(0, 10), at: Date.parse(id) };
}
