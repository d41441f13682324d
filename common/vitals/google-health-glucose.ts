import type { Call } from "../call";
import { isFields, numberOf, textOf } from "../fields";
import { dataTypes } from "../google-health/data-types";
import type { DataPoint } from "../google-health/answers";
import type { Value } from "../google-health/daily";
import type { Requests } from "../google-health/requests";
import { clockFor, type Taken } from "../google-health/samples";
import { sourceKey } from "../google-health/sources";
import { takenAt } from "../google-health/times";
import { idOf, valueOf } from "../google-health/values";
import { instantFrom, physical } from "../google-health/windows";
import { numbered, type Found, type Reading } from "../polling/found";
import { markOf } from "../polling/marks";
import { momentId } from "../polling/moments";
import { glucoseIn, type UnitSystem } from "../units";
import { whole } from "../wire/pages";
import { readEach } from "../wire/records";
import type { VitalsApi } from "./api";
import { GLUCOSE_HISTORY_DAYS, type GlucoseReading } from "./glucose";

const TYPE = "blood-glucose";

/** What is asked of Google for blood glucose that is new. */
export const recentGlucose = {
  /** All that is looked at: a page holds weeks of a sensor. */
  async* listRecentGlucose(this: Requests, { from }: Reading, call: Call) {
    const start = from === undefined
      ? Date.now() - GLUCOSE_HISTORY_DAYS * 86_400_000
      : instantFrom(from);
    const query = { span: { physical: { from: physical(start) } } };
    const points = await whole(this.listDataPoints(TYPE, query, call));
    const read = readEach(points, `${TYPE} records`, readPoint, call);
    let clock: ReturnType<typeof clockFor> | undefined;
    const instants = read.map(({ instant }) => instant);
    const clockOf = () => clock ??= clockFor(this, instants, call);
    const found = read.flatMap(({ instant, source, ...taken }): Found<GlucoseReading>[] => {
      const { at, offset } = instant;
      const told = (local = at) => toGlucose({ ...taken, local }, call.unitSystem);
      const item = (record: GlucoseReading) => toFound(record, at, source);
      if (offset !== undefined) return told(at + offset).map(item);
      // The user's own clock is asked for when such a one is told of.
      const complete = async (record: GlucoseReading) =>
        told((await clockOf())(instant))[0] ?? record;
      return told().map((record) => ({ ...item(record), complete: () => complete(record) }));
    });
    yield { items: numbered(found), more: false };
  },
} satisfies Partial<VitalsApi>;

/** A stored reading; undefined without the instant at which it was taken. */
function readPoint(point: unknown) {
  if (!isFields(point)) return undefined;
  const { name, dataSource, ...rest }: DataPoint = point;
  const { sampleTime, ...value } = valueOf<Value>(rest, dataTypes[TYPE].unionKey) ?? {};
  const instant = takenAt(sampleTime);
  const source = dataSource && sourceKey(dataSource);
  return instant && { id: idOf(name), instant, value, source };
}

/** Known by its instant and its source: a sensor gives too many to keep their ids. */
function toFound(
  record: GlucoseReading, at: number, source: string | undefined,
): Found<GlucoseReading> {
  const mark = markOf({ start: at, end: at }, { kind: source });
  const place = new Date(at).toISOString().slice(0, 19);
  const day = place.slice(0, 10);
  return { id: momentId(mark), mark, content: "", day, place, at: { utc: at }, record };
}

const SOURCES: Record<string, string> = {
  SELF_MONITORING_BLOOD_GLUCOSE: "SMBG",
  CONTINUOUS_GLUCOSE_MONITORING: "CGM",
  LAB_TEST: "LAB_TEST",
};

/** A reading in Fitbit's words; none without its value. */
export function toGlucose(
  { id, local, value: sample }: Taken, system: UnitSystem | undefined,
): GlucoseReading[] {
  const value = glucoseIn(system, numberOf(sample.bloodGlucoseMilligramsPerDeciliter));
  const measurementType = SOURCES[textOf(sample.measurementSource) ?? ""] ?? "UNSPECIFIED";
  if (value === undefined) return [];
  const dateTime = new Date(local).toISOString().slice(0, 19);
  return [{ ...id && { logId: id }, dateTime, value, measurementType }];
}
