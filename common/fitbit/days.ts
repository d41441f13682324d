import { ConfigurationError } from "@pipedream/platform";
import { civilDate, dayIn, inOrder, readTimeZone, type CivilDate, type Day } from "../dates";
import { failedWith } from "../wire/errors";
import type { Call, HealthApi } from "../health-api";
import { path } from "../wire/paths";
import type { Requests } from "./requests";

interface Steps {
  "activities-steps": { dateTime: string; value: string }[];
}

/** Which day is today: the user's own, never the server's. */
export const days = {
  /** Asks for today only when the day is not a date already. */
  async civilDay(this: Days, day: Day, call: Call) {
    if (call.timeZone) readTimeZone(call.timeZone);
    return "date" in day ? day.date : civilDate(day, await this._today(call));
  },

  /** Asks for today at most once. */
  async civilRange(this: Days, { from, to }, call: Call) {
    if (call.timeZone) readTimeZone(call.timeZone);
    const isRelative = [from, to].some((day) => day && !("date" in day));
    const today = isRelative ? await this._today(call) : undefined;
    return inOrder({
      from: from && civilDate(from, today ?? ""),
      to: to ? civilDate(to, today ?? "") : today,
    });
  },

  /**
   * The time zone given says it; else a daily series asked with `today`, which needs no
   * profile scope.
   * https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date/
   */
  async _today(this: Days, call: Call): Promise<CivilDate> {
    if (call.timeZone) return dayIn(readTimeZone(call.timeZone), Date.now());
    try {
      const body = await this.get<Steps>({
        path: path`/1/user/-/activities/steps/date/today/1d.json`,
        scope: "activity",
      }, call);
      return body["activities-steps"]?.at(-1)?.dateTime ?? unknownDay("Fitbit did not say");
    } catch (error) {
      if (!failedWith(error, "missing_scope")) throw error;
      return unknownDay("Without the scope `activity` Fitbit cannot say");
    }
  },
} satisfies Pick<HealthApi, "civilDay" | "civilRange"> & Record<string, unknown>;

interface Days extends Requests {
  _today(call: Call): Promise<CivilDate>;
}

function unknownDay(why: string): never {
  throw new ConfigurationError(
    `${why} which day it is for you. Write dates such as 2026-03-20, or set Time Zone, such as Europe/Berlin.`,
  );
}
