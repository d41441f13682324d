import type { Call } from "../call";
import { isCivilDate, type CivilDate, type DayInput } from "../dates";
import type { DaysApi } from "../days";
import { isFields, numberOf, objectsIn, textOf } from "../fields";
import { rowsByDay, type SeriesUntilToday } from "../fitbit/days";
import { during, intradayOf, piecesOf, samplesOf } from "../fitbit/intraday";
import { get, type Requests } from "../fitbit/requests";
import { isDuring, type Granularity, type Window } from "../intraday";
import { inOrder, type Days } from "../ranges";
import { readDays, type DaySource } from "../series";
import { path } from "../wire/paths";
import { localTimeOf, numbersOf, readEach } from "../wire/records";
import type { ActivityApi } from "./api";
import { activityDay, rootOf, type ActivityMetric, type IntradayMetric } from "./metrics";
import type { DailySteps } from "./shapes";
import {
  zoneMinutes, zoneMinutesDay, ZONE_MINUTES_ROOT, type ZoneMinutes, type ZoneSample,
} from "./zone-minutes";

const SCOPE = "activity";
const RESOURCE = "active-zone-minutes";

/** How a series takes the user's day. */
const TODAY = "today";
/** Days of one request. */
const LONGEST = 1_095;
const SHORTER: { [M in ActivityMetric]?: number } = {
  "activityCalories": 30,
  "tracker/activityCalories": 30,
};

/** https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date/ */
export const stepsUntilToday: SeriesUntilToday = {
  path: path`/1/user/-/activities/steps/date/today/1d.json`,
  scope: SCOPE,
  root: "activities-steps",
};

/** Fitbit's paths of daily and of finer figures of activity. */
export const activitySeries = {
  /** https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date-range/ */
  async getActivityTimeSeries(
    this: Requests, metrics: readonly ActivityMetric[], range: Days, call: Call,
  ) {
    const sources = metrics.map((metric) => [metric, dailySeries(this, metric, call)]);
    const { days, ...rest } = await readDays(
      Object.fromEntries(sources) as Record<string, DaySource<string>>,
      range,
    );
    return { days: [...days].flatMap(([date, values]) => activityDay(date, values)), ...rest };
  },

  /** Up to today, which the API knows. */
  async listWatchDays(this: Requests, since: CivilDate, call: Call) {
    const days = await dailySeries(this, "tracker/steps", call).ask({ from: since, to: TODAY });
    return [...days].flatMap(([date, steps]) => Number(steps) ? [date] : []).sort();
  },

  /** https://dev.fitbit.com/build/reference/web-api/active-zone-minutes-timeseries/get-azm-timeseries-by-interval/ */
  async getActiveZoneMinutes(this: Requests, range: Days, call: Call) {
    const { days, ...rest } = await readDays({ minutes: dailyZoneMinutes(this, call) }, range);
    return {
      days: [...days].flatMap(([date, { minutes = {} }]) => zoneMinutesDay(date, minutes)),
      ...rest,
    };
  },

  /** https://dev.fitbit.com/build/reference/web-api/intraday/get-activity-intraday-by-interval/ */
  async* getIntradayActivity(
    this: Requests,
    metric: IntradayMetric,
    window: Window,
    granularity: Granularity,
    call: Call,
  ) {
    const roots = [`${rootOf(metric)}[]`, `${rootOf(metric)}-intraday`];
    yield* inOrder(piecesOf(window, granularity), async (piece) =>
      samplesOf(await askSamples(this, metric, roots, piece, granularity, call), piece));
  },

  /** https://dev.fitbit.com/build/reference/web-api/intraday/get-azm-intraday-by-interval/ */
  async* getIntradayZoneMinutes(
    this: Requests, window: Window, granularity: Granularity, call: Call,
  ) {
    const roots = [`${ZONE_MINUTES_ROOT}-intraday[]`];
    yield* inOrder(piecesOf(window, granularity), async (piece) => {
      const days = await askSamples(this, RESOURCE, roots, piece, granularity, call);
      return objectsIn(days)
        .flatMap(({ minutes }) => objectsIn(minutes).flatMap(readZoneMinute))
        .filter((sample) => isDuring(sample, piece));
    });
  },
} satisfies Partial<ActivityApi>;

/** What this API alone has of daily figures. */
export const activitySeriesAlone = {
  /**
   * The answer as it is. Today needs no other request: the API knows it.
   * https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date-range/
   */
  async getDailySteps(
    this: Requests & Pick<DaysApi, "getCivilRange">,
    { from, to }: Record<"from" | "to", DayInput>,
    call: Call,
  ): Promise<DailySteps> {
    const isToday = [from, to].every((day) => "daysAgo" in day && day.daysAgo === 0);
    const range = isToday && !call.timeZone
      ? { from: TODAY, to: TODAY }
      : await this.getCivilRange({ from, to }, call);
    const { from: first = "", to: last = first } = range;
    const answer = await get<Required<DailySteps>>(this, {
      path: path`/1/user/-/activities/steps/date/${first}/${last}.json`,
      scope: SCOPE,
      root: "activities-steps[]",
      empty: true,
    }, call);
    const { "activities-steps": days } = answer;
    return days ? { ...answer, "activities-steps": readEach(days, "days", readSteps, call) } : answer;
  },
};

/** What an answer holds of a window under the last of its roots. */
async function askSamples(
  app: Requests,
  resource: string,
  roots: string[],
  piece: Window,
  granularity: Granularity,
  call: Call,
): Promise<unknown> {
  const body = await get<Record<string, unknown>>(app, {
    path: `/1/user/-/activities/${resource}/${during(piece, granularity)}`,
    scope: SCOPE,
    root: roots,
  }, call);
  return intradayOf(body, (roots.at(-1) ?? "").replace("[]", ""));
}

function readSteps(row: unknown): Required<DailySteps>["activities-steps"][number] | undefined {
  if (!isFields(row)) return undefined;
  const [dateTime = "", steps] = [textOf(row.dateTime), numberOf(row.value)];
  if (!isCivilDate(dateTime) || steps === undefined) return undefined;
  return { ...row, dateTime, value: String(row.value) };
}

function readZoneMinute({ minute, value }: Record<string, unknown>): ZoneSample[] {
  const [date = "", time = ""] = (localTimeOf(minute) ?? "").split("T");
  const zones = numbersOf(isFields(value) ? value : {}, ...zoneMinutes);
  const { activeZoneMinutes: sum } = zones;
  return date && sum !== undefined ? [{ date, time: time.padEnd(8, ":00"), value: sum, zones }] : [];
}

function dailyZoneMinutes(app: Requests, call: Call): DaySource<ZoneMinutes> {
  return {
    parts: ["activeZoneMinutes"],
    longest: LONGEST,
    async ask({ from, to }) {
      const body = await get<Record<string, unknown>>(app, {
        path: path`/1/user/-/activities/active-zone-minutes/date/${from}/${to}.json`,
        scope: SCOPE,
        root: `${ZONE_MINUTES_ROOT}[]`,
        empty: true,
      }, call);
      return rowsByDay(body[ZONE_MINUTES_ROOT]).map(([date, { value }]) =>
        [date, numbersOf(isFields(value) ? value : {}, ...zoneMinutes)] as const);
    },
  };
}

/** A metric of each day. */
export function dailySeries(
  app: Requests, metric: ActivityMetric, call: Call,
): DaySource<string> {
  const root = rootOf(metric);
  // The slash of the tracker's series is one of the path.
  const resource = metric.split("/").map((segment) => path`${segment}`).join("/");
  return {
    parts: [metric],
    longest: SHORTER[metric] ?? LONGEST,
    async ask({ from, to }) {
      const body = await get<Record<string, unknown>>(app, {
        path: `/1/user/-/activities/${resource}${path`/date/${from}/${to}.json`}`,
        scope: SCOPE,
        root: `${root}[]`,
        empty: true,
      }, call);
      return rowsByDay(body[root]).flatMap(([date, { value }]): [CivilDate, string][] =>
        numberOf(value) === undefined ? [] : [[date, String(value)]]);
    },
  };
}
