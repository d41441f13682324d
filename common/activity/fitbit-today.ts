import type { Call } from "../call";
import { dayIn, isCivilDate, knownTimeZone, type CivilDate } from "../dates";
import type { DaysApi } from "../days";
import { isFields } from "../fields";
import { unknownDay } from "../fitbit/days";
import { get, type Requests } from "../fitbit/requests";
import { askTimeZone } from "../user/fitbit";
import { failedWith, isRefusal, type ApiError } from "../wire/errors";
import { path } from "../wire/paths";

/** Which day is today: the user's own, never the server's. */
export const clock = {
  /**
   * The time zone given says it; else a daily series asked with `today`, which needs no
   * profile scope; else the time zone of the profile.
   */
  async getToday(this: Requests, call: Call): Promise<CivilDate> {
    if (call.timeZone) return dayIn(call.timeZone, Date.now());
    const today = await lastDay(this, call).catch(asRefusal);
    if (today === undefined) throw unknownDay("Fitbit did not say");
    if (!isRefusal(today)) return today;
    const timeZone = await askTimeZone(this, call).catch(asRefusal);
    const known = isRefusal(timeZone) ? undefined : knownTimeZone(timeZone);
    if (known !== undefined) return dayIn(known, Date.now());
    throw failedWith(today, "missing_scope") ? unknownDay(WITHOUT_SCOPES, today) : today;
  },
} satisfies Pick<DaysApi, "getToday">;

const WITHOUT_SCOPES = "Without the scope `activity` or `profile` Fitbit cannot say";

function asRefusal(error: unknown): ApiError {
  if (isRefusal(error)) return error;
  throw error;
}

interface Steps {
  "activities-steps": unknown[];
}

/**
 * The last day of a series that ends today; undefined where it has none.
 * https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date/
 */
async function lastDay(app: Requests, call: Call): Promise<CivilDate | undefined> {
  const body = await get<Steps>(app, {
    path: path`/1/user/-/activities/steps/date/today/1d.json`,
    scope: "activity",
    root: "activities-steps[]",
    empty: true,
  }, call);
  const last = body["activities-steps"]?.at(-1);
  const day = isFields(last) ? last.dateTime : undefined;
  return typeof day === "string" && isCivilDate(day) ? day : undefined;
}
