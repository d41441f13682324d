import type { CivilDate } from "../dates";
import type { Answer, Call, HealthApi, Wanted } from "../health-api";
import { intervalMark } from "../polling/identities";
import { collect, mapPages, type Page, type Pages } from "../wire/pages";
import type { Found } from "../polling/engine";
import type { NewSleep, SleepDay, SleepLog } from "./shapes";
import type { DataPoint, Sleep } from "../google-health/answers";
import type { Days } from "../google-health/days";
import type { Span } from "../google-health/filters";
import type { PointsQuery } from "../google-health/points";
import { toSleepDay, toSleepLog, withLogType } from "./google-health-log";
import { pointsOf, sourced, type Sourced } from "../google-health/sources";
import { isTimed } from "../google-health/times";
import { idOf } from "../google-health/values";
import { newInterval } from "../google-health/writes";

const DAY_MS = 86_400_000;

type Logged = Answer<{ sleep?: SleepLog }>;

/** How sleeps are read. */
const NIGHTS = {
  type: "sleep",
  valueOf: ({ sleep }: DataPoint) => sleep,
} as const;

/** The only file that asks for Google's sleep. */
export const sleep = {
  /**
   * Sleeps are asked by the civil time at which they end.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile
   */
  async sleepDay(this: Nights, date: CivilDate, call: Call): Promise<Answer<SleepDay>> {
    const { items } = await collect(this.sleepLogs({ from: date, to: date }, call));
    return { data: toSleepDay(items) };
  },

  async* sleepLogs(this: Nights, wanted: Wanted, call: Call): AsyncGenerator<Page<SleepLog>> {
    for await (const { items, more } of this._nights(pointsOf(wanted), call)) {
      yield { items: await Promise.all(items.map(withSource)), more };
    }
  },

  /**
   * Known by their interval, in UTC, so that two providers' offsets do not matter. A night
   * waits until it is processed, but no longer than a day: what was written by hand or came
   * from Health Connect never is.
   */
  recentSleeps(
    this: Nights,
    since: CivilDate | undefined,
    call: Call,
  ): Pages<Found<SleepLog>> {
    const span: Span | undefined = since === undefined
      ? undefined
      : { physical: { from: `${since}T00:00:00Z` } };
    return mapPages(this._nights({ span }, call), (night) => {
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
        complete: () => withSource(night),
      };
    });
  },

  /**
   * Stored as one stretch of being asleep.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create
   */
  async createSleepLog(
    this: Nights,
    { start, durationMs }: NewSleep,
    call: Call,
  ): Promise<Logged> {
    const interval = newInterval(await this._clock(call), start, durationMs);
    const stored = { record: "The sleep", lookAt: "Get Sleep Log" };
    const point = await this.create("sleep", {
      sleep: { interval, type: "CLASSIC", stages: [{ ...interval, type: "ASLEEP" }] },
    }, stored, call);
    if (!isTimed(point.sleep)) return { data: {} };
    // As on Fitbit, the answer to a new sleep, and it alone, has no log type.
    return { data: { sleep: toSleepLog(idOf(point.name), point.sleep) } };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete */
  async deleteSleepLog(this: Nights, logId: string, call: Call) {
    const stored = { record: "The deletion", lookAt: "List Sleep Logs" };
    await this.batchDelete("sleep", [logId], stored, call);
  },

  /** Reconciled sleeps, newest first. */
  _nights(this: Nights, query: PointsQuery, call: Call) {
    return sourced(this, NIGHTS, query, call);
  },
} satisfies Partial<HealthApi> & Record<string, unknown>;

interface Nights extends Days {
  sleepLogs: HealthApi["sleepLogs"];
  _nights(query: PointsQuery, call: Call): Pages<Sourced<Sleep>>;
}

async function withSource({ id, value, source }: Sourced<Sleep>): Promise<SleepLog> {
  return withLogType(toSleepLog(id, value), await source());
}
