import type { Day, Span } from "../../person/days";
import type { Source } from "../sources";
import type { Life } from "../state";
import type { Moment } from "../time";

/** One data point before it is put in the words of a method. */
export interface Point {
  start: Moment;
  /** Of a sample the same as its start. */
  end: Moment;
  source: Source;
  /** What stands under the key of the type. */
  value: () => object;
  /** What roll-ups add up, in the small unit of the type. */
  amount: number;
  /** The zone or level that roll-ups tell apart. */
  kind?: string;
  /** Of daily points. */
  day?: Day;
  /**
   * The identity of a record that has a name; its id is made from it. Empty where reconcile
   * gives a name without an id.
   */
  key?: string;
  /** Of records that have a name: when it last changed, or came to be (epoch ms). */
  changed?: number;
  /** Another app's copy of what the watch tells of too: reconciling leaves it out. */
  isCopy?: boolean;
}

/** A data type's points, and what they add up to. */
export interface Stream {
  /** Points that start in `span`, oldest first. */
  points: (life: Life, span: Span) => Point[];
  /** What roll-ups add up, where that is finer than the points. */
  parts?: (life: Life, span: Span) => Point[];
  /** The points as reconcile shows them, where that is another thing. */
  reconciled?: (life: Life, span: Span) => Point[];
  rollUp?: (points: Point[]) => object;
  /** How roll-ups write a window without points, where they do not leave it out. */
  nothing?: object;
  /** There are so many points that only those that are needed should be made. */
  byMinute?: boolean;
}

/** A whole number as the API writes it; zero is left out. */
export const int64 = (name: string, value: number): object =>
  (Math.round(value) === 0 ? {} : { [name]: String(Math.round(value)) });

export const starts = (span: Span) => ({ start }: { start: number }): boolean =>
  span.from <= start && start < span.to;

export const newestFirst = (a: Point, b: Point): number => b.start.at - a.start.at;
