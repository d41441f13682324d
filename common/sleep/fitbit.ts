import type { Answer } from "../answer";
import type { Call } from "../call";
import { readTime } from "../clocks";
import { addDays, cutNewestFirst, isCivilDate, type CivilDate, type DateRange } from "../dates";
import type { DaysApi } from "../days";
import { firstPage, nextPage, oldestPage, upTo, type ListParams, type Paged } from "../fitbit/lists";
import { get, post, remove, type FitbitRequest, type Requests } from "../fitbit/requests";
import { byWriter, type LogQuery } from "../lists";
import type { Reading } from "../polling/found";
import { byInterval } from "../polling/identities";
import { markOf } from "../polling/marks";
import { ApiError } from "../wire/errors";
import { withStringId } from "../wire/ids";
import { collect, mapPages, type Page } from "../wire/pages";
import { path } from "../wire/paths";
import type { SleepApi } from "./api";
import type { NewSleep, SleepDay, SleepLog } from "./shapes";

const SCOPE = "sleep";

/** Days that one range request may cover. */
const RANGE_DAYS = 100;

type Processed = Pick<SleepDay, "meta" | "sleep">;

type SleepList = Paged & Processed;

type Stored = Answer<{ sleep?: SleepLog }>;

/** The only file that knows Fitbit's paths of sleep. */
export const sleep = {
  /** https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date/ */
  async getSleepDay(this: Requests, date: CivilDate, call: Call): Promise<Answer<SleepDay>> {
    const body = await processed<SleepDay>(this, {
      path: path`/1.2/user/-/sleep/date/${date}.json`,
      scope: SCOPE,
    }, call);
    return {
      data: {
        sleep: (body.sleep ?? []).map(withStringId),
        summary: body.summary ?? NO_SLEEP,
        meta: body.meta,
      },
    };
  },

  /** Whoever wrote a sleep through the API, Fitbit tells of it as of one logged by hand. */
  listSleepLogs(this: Requests & Pick<DaysApi, "getToday">, wanted: LogQuery, call: Call) {
    return byWriter(sleeps(this, wanted, call), wanted, ({ logType }) => ({ logType }));
  },

  /**
   * An hour after the end, what the watch knew at first has settled. The list goes by the
   * start: a sleep that ends on the first day may begin on the day before.
   */
  listRecentSleeps(this: Requests, { from = "", oldestFirst }: Reading, call: Call) {
    const pages = oldestFirst
      ? listed(this, {}, call, oldestPage(isCivilDate(from) ? addDays(from, -1) : from))
      : listed(this, { from: from || undefined }, call);
    return mapPages(pages, (record) => {
      const { logId, dateOfSleep, startTime, endTime, isMainSleep } = record;
      const { moment, wall } = readTime(endTime);
      return {
        id: logId,
        mark: markOf({ start: readTime(startTime).wall, end: wall }),
        content: isMainSleep ? "main" : "nap",
        day: dateOfSleep,
        place: startTime.slice(0, 19),
        at: moment,
        settlesAfterMs: SETTLING_MS,
        record,
      };
    });
  },

  getSleepIdentity: () => byInterval,

  /** Looked for on the day that it starts, and on the next. */
  async findSleepLog(this: Requests, { start, durationMs }: NewSleep, call: Call) {
    const range = { from: start.day, to: addDays(start.day, 1) };
    const { items } = await collect(ranged(this, range, call));
    const sleep = items.find((log) =>
      log.startTime.startsWith(`${start.day}T${start.time}`) && log.duration === durationMs);
    return sleep && { sleep };
  },

  /** https://dev.fitbit.com/build/reference/web-api/sleep/create-sleep-log/ */
  async createSleepLog(
    this: Requests,
    { start, durationMs }: NewSleep,
    call: Call,
  ): Promise<Stored> {
    const body = await post<{ sleep: SleepLog }>(this, {
      path: path`/1.2/user/-/sleep.json`,
      params: { date: start.day, startTime: start.time, duration: durationMs },
      scope: SCOPE,
      stored: { record: "The sleep", lookAt: "Get Sleep Log" },
    }, call);
    return { data: { sleep: body.sleep && withStringId(body.sleep) } };
  },

  /** https://dev.fitbit.com/build/reference/web-api/sleep/delete-sleep-log/ */
  async deleteSleepLog(this: Requests, logId: string, call: Call) {
    await remove(this, {
      path: path`/1.2/user/-/sleep/${logId}.json`,
      scope: SCOPE,
      stored: { record: "The deletion", lookAt: "List Sleep Logs" },
    }, call);
  },
} satisfies SleepApi;

/**
 * A range with a beginning is asked in pieces of 100 days, which takes the fewest requests;
 * the newest logs come from the list.
 */
async function* sleeps(
  app: Requests & Pick<DaysApi, "getToday">,
  wanted: LogQuery,
  call: Call,
): AsyncGenerator<Page<SleepLog>> {
  const { from, to } = wanted;
  if (from === undefined) {
    yield* listed(app, wanted, call);
  } else {
    const last = to ? upTo(to, Date.now()) : await app.getToday(call);
    yield* ranged(app, { from, to: last }, call);
  }
}

/** https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-list/ */
async function* listed(
  app: Requests,
  wanted: LogQuery,
  call: Call,
  first = firstPage(wanted, Date.now()),
): AsyncGenerator<Page<SleepLog>> {
  let params: ListParams | undefined = first;
  while (params) {
    const body: Partial<SleepList> = await processed<SleepList>(app, {
      path: path`/1.2/user/-/sleep/list.json`,
      params,
      scope: SCOPE,
    }, call);
    const logs = (body.sleep ?? []).map(withStringId);
    const isPast = logs.some(({ dateOfSleep: day }) => wanted.from && day < wanted.from);
    params = isPast ? undefined : nextPage(body);
    // A night that starts on the last day and ends after it belongs to the next.
    yield {
      items: logs.filter(({ dateOfSleep: day }) => isWithin(day, wanted)),
      more: params !== undefined,
    };
  }
}

/** https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date-range/ */
async function* ranged(
  app: Requests,
  range: Required<DateRange>,
  call: Call,
): AsyncGenerator<Page<SleepLog>> {
  for (const { from, to } of cutNewestFirst(range, RANGE_DAYS)) {
    const body = await processed<SleepList>(app, {
      path: path`/1.2/user/-/sleep/date/${from}/${to}.json`,
      scope: SCOPE,
    }, call);
    const logs = (body.sleep ?? []).map(withStringId);
    logs.sort((a, b) => a.startTime < b.startTime ? 1 : -1);
    yield { items: logs, more: from > range.from };
  }
}

/**
 * Asks again, within reason, while Fitbit says that it is still working the sleep out; then
 * what there is must do. Throws an ApiError where there is nothing.
 */
async function processed<T extends Processed>(
  app: Requests,
  request: FitbitRequest,
  call: Call,
): Promise<Partial<T>> {
  for (let attempt = 1; ; attempt++) {
    const body = await get<T>(app, request, call);
    if (body.meta?.state !== "pending") return body;
    if (attempt === MOST_ATTEMPTS) {
      if (body.sleep) return body;
      throw new ApiError("pending", STILL_PENDING);
    }
    await app._wait(Math.min(body.meta.retryDuration ?? LONGEST_WAIT_MS, LONGEST_WAIT_MS));
  }
}

function isWithin(day: CivilDate, { from, to }: DateRange): boolean {
  return (!from || day >= from) && (!to || day <= to);
}

const STILL_PENDING = "Fitbit is still working the sleep out: run the step again in a minute.";

const SETTLING_MS = 3_600_000;

const NO_SLEEP = { totalMinutesAsleep: 0, totalSleepRecords: 0, totalTimeInBed: 0 };

const MOST_ATTEMPTS = 3;
const LONGEST_WAIT_MS = 5_000;
