import { carriesMinutes, isUtc, minutesOfDay } from "../intraday";
import { daysOf, type Period } from "../ranges";
import type { Answer, Call, Route } from "../route";
import { daysRows } from "./days";
import { intradayKey, KEY } from "./intraday";

/** https://dev.fitbit.com/build/reference/web-api/heartrate-timeseries/ */
const MAX_DAYS = 365;
const PERIODS: readonly Period[] = ["1d", "7d", "30d", "1w", "1m"];

function series(call: Call): Answer {
  const utc = isUtc(call);
  const [first, last] = daysOf(call, MAX_DAYS, PERIODS);
  return {
    body: {
      [KEY]: daysRows(call, { first, last, utc }),
      ...(carriesMinutes(call, [first, last]) && intradayKey(minutesOfDay(call))),
    },
  };
}

export const seriesRoutes: Route[] = [{
  method: "GET",
  path: "/1/user/:user/activities/heart/date/:first/:second.json",
  scope: "heartrate",
  takes: ["timezone"],
  answer: series,
}];
