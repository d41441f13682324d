import type { Call } from "../call";
import { defined, isFields } from "../fields";
import { rowsByDay, type SeriesUntilToday } from "../fitbit/days";
import { during, intradayOf, piecesOf, samplesOf, throughItsEnd } from "../fitbit/intraday";
import { get, type Requests } from "../fitbit/requests";
import type { Granularity, Window } from "../intraday";
import { inOrder, type Days } from "../ranges";
import { readDays } from "../series";
import { path } from "../wire/paths";
import type { HeartApi } from "./api";
import { heartDay, rateOf } from "./days";
import type { HeartRates, HeartValue } from "./shapes";
import { readZones } from "./zones";

const SCOPE = "heartrate";
const ROOT = "activities-heart";
const INTRADAY = "activities-heart-intraday";

/** Days of one request: a year. */
const LONGEST = 365;

/** https://dev.fitbit.com/build/reference/web-api/heartrate-timeseries/get-heartrate-timeseries-by-date/ */
export const heartUntilToday: SeriesUntilToday = {
  path: path`/1/user/-/activities/heart/date/today/1d.json`,
  scope: SCOPE,
  root: ROOT,
};

/** The only file that knows Fitbit's paths of heart rates. */
export const heart = {
  /** https://dev.fitbit.com/build/reference/web-api/heartrate-timeseries/get-heartrate-timeseries-by-date-range/ */
  async getHeartRateTimeSeries(
    this: Requests, range: Days, { zones }: { zones: boolean }, call: Call,
  ) {
    const { days, ...rest } = await readDays({
      heart: {
        parts: [ROOT],
        longest: LONGEST,
        ask: ({ from, to }) => askDays(this, path`/1/user/-/activities/heart/date/${from}/${to}.json`, call),
      },
    }, range);
    const series = [...days].flatMap(([date, { heart = {} }]) =>
      heartDay(date, zones ? heart : defined({ restingHeartRate: heart.restingHeartRate })));
    return { days: series, ...rest };
  },

  /** https://dev.fitbit.com/build/reference/web-api/intraday/get-heartrate-intraday-by-interval/ */
  async* getIntradayHeartRate(
    this: Requests, window: Window, granularity: Granularity, call: Call,
  ) {
    yield* inOrder(piecesOf(window, granularity), async (piece) => {
      const asked = throughItsEnd(piece, granularity);
      const body = await get<Record<string, unknown>>(this, {
        path: `/1/user/-/activities/heart/${during(asked, granularity)}`,
        scope: SCOPE,
        root: [`${ROOT}[]`, INTRADAY],
      }, call);
      // A 0 stands where the account has no data yet.
      return samplesOf(intradayOf(body, INTRADAY), piece).filter(({ value }) => value > 0);
    });
  },
} satisfies HeartApi;

/** What this API alone has of heart rates. */
export const heartAlone = {
  /**
   * The answer as it is, for at most 24 hours.
   * https://dev.fitbit.com/build/reference/web-api/intraday/get-heartrate-intraday-by-interval/
   */
  async getHeartRates(
    this: Requests,
    window: Window,
    { granularity, timezone }: { granularity: Granularity; timezone?: string },
    call: Call,
  ): Promise<HeartRates> {
    return await get<Required<HeartRates>>(this, {
      path: `/1/user/-/activities/heart/${during(window, granularity)}`,
      params: { timezone },
      scope: SCOPE,
      root: [`${ROOT}[]`, INTRADAY],
    }, call);
  },
};

/** The days of a series, each with its date; an old one has the zones beside its value. */
async function askDays(app: Requests, path: string, call: Call) {
  const body = await get<{ [ROOT]: unknown[] }>(app, {
    path, scope: SCOPE, root: `${ROOT}[]`, empty: true,
  }, call);
  return rowsByDay(body[ROOT]).map(([date, row]) =>
    [date, readValue(isFields(row.value) ? row.value : row)] as const);
}

function readValue(value: Record<string, unknown>): HeartValue {
  const { customHeartRateZones, heartRateZones, restingHeartRate } = value;
  return defined({
    customHeartRateZones: readZones(customHeartRateZones),
    heartRateZones: readZones(heartRateZones),
    restingHeartRate: rateOf(restingHeartRate),
  });
}
