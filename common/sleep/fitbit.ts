import type { Answer } from "../answer";
import type { Call } from "../call";
import { readTime } from "../clocks";
import {
  addDays, cutNewestFirst, isCivilDate, upTo, type DateRange, type DayInput,
} from "../dates";
import type { DaysApi } from "../days";
import { askDay } from "../fitbit/days";
import { logPages, oldestPage, type ListParams, type Pagination } from "../fitbit/lists";
import {
  get, postRecord, remove, type FitbitRequest, type Requests,
} from "../fitbit/requests";
import { byWriter, type LogQuery } from "../lists";
import type { Lasting } from "../overlap";
import type { Reading } from "../polling/found";
import { byInterval } from "../polling/identities";
import { markOf } from "../polling/marks";
import { ApiError } from "../wire/errors";
import { eachOnce, mapPages, whole, type Page, type Pages } from "../wire/pages";
import { path } from "../wire/paths";
import { readEach } from "../wire/records";
import type { SleepApi } from "./api";
import { readSleepLog, readSums } from "./records";
import type { NewSleep, SleepDay, SleepLog } from "./shapes";

const SCOPE = "sleep";

/**
 * The time that a sleep takes on the clocks of both its ends: on a flight westward it may end
 * there before it began, and a part of it may begin on either.
 */
function spanOf(start: number, end: number, duration: number): Lasting {
  return { start: Math.min(start, end - duration), end: Math.max(end, start + duration) };
}

/** Sleep may still be worked out, and then comes without any. */
const SLEEPS = { root: ["sleep[]", "summary", "pagination", "meta"], empty: true } as const;

/** Days that one range request may cover. */
const RANGE_DAYS = 100;
/** A page of the list holds about 80 days, so that more pieces than this save little. */
const MOST_PIECES = 10;

interface Sleeps {
  sleep: unknown[];
  summary: object;
  pagination: Pagination;
  meta: SleepDay["meta"];
}

type Created = Answer<{ sleep?: SleepLog }>;

/** The only file that knows Fitbit's paths of sleep. */
export const sleep = {
  /** https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date/ */
  async getSleepDay(
    this: Requests & Pick<DaysApi, "getCivilDay">,
    day: DayInput,
    call: Call,
  ): Promise<Answer<SleepDay>> {
    const data = await askDay(this, day, call, async (date) => {
      const { logs: sleep, body } = await asked(this, {
        path: path`/1.2/user/-/sleep/date/${date}.json`,
      }, call);
      return { sleep, summary: readSums(body.summary, sleep), ...metaOf(body) };
    }, ({ sleep: [first] }) => first?.dateOfSleep);
    return { data };
  },

  /** Whoever wrote a sleep through the API, Fitbit tells of it as of one logged by hand. */
  listSleepLogs(this: Requests, wanted: LogQuery, call: Call): Pages<SleepLog> {
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
      const { logId, dateOfSleep, startTime, endTime, duration, isMainSleep } = record;
      const { moment, wall } = readTime(endTime);
      const start = readTime(startTime).wall;
      return {
        id: logId,
        mark: markOf(spanOf(start, wall, duration)),
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
    const days = { from: start.day, to: addDays(start.day, 1) };
    const logs = await whole(ranged(this, [days], call));
    const sleep = logs.find((log) =>
      log.startTime.startsWith(`${start.day}T${start.time}`) && log.duration === durationMs);
    return sleep && { sleep };
  },

  /** https://dev.fitbit.com/build/reference/web-api/sleep/create-sleep-log/ */
  async createSleepLog(
    this: Requests,
    { start, durationMs }: NewSleep,
    call: Call,
  ): Promise<Created> {
    const stored = await postRecord(this, {
      path: path`/1.2/user/-/sleep.json`,
      params: { date: start.day, startTime: start.time, duration: durationMs },
      scope: SCOPE,
      root: "sleep",
      stored: { record: "The sleep", lookAt: "Get Sleep Log" },
    }, readSleepLog, call);
    return { data: { sleep: stored } };
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
 * A range is asked in pieces of 100 days, which takes the fewest requests where each day has a
 * night. One that is longer than most have had a watch, or that has an open end, comes from
 * the list: that ends where the records do.
 */
function sleeps(app: Requests, wanted: LogQuery, call: Call): Pages<SleepLog> {
  const { from, to } = wanted;
  if (from === undefined || to === undefined) return listed(app, wanted, call);
  const pieces = cutNewestFirst({ from, to: upTo(to, Date.now()) }, RANGE_DAYS);
  if (pieces.length > MOST_PIECES) return listed(app, wanted, call);
  return eachOnce(ranged(app, pieces, call), ({ logId }) => logId);
}

/** The sleeps of an answer that can be read, and what it says beside them. */
async function asked(
  app: Requests,
  request: Pick<FitbitRequest, "path" | "params">,
  call: Call,
) {
  const body = await processed(app, { ...request, ...SLEEPS, scope: SCOPE }, call);
  return { logs: readEach(body.sleep, "sleep logs", readSleepLog, call), body };
}

function metaOf({ meta }: Partial<Sleeps>): Pick<SleepDay, "meta"> {
  return meta ? { meta } : {};
}

/** https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-list/ */
function listed(
  app: Requests,
  wanted: LogQuery,
  call: Call,
  first?: ListParams,
): AsyncGenerator<Page<SleepLog>> {
  return logPages({
    async ask(params) {
      const { logs, body } = await asked(app, {
        path: path`/1.2/user/-/sleep/list.json`,
        params,
      }, call);
      return { logs, pagination: body.pagination };
    },
    dayOf: ({ dateOfSleep }) => dateOfSleep,
    idOf: ({ logId }) => logId,
  }, wanted, call, first);
}

/** So many days without a sleep at the old end of a piece may be where the records begin. */
const GAP_DAYS = 10;

/**
 * The pieces of a range, newest first. Where the records may begin, the list is asked for what
 * is left, in one request instead of one for each piece.
 * https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date-range/
 */
async function* ranged(
  app: Requests,
  pieces: Required<DateRange>[],
  call: Call,
): AsyncGenerator<Page<SleepLog>> {
  for (const [i, { from, to }] of pieces.entries()) {
    const { logs } = await asked(app, {
      path: path`/1.2/user/-/sleep/date/${from}/${to}.json`,
    }, call);
    logs.sort((a, b) => a.startTime < b.startTime ? 1 : -1);
    yield { items: logs, more: i < pieces.length - 1 };
    const isGap = logs.every(({ dateOfSleep }) => dateOfSleep > addDays(from, GAP_DAYS));
    if (!isGap || pieces.length - i < 3) continue;
    yield* listed(app, { from: pieces.at(-1)?.from, to: addDays(from, -1) }, call);
    return;
  }
}

/**
 * Asks again, within reason, while Fitbit says that it is still working the sleep out; then
 * what there is must do. Throws an ApiError where there is nothing.
 */
async function processed(
  app: Requests,
  request: FitbitRequest,
  call: Call,
): Promise<Partial<Sleeps>> {
  for (let attempt = 1; ; attempt++) {
    const body = await get<Sleeps>(app, request, call);
    if (body.meta?.state !== "pending") return body;
    if (attempt === MOST_ATTEMPTS) {
      if (body.sleep) return body;
      throw new ApiError("pending", STILL_PENDING);
    }
    await app._wait(Math.min(body.meta.retryDuration ?? LONGEST_WAIT_MS, LONGEST_WAIT_MS));
  }
}

const STILL_PENDING = "Fitbit is still working the sleep out: run the step again in a minute.";

const SETTLING_MS = 3_600_000;

const MOST_ATTEMPTS = 3;
const LONGEST_WAIT_MS = 5_000;
