import type { Missing } from "../answer";
import type { Call } from "../call";
import { isDated, isListed } from "../data-points/google-health-list";
import { wholeRow, type PointRow } from "../data-points/google-health";
import type { Value } from "../google-health/daily";
import { dataTypes, type DataType, type DataTypeId } from "../google-health/data-types";
import type { Span } from "../google-health/filters";
import type { Requests } from "../google-health/requests";
import { valueOf } from "../google-health/values";
import { civil, physical } from "../google-health/windows";
import { lossOf } from "../losses";
import { OutOfRequests } from "../wire/budget";
import { ApiError } from "../wire/errors";
import { collect, mapPages } from "../wire/pages";
import {
  timesOf, type ChangedTimes, type Notification, type Times,
} from "./google-health-notification";

/** What is there now where something changed. */
export interface Changes {
  /** As stored, of every source, newest first; or sums, of types that are sums alone. */
  dataPoints: (PointRow | SumRow)[];
  truncated?: true;
  missing?: Missing[];
}

interface SumRow extends Value {
  startTime: string;
  endTime: string;
}

/** An event holds no more of them. */
const MOST_POINTS = 1_000;

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
/** The user's clock is no further from Greenwich. */
const FURTHEST_MS = 14 * 3_600_000;

/**
 * What is there now where a notification says that something changed: it carries no values
 * itself. A failure is one of this alone, and is named; the notification is told of anyhow.
 */
export async function changesOf(
  app: Requests, type: DataTypeId, notification: Notification, call: Call,
): Promise<Changes> {
  const dataPoints: Changes["dataPoints"] = [];
  try {
    for (const times of merged(timesOf(notification))) {
      const room = MOST_POINTS - dataPoints.length;
      const found = await collect(changed(app, type, times, call), room);
      dataPoints.push(...found.items);
      if (found.truncated) return { dataPoints, truncated: true };
    }
    return { dataPoints };
  } catch (error) {
    if (!(error instanceof ApiError) && !(error instanceof OutOfRequests)) throw error;
    call.note?.(`What changed of ${type} could not be fetched, and is not told of: ${error.message}`);
    const loss = lossOf(error) ?? { why: "failed" };
    return { dataPoints, missing: [{ part: "dataPoints", ...loss }] };
  }
}

/** Newest first; those that touch or overlap are asked for at once. */
function merged(times: ChangedTimes[]): ChangedTimes[] {
  return times.reduce<ChangedTimes[]>((all, next) => {
    const joined = union(all.at(-1), next);
    return joined ? [...all.slice(0, -1), joined] : [...all, next];
  }, []);
}

function union(
  later: ChangedTimes | undefined, earlier: ChangedTimes,
): ChangedTimes | undefined {
  const physical = joined(later?.physical, earlier.physical);
  const civil = joined(later?.civil, earlier.civil);
  return physical && civil && { physical, civil };
}

function joined(later: Times | undefined, earlier: Times | undefined): Times | undefined {
  if (!later || !earlier || later.from > earlier.to) return undefined;
  return { from: earlier.from, to: Math.max(earlier.to, later.to) };
}

function changed(app: Requests, type: DataTypeId, times: ChangedTimes, call: Call) {
  if (!isDated(type)) return sums(app, type, times, call);
  const query = { span: spanOf(dataTypes[type], times), limit: MOST_POINTS };
  const pages = isListed(type)
    ? app.listDataPoints(type, query, call)
    : app.reconcileDataPoints(type, query, call);
  return mapPages(pages, (point): PointRow | SumRow => wholeRow(type, point));
}

/** What a type comes to that has no points. */
function sums(app: Requests, type: DataTypeId, times: ChangedTimes, call: Call) {
  const { from, to } = instants(times);
  const windowSeconds = (to - from) / SECOND_MS;
  const windows = { from: physical(from), before: physical(to), windowSeconds };
  return mapPages(app.getRollUp(type, windows, call), (point): PointRow | SumRow => {
    const { startTime = "", endTime = "" } = point;
    return { startTime, endTime, ...valueOf<Value>(point, dataTypes[type].unionKey) };
  });
}

/** The span as the type is filtered. */
function spanOf({ record, filter }: DataType, times: ChangedTimes): Span {
  if (filter.physical !== undefined) {
    const isByEnd = filter.physical.endsWith("end_time");
    const { from, to } = instants(times);
    // What ends with it is of it.
    const before = physical(isByEnd ? to + SECOND_MS : to);
    return { physical: { from: physical(from), before } };
  }
  const { from, to } = record === "daily" ? days(clockTimes(times)) : clockTimes(times);
  return { civil: { from: civil(from), before: civil(to) } };
}

/** The whole days that times lie in. */
function days({ from, to }: Times): Times {
  return { from: Math.floor(from / DAY_MS) * DAY_MS, to: Math.ceil(to / DAY_MS) * DAY_MS };
}

/** The instants, wherever on earth the user is where they are not told. */
function instants({ physical: told, civil: local }: ChangedTimes): Times {
  return inSeconds(told ?? widened(local));
}

/** The user's own times, likewise. */
function clockTimes({ physical: instantly, civil: told }: ChangedTimes): Times {
  return inSeconds(told ?? widened(instantly));
}

function widened({ from, to }: Times = { from: 0, to: 0 }): Times {
  return { from: from - FURTHEST_MS, to: to + FURTHEST_MS };
}

/** Whole seconds, and one at least: a moment is sent as a time that ends where it begins. */
function inSeconds({ from, to }: Times): Times {
  const start = Math.floor(from / SECOND_MS) * SECOND_MS;
  const end = Math.ceil(to / SECOND_MS) * SECOND_MS;
  return { from: start, to: Math.max(end, start + SECOND_MS) };
}
