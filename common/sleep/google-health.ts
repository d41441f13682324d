import type { Answer } from "../answer";
import type { Call } from "../call";
import { addDays, type CivilDate, type DayInput } from "../dates";
import type { DaysApi } from "../days";
import { fingerprint } from "../fingerprint";
import { clockOf } from "../google-health/days";
import { daysOf } from "../google-health/filters";
import type { PointsQuery } from "../google-health/points";
import type { Requests } from "../google-health/requests";
import { pointsOf, sourced, traced, type Sourced, type Traced } from "../google-health/sources";
import { findStored } from "../google-health/stored";
import { isTimed, lengthOf, localTime, startOf, type Timed } from "../google-health/times";
import { idOf, valueOf } from "../google-health/values";
import { oldestFirst, physical, type Window } from "../google-health/windows";
import { newInterval } from "../google-health/writes";
import type { LogQuery } from "../lists";
import type { Found, Reading } from "../polling/found";
import { byTimeAsleep } from "../polling/identities";
import { markOf } from "../polling/marks";
import { mapPages, whole, type Pages } from "../wire/pages";
import type { SleepApi } from "./api";
import { SLEEP, toSleepDay, toSleepLog, withLogType, type Sleep } from "./google-health-log";
import { nightsOf } from "./google-health-nights";
import type { NewSleep, SleepDay, SleepLog } from "./shapes";

const DAY_MS = 86_400_000;

type Created = Answer<{ sleep?: SleepLog }>;

/** The only file that asks for Google's sleep. */
export const sleep = {
  /**
   * Sleeps are asked by the civil time at which they end.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile
   */
  async getSleepDay(
    this: Pick<SleepApi, "listSleepLogs"> & Pick<DaysApi, "getCivilDay">,
    day: DayInput,
    call: Call,
  ): Promise<Answer<SleepDay>> {
    const date = await this.getCivilDay(day, call);
    const wanted = { from: date, to: date, detail: "full" } as const;
    const sleeps = await whole(this.listSleepLogs(wanted, call));
    return { data: { date, ...toSleepDay(sleeps) } };
  },

  listSleepLogs(this: Requests, wanted: LogQuery, call: Call): Pages<SleepLog> {
    return mapPages(traced(nights(this, pointsOf(wanted), call), wanted), toLog);
  },

  /**
   * Asked by the instant at which they end. A night waits until it is processed, but no longer
   * than a day: what was written by hand or came from Health Connect may never be.
   */
  listRecentSleeps(
    this: Requests,
    { from, oldestFirst: isRising }: Reading,
    call: Call,
  ): Pages<Found<SleepLog>> {
    const read = (window: Partial<Window>) =>
      mapPages(nights(this, { span: { physical: window } }, call, isWholeIn(window)), toFound);
    if (from === undefined) return read({});
    return isRising
      ? oldestFirst(read, from, Date.now(), physical)
      : read({ from: physical(Date.parse(from)) });
  },

  getSleepIdentity: () => byTimeAsleep,

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
  ): Promise<Created> {
    const interval = newInterval(await clockOf(this, call), start, durationMs);
    const stored = { record: "The sleep", lookAt: "Get Sleep Log" };
    const point = await this.createDataPoint("sleep", {
      sleep: { interval, type: "CLASSIC", stages: [{ ...interval, type: "ASLEEP" }] },
    }, stored, call);
    const sleep = valueOf<Sleep>(point, "sleep", SLEEP);
    // As on Fitbit, the answer to a new sleep, and it alone, has no log type.
    const id = idOf(point.name);
    return { data: id && isTimed(sleep) ? { sleep: toSleepLog(id, sleep) } : {} };
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
  const found = sourced<Sleep>(app, "sleep", query, call, SLEEP);
  return query.family === "self-sources" ? found : nightsOf(found, isWhole);
}

/** Whether a window holds a day, wherever on earth that begins and ends. */
function isWholeIn({ from = "", before }: Partial<Window>) {
  return (day: CivilDate) => day > from.slice(0, 10)
    && (before === undefined || addDays(day, 2) <= before);
}

/** A sleep as a source polls it. Another report of it is another's word on it. */
function toFound(night: Sourced<Sleep>): Found<SleepLog> {
  const { id, value: { interval, metadata } } = night;
  const [start, end] = [Date.parse(interval.startTime), Date.parse(interval.endTime)];
  const record = toSleepLog(id, night.value);
  const ended = new Date(end).toISOString();
  return {
    id,
    mark: markOf({ start, end }),
    content: fingerprint(`${id} ${record.isMainSleep}`),
    day: ended.slice(0, 10),
    place: ended.slice(0, 19),
    at: { utc: end },
    ...!metadata?.processed && { settlesAfterMs: DAY_MS },
    record,
    complete: async () => withLogType(record, await night.source()),
  };
}

function toLog({ id, value, source }: Traced<Sleep>): SleepLog {
  return withLogType(toSleepLog(id, value), source);
}
