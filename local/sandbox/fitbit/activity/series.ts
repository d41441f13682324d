import { carriesMinutes, isUtc, minutesOfDay } from "../intraday";
import { daysOf } from "../ranges";
import type { Answer, Call, Route } from "../route";
import { intradayKey, isIntraday } from "./intraday";
import { daysRows, keyOf, measureOf } from "./measures";

const MAX_DAYS = 1095;

function series(call: Call, tracker: boolean): Answer {
  const named = measureOf(call, tracker);
  const utc = isUtc(call);
  const days = daysOf(call, named.measure.maxDays ?? MAX_DAYS);
  const withMinutes = isIntraday(named) && carriesMinutes(call, days);
  return {
    body: {
      [keyOf(named)]: daysRows(call, named, days, utc),
      ...(withMinutes && intradayKey(minutesOfDay(call), named)),
    },
  };
}

const PATH = "/1/user/:user/activities/";
const common = { method: "GET", scope: "activity", takes: ["timezone"] } as const;

export const seriesRoutes: Route[] = [
  {
    ...common,
    path: `${PATH}:resource/date/:first/:second.json`,
    answer: (call) => series(call, false),
  },
  {
    ...common,
    path: `${PATH}tracker/:resource/date/:first/:second.json`,
    answer: (call) => series(call, true),
  },
];
