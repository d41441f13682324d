import { DAY, HOUR, type Span } from "../../person/days";
import type { DataType } from "../data-type";
import type { Point } from "../points/point";
import type { Life } from "../state";
import { civil, momentOf, timestamp, wallOf } from "../time";

/** What one type had at a moment: what each point says, and when it was. */
type Look = Map<string, { value: string; span: Span }>;

/** What has changed of one type. */
export interface Changed {
  dataType: string;
  operation: "UPSERT" | "DELETE";
  spans: Span[];
}

/** How long before the last sync is looked at: records are edited late. */
const looksBack = ({ form, stream }: DataType): number =>
  (form === "daily" || stream.byMinute ? DAY : 60 * DAY);

const spanOf = ({ day, start, end }: Point): Span =>
  day === undefined ? { from: start.at, to: end.at } : { from: start.at, to: start.at + DAY };

function keyOf({ key, start, source }: Point): string {
  return key === undefined || key === "" ? `${source} ${start.at}` : key;
}

function lookAt(life: Life, type: DataType, from: number): Look {
  const span = { from: from - looksBack(type), to: life.person.now + DAY };
  const points = type.stream.points(life, span);
  return new Map(points.map((point) => (
    [keyOf(point), { value: JSON.stringify(point.value()), span: spanOf(point) }]
  )));
}

/** What each of these types has now; told from what it had, what has changed. */
export class Looks {
  private readonly from: number;
  private readonly before: Map<DataType, Look>;

  constructor(private readonly life: Life, types: readonly DataType[]) {
    this.from = Math.min(life.person.lastSync, life.person.now);
    this.before = new Map(types.map((type) => [type, lookAt(life, type, this.from)]));
  }

  changed(): Changed[] {
    return [...this.before].flatMap(([type, before]) => {
      const after = lookAt(this.life, type, this.from);
      const isNew = ([key, { value }]: [string, { value: string }]): boolean =>
        before.get(key)?.value !== value;
      const upserted = [...after].filter(isNew).map(([, { span }]) => span);
      const deleted = type.stream.byMinute
        ? []
        : [...before].filter(([key]) => !after.has(key)).map(([, { span }]) => span);
      return [
        { dataType: type.id, operation: "DELETE" as const, spans: joined(deleted) },
        { dataType: type.id, operation: "UPSERT" as const, spans: joined(upserted) },
      ].filter(({ spans }) => spans.length > 0);
    });
  }
}

/** Spans that are less than an hour apart are told of as one. */
function joined(spans: Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  return sorted.reduce<Span[]>((all, span) => {
    const last = all.at(-1);
    if (!last || span.from > last.to + HOUR) return [...all, { ...span }];
    last.to = Math.max(last.to, span.to);
    return all;
  }, []);
}

/** A change as a notification says it: nothing of the values. */
export function notificationOf(
  { person, state }: Life, name: string, { dataType, operation, spans }: Changed,
): object {
  return {
    data: {
      version: "1",
      clientProvidedSubscriptionName: name,
      healthUserId: state.ids.user,
      operation,
      dataType,
      intervals: spans.map(({ from, to }) => {
        const { timeline } = person;
        const [start, end] = [from, to].map((at) => wallOf(momentOf(timeline, at)));
        return { ...physicalOf({ from, to }), ...civilOf(start, end) };
      }),
    },
  };
}

const physicalOf = ({ from, to }: Span): object => (
  { physicalTimeInterval: { startTime: timestamp(from), endTime: timestamp(to) } }
);

/** Local times, as if they were UTC, in both of the forms that come. */
const civilOf = (start = 0, end = 0): object => ({
  civilDateTimeInterval: { startDateTime: civil(start), endDateTime: civil(end) },
  civilIso8601TimeInterval: { startTime: local(start), endTime: local(end) },
});

const local = (wall: number): string => new Date(wall).toISOString().slice(0, 19);
