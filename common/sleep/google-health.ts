import type { Answer } from "../answer";
import type { Call } from "../call";
import { addDays, type CivilDate } from "../dates";
import { clockOf } from "../google-health/days";
import { daysOf, type Span } from "../google-health/filters";
import type { PointsQuery } from "../google-health/points";
import type { Requests } from "../google-health/requests";
import { pointsOf, sourced, traced, type Traced } from "../google-health/sources";
import { findStored } from "../google-health/stored";
import { isTimed, lengthOf, localTime, startOf, type Timed } from "../google-health/times";
import { idOf, valueOf } from "../google-health/values";
import { newInterval } from "../google-health/writes";
import type { LogQuery } from "../lists";
import type { Found } from "../polling/engine";
import { intervalMark } from "../polling/identities";
import { collect, mapPages, type Pages } from "../wire/pages";
import type { SleepApi } from "./api";
import { toSleepDay, toSleepLog, withLogType, type Sleep } from "./google-health-log";
import { nightsOf } from "./google-health-nights";
import type { NewSleep, SleepDay, SleepLog } from "./shapes";

const DAY_MS = 86_400_000;

type Stored = Answer<{ sleep?: SleepLog }>;

/** The only file that asks for Google's sleep. */
export const sleep = {
  /**
   * Sleeps are asked by the civil time at which they end.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile
   */
  async getSleepDay(
    this: Pick<SleepApi, "listSleepLogs">,
    date: CivilDate,
    call: Call,
  ): Promise<Answer<SleepDay>> {
    const wanted = { from: date, to: date, detail: "full" } as const;
    const { items } = await collect(this.listSleepLogs(wanted, call));
    return { data: toSleepDay(items) };
  },

  listSleepLogs(this: Requests, wanted: LogQuery, call: Call): Pages<SleepLog> {
    return mapPages(traced(nights(this, pointsOf(wanted), call), wanted), toLog);
  },

  /**
   * Known by their interval, in UTC, so that two providers' offsets do not matter. A night
   * waits until it is processed, but no longer than a day: what was written by hand or came
   * from Health Connect never is.
   */
  listRecentSleeps(
    this: Requests,
    since: CivilDate | undefined,
    call: Call,
  ): Pages<Found<SleepLog>> {
    const span: Span | undefined = since === undefined
      ? undefined
      : { physical: { from: `${since}T00:00:00Z` } };
    // The window begins within its first day, which may have begun before it.
    const isWhole = (day: CivilDate) => since === undefined || day > since;
    return mapPages(nights(this, { span }, call, isWhole), (night) => {
      const { interval, metadata } = night.value;
      const record = toSleepLog(night.id, night.value);
      const ends = Date.parse(interval.endTime);
      return {
        id: night.id,
        mark: intervalMark({
          date: record.dateOfSleep,
          start: new Date(interval.startTime).toISOString(),
          end: new Date(interval.endTime).toISOString(),
        }),
        date: record.dateOfSleep,
        ts: ends,
        ...!metadata?.processed && { settles: { utc: ends + DAY_MS } },
        record,
        complete: async () => toLog({ ...night, source: await night.source() }),
      };
    });
  },

  /** Looked for among what anybody stored of the days that it may end on. */
  async findSleepLog(this: Requests, { start, durationMs }: NewSleep, call: Call) {
    const isSame = ({ interval }: Timed<Sleep>) => lengthOf(interval) === durationMs
      && localTime(startOf(interval)).startsWith(`${start.day}T${start.time}`);
    const span = daysOf({ from: start.day, to: addDays(start.day, 2) });
    const found = await findStored<Sleep>(this, "sleep", span, isSame, call);
    return found && { sleep: toSleepLog(found.id, found.value) };
  },

  /**
   * Stored as one stretch of being asleep.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create
   */
  async createSleepLog(
    this: Requests,
    { start, durationMs }: NewSleep,
    call: Call,
  ): Promise<Stored> {
    const interval = newInterval(await clockOf(this, call), start, durationMs);
    const stored = { record: "The sleep", lookAt: "Get Sleep Log" };
    const point = await this.createDataPoint("sleep", {
      sleep: { interval, type: "CLASSIC", stages: [{ ...interval, type: "ASLEEP" }] },
    }, stored, call);
    const sleep = valueOf<Sleep>(point, "sleep");
    // As on Fitbit, the answer to a new sleep, and it alone, has no log type.
    return { data: isTimed(sleep) ? { sleep: toSleepLog(idOf(point.name), sleep) } : {} };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete */
  async deleteSleepLog(this: Requests, logId: string, call: Call) {
    const stored = { record: "The deletion", lookAt: "List Sleep Logs" };
    await this.deleteDataPoints("sleep", [logId], stored, call);
  },
} satisfies SleepApi;

/**
 * Reconciled sleeps, newest first, each night once. What this app wrote itself is given as it
 * is: it is there to be deleted.
 */
function nights(
  app: Requests,
  query: PointsQuery,
  call: Call,
  isWhole?: (day: CivilDate) => boolean,
) {
  const found = sourced<Sleep>(app, "sleep", query, call);
  return query.family === "self-sources" ? found : nightsOf(found, isWhole);
}

function toLog({ id, value, source }: Traced<Sleep>): SleepLog {
  return withLogType(toSleepLog(id, value), source);
}
