import { addDays, type CivilDate } from "../dates";
import { failedWith } from "../wire/errors";
import type { Page, Pages } from "../wire/pages";
import type { Db } from "../pipedream";
import { readState, writeState, type Seen, type State } from "./state";

/** A record as a poll finds it. */
export interface Found<T> {
  id: string;
  /** What tells it from others when its id changes; begins with `date`. See identities.ts. */
  mark: string;
  /** The day that it belongs to, the user's or that of UTC. */
  date: CivilDate;
  /** When it happened, in ms since 1970; local where `settles` is. */
  ts: number;
  /** When it may be told of; left out, at once. Local where the API gives no offset. */
  settles?: { local: string } | { utc: number };
  record: T;
  /** The record with what takes a request more; asked of records that are new. */
  complete?(): Promise<T>;
}

/** Whether a record of an unknown id was seen under another one. */
export type Identity = (
  found: Found<unknown>,
  /** What the poll goes on with: an id that is given up may be taken out. */
  seen: Seen,
  /** The ids that this poll found. */
  present: ReadonlySet<string>,
) => boolean;

/** What a source polls, how a record is known, and what it says. */
export interface Stream<T extends object> {
  /** How late a record may appear and still be noticed. */
  lookBackDays: number;
  /** The records of a day and after, newest start first; of all days without one. */
  recent(since: CivilDate | undefined): Pages<Found<T>>;
  wasSeen: Identity;
  isWanted(record: T): boolean;
  summary(record: T): string;
  /** The user's offset from UTC, in ms; asked for times that carry none. */
  utcOffset?(): Promise<number | undefined>;
}

/** What a source lends to a poll. */
export interface Host {
  db: Db;
  /** Ms since 1970. */
  now: number;
  emit(event: object, meta: { id: string; summary: string; ts: number }): void;
  log(line: string): void;
}

/**
 * Events of one poll: as many ids as the platform's `unique` remembers, so that a poll that is
 * killed before its state is written repeats nothing.
 */
const MOST_EVENTS = 100;
/** Events of the first poll. */
const MOST_HISTORY = 25;
/** Every so many polls the whole window is read, in case something lies behind a full page. */
const SWEEP_EVERY = 24;
const OFFSET_GOOD_FOR_MS = 6 * 3_600_000;
/**
 * Where the day ends last; with an unknown offset a time counts as past once it is past there.
 */
const LAST_OFFSET_MS = -12 * 3_600_000;

/**
 * The first poll: tells of up to 25 of the newest records, and knows all others from then on.
 * What a deploy does, and what a poll without a state does.
 */
export async function start<T extends object>(host: Host, stream: Stream<T>): Promise<void> {
  const since = lowerBound({ at: host.now }, stream);
  const { found } = await gather(
    stream.recent(undefined),
    (page) => page.some(isBefore(since)),
  );
  const first: State = { at: host.now, polls: 0, seen: {} };
  const state = await withOffset(first, host, stream, found);
  const { seen, wanted } = await sort(found, state, host.now, stream, Infinity);
  emitAll(host, stream, wanted.slice(-MOST_HISTORY));
  writeState(host.db, { ...state, seen }, since, host.log);
}

/**
 * One poll: all requests, then the events, oldest first, then one write. A failure changes
 * nothing, but a rate limit pauses the polls until it ends.
 */
export async function poll<T extends object>(host: Host, stream: Stream<T>): Promise<void> {
  const before = readState(host.db);
  if (!before) return start(host, stream);
  if (host.now < (before.pausedUntil ?? 0)) return;
  const since = lowerBound(before, stream);
  const { state, seen, wanted, isAll } = await ask(host, stream, before, since);
  emitAll(host, stream, wanted);
  writeState(host.db, {
    ...state,
    at: isAll ? host.now : state.at,
    polls: state.polls + 1,
    pausedUntil: undefined,
    seen,
  }, since, host.log);
}

/** Everything that a poll asks the API for. */
async function ask<T extends object>(
  host: Host,
  stream: Stream<T>,
  before: State,
  since: CivilDate,
) {
  const isSweep = (before.polls + 1) % SWEEP_EVERY === 0;
  const holdsNothingNew = (page: Found<T>[]) =>
    !isSweep && page.every(({ id }) => Object.hasOwn(before.seen, id));
  try {
    const { found, isWhole } = await gather(stream.recent(since), holdsNothingNew);
    const inWindow = found.filter((item) => !isBefore(since)(item));
    const state = await withOffset(before, host, stream, inWindow);
    const sorted = await sort(inWindow, state, host.now, stream, MOST_EVENTS);
    // What lies behind an unread page is looked for from here on, however late that is.
    return { ...sorted, state, isAll: sorted.isAll && isWhole };
  } catch (error) {
    if (failedWith(error, "rate_limited") && error.retryAt !== undefined) {
      writeState(host.db, { ...before, pausedUntil: error.retryAt }, since, host.log);
    }
    throw error;
  }
}

/** The first day that a poll looks at, wherever on earth the user is. */
function lowerBound<T extends object>({ at, floor = "" }: Pick<State, "at" | "floor">, stream: Stream<T>) {
  const day = addDays(new Date(at).toISOString().slice(0, 10), -stream.lookBackDays - 1);
  return day > floor ? day : floor;
}

function isBefore(since: CivilDate) {
  return ({ date }: { date: CivilDate }) => date < since;
}

/** Pages up to the last one needed, that one included, and whether they are all. */
async function gather<T>(pages: Pages<T>, isLast: (items: Page<T>["items"]) => boolean) {
  const found: T[] = [];
  for await (const { items, more } of pages) {
    found.push(...items);
    if (items.length && isLast(items)) return { found, isWhole: !more };
  }
  return { found, isWhole: true };
}

/** The state with the user's offset, asked for when a record of unknown id has local times. */
async function withOffset<T extends object>(
  state: State,
  { now }: Host,
  stream: Stream<T>,
  found: Found<T>[],
): Promise<State> {
  const isFresh = state.offset && now - state.offset.at < OFFSET_GOOD_FOR_MS;
  const isNeeded = found.some((item) => !Object.hasOwn(state.seen, item.id) && isLocal(item));
  if (isFresh || !isNeeded || !stream.utcOffset) return state;
  return { ...state, offset: { ms: await stream.utcOffset(), at: now } };
}

function isLocal({ settles }: Found<unknown>): boolean {
  return settles !== undefined && "local" in settles;
}

/** When it happened; a local time of unknown offset stands as it is. */
function utcOf(item: Found<unknown>, { offset }: State): number {
  return isLocal(item) ? item.ts - (offset?.ms ?? 0) : item.ts;
}

function settledAt(settles: NonNullable<Found<unknown>["settles"]>, offset: number): number {
  return "utc" in settles ? settles.utc : Date.parse(`${settles.local}Z`) - offset;
}

/**
 * What has been seen then, and up to `most` records that are new and wanted, oldest first;
 * what comes after them is left for the next poll, and what has not settled as well. Seen
 * comes before wanted, so that a changed option replays no history.
 */
async function sort<T extends object>(
  found: Found<T>[],
  state: State,
  now: number,
  stream: Stream<T>,
  most: number,
) {
  const present = new Set(found.map(({ id }) => id));
  const seen = { ...state.seen };
  // A record of a known id may have moved, and left its old place to another.
  for (const { id, mark } of found) if (Object.hasOwn(seen, id)) seen[id] = mark;
  const wanted: Found<T>[] = [];
  const offset = state.offset?.ms ?? LAST_OFFSET_MS;
  for (const item of [...found].sort((a, b) => a.ts - b.ts)) {
    if (wanted.length === most) return { seen, wanted, isAll: false };
    const wasSeen = Object.hasOwn(seen, item.id) || stream.wasSeen(item, seen, present);
    if (!wasSeen && item.settles && settledAt(item.settles, offset) > now) continue;
    seen[item.id] = item.mark;
    if (wasSeen) continue;
    const record = await item.complete?.() ?? item.record;
    if (stream.isWanted(record)) wanted.push({ ...item, record, ts: utcOf(item, state) });
  }
  return { seen, wanted, isAll: true };
}

function emitAll<T extends object>(host: Host, stream: Stream<T>, items: Found<T>[]): void {
  for (const { id, ts, record } of items) {
    host.emit(record, { id, summary: stream.summary(record), ts });
  }
}
