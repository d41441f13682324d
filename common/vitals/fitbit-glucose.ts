import type { Call } from "../call";
import { readTime } from "../clocks";
import { addDays } from "../dates";
import { numberOf, objectsIn } from "../fields";
import { get, type Requests } from "../fitbit/requests";
import { numbered, type Found, type Reading } from "../polling/found";
import { markOf } from "../polling/marks";
import { momentId } from "../polling/moments";
import type { Days } from "../ranges";
import { path } from "../wire/paths";
import { localTimeOf, textsOf } from "../wire/records";
import type { VitalsApi } from "./api";
import { GLUCOSE_HISTORY_DAYS, type GlucoseReading } from "./glucose";

type Row = Record<string, unknown>;

/** What is asked of Fitbit for blood glucose that is new. */
export const recentGlucose = {
  /** All days that are looked at, in one request. */
  async* listRecentGlucose(this: Requests, { from }: Reading, call: Call) {
    const today = new Date(Date.now()).toISOString().slice(0, 10);
    const first = from?.slice(0, 10) ?? addDays(today, -GLUCOSE_HISTORY_DAYS);
    // By then today has begun wherever on earth the user is.
    const days = await glucoseDays(this, { from: first, to: addDays(today, 1) }, call);
    const readings = days.flatMap(({ values }) => objectsIn(values)).flatMap(readGlucose);
    yield { items: numbered(readings.map(toFound)), more: false };
  },
} satisfies Partial<VitalsApi>;

/** It has no id: its second tells it from others. */
function toFound(record: GlucoseReading): Found<GlucoseReading> {
  const { moment, wall } = readTime(record.dateTime);
  const mark = markOf({ start: wall, end: wall });
  const place = record.dateTime.slice(0, 19);
  const day = place.slice(0, 10);
  return { id: momentId(mark), mark, content: "", day, place, at: moment, record };
}

/**
 * The days that have blood glucose, each with its readings as `values`.
 * https://dev.fitbit.com/build/reference/web-api/blood-glucose/get-blood-glucose-by-interval/
 */
export async function glucoseDays(
  app: Requests, { from, to }: Days, call: Call,
): Promise<Row[]> {
  const body = await get<Row>(app, {
    path: path`/1/user/-/health/metrics/glucose/values/${from}/${to}.json`,
    scope: "blood_glucose",
    root: "[]",
    empty: true,
  }, call);
  return objectsIn(body);
}

/** A reading; none without its time or its value. */
export function readGlucose(row: Row): GlucoseReading[] {
  const [dateTime, value] = [localTimeOf(row.dateTime), numberOf(row.value)];
  if (dateTime === undefined || value === undefined) return [];
  return [{ dateTime, value, ...textsOf(row, "measurementType") }];
}
