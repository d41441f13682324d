import { stepsUntilToday } from "../activity/fitbit-series";
import { weightUntilToday } from "../body/fitbit";
import type { Call } from "../call";
import { dayIn, knownTimeZone, type CivilDate } from "../dates";
import type { DaysApi } from "../days";
import { lastDay, unknownDay } from "../fitbit/days";
import type { Requests } from "../fitbit/requests";
import { heartUntilToday } from "../heart/fitbit";
import { waterUntilToday } from "../nutrition/fitbit";
import { failedWith, isRefusal, type ApiError } from "../wire/errors";
import { askTimeZone } from "./fitbit";

/** Series that tell which day it is, each to those who may read it: the first one does. */
const TELLING = [stepsUntilToday, heartUntilToday, weightUntilToday, waterUntilToday];

/** Which day is today: the user's own, never the server's. */
export const clock = {
  /**
   * The time zone given says it; else a daily series asked with `today`, which needs no
   * profile scope; else the time zone of the profile.
   */
  async getToday(this: Requests, call: Call): Promise<CivilDate> {
    if (call.timeZone) return dayIn(call.timeZone, Date.now());
    const refusals: ApiError[] = [];
    const passOver = (error: unknown) => {
      if (!isRefusal(error)) throw error;
      refusals.push(error);
      return undefined;
    };
    for (const series of TELLING) {
      const day = await lastDay(this, series, call).catch(passOver);
      if (day !== undefined) return day;
    }
    const timeZone = await askTimeZone(this, call).catch(passOver);
    const known = knownTimeZone(timeZone);
    if (known !== undefined) return dayIn(known, Date.now());
    throw untold(refusals);
  },
} satisfies Pick<DaysApi, "getToday">;

/** The error where no series may be read, and the profile does not tell either. */
function untold([refusal]: ApiError[]): Error {
  const isForScope = !refusal || failedWith(refusal, "missing_scope");
  return isForScope ? unknownDay(WITHOUT_SCOPES, refusal) : refusal;
}

const SCOPES = TELLING.map(({ scope }) => `\`${scope}\``).join(", ");
const WITHOUT_SCOPES = `Without the scope ${SCOPES} or \`profile\` Fitbit cannot say`;
