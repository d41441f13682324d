import type { Moment } from "../clocks";
import type { CivilDate } from "../dates";
import type { Page } from "../wire/pages";
import type { Mark } from "./marks";

/** A record as a poll finds it. */
export interface Found<T> {
  id: string;
  /** What tells it from others when its id changes. */
  mark: Mark;
  /** What a filter reads of it: one that was let go is judged anew when this changes. */
  content: string;
  /** The day by which it is looked for, the user's or that of UTC. */
  day: CivilDate;
  /** A time from which a list can be read on so that it comes again, and what is later. */
  place: string;
  /** When it happened. */
  at: Moment;
  /** How long after that it is final enough to be told, in ms; left out, at once. */
  settlesAfterMs?: number;
  record: T;
  /** The record with what takes a request more; asked of records that are to be told. */
  complete?(): Promise<T>;
  /** A fingerprint of where it comes from; undefined while the API does not say so yet. */
  source?(): Promise<string | undefined>;
}

/** Of several records of one id, all but the first say which of them they are. */
export function numbered<T>(found: Found<T>[]): Found<T>[] {
  const counts = new Map<string, number>();
  return found.map((item) => {
    const count = (counts.get(item.id) ?? 0) + 1;
    counts.set(item.id, count);
    return count > 1 ? { ...item, id: `${item.id}-${count}` } : item;
  });
}

/** Which records a poll reads, and in which order. */
export interface Reading {
  /** The first day, or the time of a record's `place`; left out, no bound. */
  from?: string;
  /** The oldest first, as many at a time as are at hand; else the newest page first. */
  oldestFirst?: boolean;
  /** What the list noted last. */
  note?: unknown;
}

/** Records as a poll finds them, and what the list wants to find again at the next poll. */
export interface FoundPage<T> extends Page<Found<T>> {
  /** Plain JSON: what it knew of the days that it read. */
  note?: unknown;
}

export type FoundPages<T> = AsyncIterable<FoundPage<T>>;
