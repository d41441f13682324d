import type { Call } from "../call";
import {
  cutNewestFirst, isToday, isWithin, upTo, type CivilDate, type DayInput,
} from "../dates";
import type { DaysApi } from "../days";
import { numberOf } from "../fields";
import { rowsByDay, type SeriesUntilToday } from "../fitbit/days";
import { get, postRecord, remove, type Requests } from "../fitbit/requests";
import { byWriter, type LogQuery } from "../lists";
import type { Days } from "../ranges";
import { readDays, type DaySource } from "../series";
import { gramsOf, rounded } from "../units";
import { path } from "../wire/paths";
import type { Page, Pages } from "../wire/pages";
import type { BodyApi } from "./api";
import { asked, FAT, SCOPE, WEIGHT, type Kind } from "./fitbit-logs";
import type { recentBody } from "./fitbit-recent";
import { bodyDay, bodyRoot, type BodyMetric } from "./metrics";
import {
  isAtTime, isSameFat, isSameGrams, newestFirst, readBodyFatLog, readWeightLog, toldBy,
} from "./records";
import type { BodyFatLog, NewBodyFat, NewWeight, WeightDay, WeightLog } from "./shapes";

/** Digits after the point that a new log may have. */
const DIGITS = 2;

/** Days of one request of a series. */
const LONGEST_SERIES = 1_095;

/** Before the first weighing it has no day. */
export const weightUntilToday: SeriesUntilToday = {
  path: path`/1/user/-/body/weight/date/today/1d.json`,
  scope: SCOPE,
  root: bodyRoot("weight"),
  mayBeEmpty: true,
};

/** Fitbit's paths of the body. */
export const body = {
  /**
   * The API knows which day is today.
   * https://dev.fitbit.com/build/reference/web-api/body/get-weight-log/
   */
  async getWeightDay(
    this: Requests & Pick<DaysApi, "getCivilDay">,
    day: DayInput,
    call: Call,
  ): Promise<WeightDay> {
    if (isToday(day) && !call.timeZone) {
      return { weight: await asked(this, WEIGHT, path`today/1d.json`, call) };
    }
    const date = await this.getCivilDay(day, call);
    return { date, weight: await asked(this, WEIGHT, path`${date}.json`, call) };
  },

  /** https://dev.fitbit.com/build/reference/web-api/body-timeseries/get-weight-timeseries-by-date-range/ */
  listWeightLogs(this: Requests, wanted: LogQuery, call: Call): Pages<WeightLog> {
    return byWriter(listed(this, WEIGHT, wanted, call), wanted, toldBy);
  },

  /** Looked for among the weighings of its day. */
  async findWeightLog(this: Requests, made: NewWeight, call: Call) {
    const grams = ({ weight }: { weight: number }) => gramsOf(weight, call.unitSystem);
    const logs = await asked(this, WEIGHT, path`${made.day}.json`, call);
    const weightLog = logs.find((log) =>
      isAtTime(log, made) && isSameGrams(grams(log), grams(made)));
    return weightLog && { weightLog };
  },

  /** https://dev.fitbit.com/build/reference/web-api/body/create-weight-log/ */
  async createWeightLog(this: Requests, { day, time, weight }: NewWeight, call: Call) {
    const weightLog = await postRecord(this, {
      path: path`/1/user/-/body/log/weight.json`,
      root: "weightLog",
      mayBeListed: true,
      params: {
        weight: rounded(weight, DIGITS), date: day, time: time && `${time}:00`,
      },
      scope: SCOPE,
      stored: { record: "The weight", lookAt: "List Weight Logs" },
    }, readWeightLog, call);
    return { data: { weightLog } };
  },

  /** https://dev.fitbit.com/build/reference/web-api/body/delete-weight-log/ */
  async deleteWeightLog(this: Requests, logId: string, call: Call) {
    await removed(this, WEIGHT, logId, "List Weight Logs", call);
  },

  /** https://dev.fitbit.com/build/reference/web-api/body-timeseries/get-bodyfat-timeseries-by-date-range/ */
  listBodyFatLogs(this: Requests, wanted: LogQuery, call: Call): Pages<BodyFatLog> {
    return byWriter(listed(this, FAT, wanted, call), wanted, toldBy);
  },

  /** Looked for on its day: what was recorded here has no time. */
  async findBodyFatLog(this: Requests, { day, fat }: NewBodyFat, call: Call) {
    const logs = await asked(this, FAT, path`${day}.json`, call);
    const fatLog = logs.find((log) => log.date === day && isSameFat(log.fat, fat));
    return fatLog && { fatLog };
  },

  /**
   * Without its time, with which it has been seen to go wrong.
   * https://dev.fitbit.com/build/reference/web-api/body/create-bodyfat-log/
   */
  async createBodyFatLog(this: Requests, { day, fat }: NewBodyFat, call: Call) {
    const fatLog = await postRecord(this, {
      path: path`/1/user/-/body/log/fat.json`,
      root: "fatLog",
      mayBeListed: true,
      params: { fat: rounded(fat, DIGITS), date: day },
      scope: SCOPE,
      stored: { record: "The body fat", lookAt: "List Body Fat Logs" },
    }, readBodyFatLog, call);
    return { data: { fatLog } };
  },

  /** https://dev.fitbit.com/build/reference/web-api/body/delete-bodyfat-log/ */
  async deleteBodyFatLog(this: Requests, logId: string, call: Call) {
    await removed(this, FAT, logId, "List Body Fat Logs", call);
  },

  /** https://dev.fitbit.com/build/reference/web-api/body-timeseries/get-body-timeseries-by-date-range/ */
  async getBodyTimeSeries(
    this: Requests, metrics: readonly BodyMetric[], range: Days, call: Call,
  ) {
    const sources = metrics.map((metric) => [metric, dailySeries(this, metric, call)]);
    const { days, ...rest } = await readDays(
      Object.fromEntries(sources) as Record<string, DaySource<string>>,
      range,
    );
    return { days: [...days].flatMap(([date, values]) => bodyDay(date, values)), ...rest };
  },
} satisfies Omit<BodyApi, keyof typeof recentBody>;

async function removed(
  app: Requests, { root }: Pick<Kind<object>, "root">, logId: string, lookAt: string, call: Call,
): Promise<void> {
  await remove(app, {
    path: path`/1/user/-/body/log/${root}/${logId}.json`,
    scope: SCOPE,
    stored: { record: "The deletion", lookAt },
  }, call);
}

/** No log is older: Fitbit's first year. */
const FIRST_DAY = "2008-01-01";
/** More pieces than a step may ask for may have to end where the logs do. */
const MOST_PIECES = 96;
/** So many pieces without any log are a year. */
const A_YEAR = 12;

/**
 * The logs wanted, newest first, in pieces of as many days as one request may cover. There is
 * no list that ends with them: of all days, or of very many, it is taken that there are no
 * more behind a year without any.
 */
async function* listed<T extends WeightLog | BodyFatLog>(
  app: Requests, kind: Kind<T>, wanted: LogQuery, call: Call,
): AsyncGenerator<Page<T>> {
  const { from = FIRST_DAY, to } = wanted;
  const days = { from, to: upTo(to, Date.now()) };
  const pieces = cutNewestFirst(days, kind.longest);
  const isOpen = wanted.from === undefined || pieces.length > MOST_PIECES;
  let idle = 0;
  for (const [i, piece] of pieces.entries()) {
    const logs = await asked(app, kind, path`${piece.from}/${piece.to}.json`, call);
    const items = logs.filter(({ date }) => isWithin(date, piece)).sort(newestFirst);
    idle = items.length ? 0 : idle + 1;
    const isEnd = i === pieces.length - 1 || (isOpen && idle >= A_YEAR);
    yield { items, more: !isEnd };
    if (!isEnd) continue;
    if (piece.from > from && wanted.from !== undefined) call.note?.(unread(piece.from));
    return;
  }
}

function unread(day: CivilDate): string {
  return `Fitbit has no log of a year from ${day} on: what is older was not looked for. Ask for it by an End Date before that.`;
}

/** https://dev.fitbit.com/build/reference/web-api/body-timeseries/ */
function dailySeries(app: Requests, metric: BodyMetric, call: Call): DaySource<string> {
  const root = bodyRoot(metric);
  return {
    parts: [metric],
    longest: LONGEST_SERIES,
    async ask({ from, to }) {
      const answer = await get<Record<string, unknown>>(app, {
        path: path`/1/user/-/body/${metric}/date/${from}/${to}.json`,
        scope: SCOPE,
        root: `${root}[]`,
        empty: true,
      }, call);
      return rowsByDay(answer[root]).flatMap(([date, { value }]): [CivilDate, string][] =>
        numberOf(value) === undefined ? [] : [[date, String(value)]]);
    },
  };
}
