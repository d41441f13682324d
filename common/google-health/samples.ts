import type { Call } from "../call";
import { offsetAt } from "../clocks";
import { addDays, type CivilDate } from "../dates";
import type { Days } from "../ranges";
import type { DaySource } from "../series";
import { whole } from "../wire/pages";
import type { DataPoint } from "./answers";
import type { Value } from "./daily";
import { dataTypes, type DataTypeId } from "./data-types";
import { knownClock } from "./days";
import { daysOf, type Span } from "./filters";
import type { Requests } from "./requests";
import { takenAt, type Instant } from "./times";
import { idOf, valueOf } from "./values";

/** A measurement of one moment. */
export interface Taken {
  /** Empty where it has none. */
  id: string;
  /** What the user's clock showed, in ms as if it were UTC. */
  local: number;
  value: Value;
}

/** Which day a sample is one of, and when the days of that kind begin and end. */
interface Grouping {
  span(days: Days): Span;
  dayOf(local: number): CivilDate;
}

const HOUR_MS = 3_600_000;

const BY_DAY: Grouping = {
  span: daysOf,
  dayOf: (local) => new Date(local).toISOString().slice(0, 10),
};

/** A night belongs to the day on which it ends: what is measured from now on does. */
const EVENING = 18;

/** By the day that a night ends on, as Fitbit dates what is measured in sleep. */
export const BY_NIGHT: Grouping = {
  span({ from, to }) {
    const evening = (day: CivilDate) => `${day}T${EVENING}:00:00`;
    return { civil: { from: evening(addDays(from, -1)), before: evening(to) } };
  },
  dayOf: (local) => BY_DAY.dayOf(local + (24 - EVENING) * HOUR_MS),
};

/** The samples that a data type has of each day, the first one first. */
export function dailySamples(
  app: Requests,
  type: DataTypeId,
  { parts, longest, grouping = BY_DAY }: {
    parts: readonly string[]; longest?: number; grouping?: Grouping;
  },
  call: Call,
): DaySource<Taken[]> {
  return {
    parts,
    longest,
    async ask(range) {
      const query = { span: grouping.span(range) };
      const points = await whole(app.reconcileDataPoints(type, query, call));
      const days = new Map<CivilDate, Taken[]>();
      for (const sample of await taken(app, type, points, call)) {
        const day = grouping.dayOf(sample.local);
        const others = days.get(day) ?? [];
        others.push(sample);
        days.set(day, others);
      }
      return days;
    },
  };
}

/**
 * Samples by the clocks that they were taken under. One instant may be told under two offsets:
 * the first that says something of it counts. Where a sample does not tell its offset, the
 * user's own clock does.
 */
async function taken(
  app: Requests, type: DataTypeId, points: DataPoint[], call: Call,
): Promise<Taken[]> {
  const samples = new Map<string, Omit<Taken, "local"> & Instant>();
  for (const point of points) {
    const { sampleTime, ...value } = valueOf<Value>(point, dataTypes[type].unionKey) ?? {};
    const instant = takenAt(sampleTime);
    const id = idOf(point.dataPointName ?? point.name);
    const key = `${instant?.at} ${id}`;
    const isTold = instant && Object.keys(value).length > 0;
    if (isTold && !samples.has(key)) samples.set(key, { id, value, ...instant });
  }
  const all = [...samples.values()].sort((a, b) => a.at - b.at);
  const localOf = await clockFor(app, all, call);
  return all.flatMap(({ id, value, ...instant }) => {
    const local = localOf(instant);
    return local === undefined ? [] : [{ id, local, value }];
  });
}

/**
 * What tells local times, in ms as if they were UTC, by the offsets of their records; where
 * one of these tells none the user's own clock does, which is asked for that alone.
 */
export async function clockFor(app: Requests, instants: readonly Instant[], call: Call) {
  const isTold = instants.every(({ offset }) => offset !== undefined);
  const clock = isTold ? undefined : await knownClock(app, call);
  return ({ at, offset = clock && offsetAt(clock, at) }: Instant): number | undefined =>
    offset === undefined ? undefined : at + offset;
}
