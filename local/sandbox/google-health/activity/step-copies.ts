import { HOUR, type Span } from "../../person/days";
import { int64, type Point, type Stream } from "../points/point";
import type { Source } from "../sources";
import type { Life } from "../state";
import type { HealthSwitches } from "../switches";
import { momentOf, observationInterval } from "../time";

/** What else a list says of the steps that the watch counted; reconciled it is not. */
type Copies = (life: Life, counted: Point[]) => Point[];

const copy = (
  source: Source, { start, end }: Pick<Point, "start" | "end">, amount: number,
): Point => ({
  start,
  end,
  source,
  amount,
  isCopy: true,
  value: () => ({ interval: observationInterval(start, end), ...int64("count", amount) }),
});

const PHONE_SHARE = 0.4;

/** The phone counts beside the watch, when it is carried. */
const ofPhone: Copies = (_, counted) => counted
  .filter((_point, i) => i % 3 > 0)
  .map((point) => copy("pocket", point, Math.round(PHONE_SHARE * point.amount)));

const LONG_AFTER = 12 * HOUR;
const OTHER_COUNT = 0.9;

/** After the clocks changed minutes come again as of the time before, counted otherwise. */
const ofOffsets: Copies = ({ person: { timeline } }, counted) => counted.flatMap((point) => {
  const offset = timeline.offsetAt(point.start.at - LONG_AFTER);
  if (offset === point.start.offset) return [];
  const interval = { start: { ...point.start, offset }, end: { ...point.end, offset } };
  return [copy("watch", interval, Math.round(OTHER_COUNT * point.amount))];
});

const APP_SHARE = 0.65;

/** Another app tells of a whole day at once. */
const ofDays: Copies = ({ person }, counted) => {
  const { timeline } = person;
  const days = new Set(counted.map(({ start: { at } }) => timeline.dayIn(at)));
  return [...days].map((day) => {
    const { from, to } = person.spanOf(day);
    const interval = { start: momentOf(timeline, from), end: momentOf(timeline, to) };
    const steps = person.dayTotals(day).steps;
    return copy("healthConnect", interval, Math.round(APP_SHARE * steps));
  });
};

const COPIES: Record<HealthSwitches["stepCopies"], Copies | undefined> = {
  "none": undefined, "of phone": ofPhone, "of two offsets": ofOffsets, "of days": ofDays,
};

/** A stream with what the switch wants besides. */
export const withCopies = (stream: Stream): Stream => ({
  ...stream,
  points: (life: Life, span: Span) => {
    const counted = stream.points(life, span);
    const copies = COPIES[life.switches.stepCopies];
    if (!copies) return counted;
    const made = copies(life, counted)
      .filter(({ start: { at } }) => span.from <= at && at < span.to);
    return [...counted, ...made].sort((a, b) => a.start.at - b.start.at);
  },
});
