import { addDays, type CivilDate } from "../dates";
import { defined } from "../fields";
import type { ClockReading } from "../record-clock";
import { requestsLeft } from "../wire/budget";
import type { Found, FoundPages, Reading } from "./found";
import { affordable, gather, type Begun, type Gathered } from "./gathering";
import { isOpen, judge } from "./judging";
import { isTimed } from "./marks";
import { lostBefore, readMemory, writeMemory, type Memory } from "./memory";
import type { RecordStream } from "./record-stream";
import { MOST_EVENTS, type Outcome, type Stream, type Turn } from "./stream";

/** Events of the first poll. */
const MOST_HISTORY = 25;
/** Requests that the first poll keeps for completing what it tells of. */
const RESERVE = 10;

/**
 * A record appears: each is told once, whenever it appears within the look-back. One that is
 * worked out again, renumbered, or told of by a second app is not new.
 */
export function records<T extends object>(stream: RecordStream<T>): Stream {
  return {
    start: (turn) => start(heeding(stream, {}, turn), turn),
    resume: (kept) => {
      const memory = readMemory(kept);
      return memory && ((turn) => resume(heeding(stream, memory, turn), memory, turn));
    },
  };
}

/** A record appears or changes: each is told, and told again whenever its content changes. */
export function changes<T extends object>(stream: RecordStream<T>): Stream {
  return records({ ...stream, tellsChanges: true });
}

/** What a list has noted so far. */
type Noting = Pick<Memory, "note">;

/** A stream, and what its list notes meanwhile. */
interface Heeded<T extends object> extends RecordStream<T> {
  noting: Noting;
}

/**
 * The same stream without records that have no id or no time, which the log says. Its list
 * finds what it noted, and notes anew.
 */
function heeding<T extends object>(
  stream: RecordStream<T>,
  { note }: Noting,
  turn: Turn,
): Heeded<T> {
  const noting = { note };
  const recent = (reading: Reading) =>
    readable(stream.recent({ ...reading, note: noting.note }), noting, turn);
  return { ...stream, recent, noting };
}

async function* readable<T>(pages: FoundPages<T>, noting: Noting, { log }: Turn) {
  let odd = 0;
  try {
    for await (const { items, more, note } of pages) {
      const good = items.filter(({ id, mark, day }) => id && day && isTimed(mark));
      odd += items.length - good.length;
      noting.note = note;
      yield { items: good, more };
    }
  } finally {
    if (odd) log(`Records that lack an id or a time were left out: ${odd}.`);
  }
}

/** The first poll: tells of the newest records, and knows all others from then on. */
async function start<T extends object>(
  stream: Heeded<T>,
  turn: Turn,
): Promise<Outcome> {
  const since = firstDay({ at: turn.now }, stream, turn);
  const { found, floor } = await history(stream, since);
  if (floor !== undefined) turn.log(lostBefore(floor));
  const memory: Memory = { at: turn.now, known: new Map(), floor };
  const { toInstant, offset } = await readClock(stream, memory, found, turn);
  const { told } = await judge(stream, memory.known, { found, covers: () => false }, {
    now: turn.now, toInstant, most: stream.mostHistory ?? MOST_HISTORY, isFirst: true,
  });
  const kept = { ...memory, ...defined({ offset, floor, ...stream.noting }) };
  return { told, kept: writeMemory(kept, floor ?? since, turn) };
}

/** The newest records, back to a day; or back to a later one, for want of requests. */
async function history<T extends object>(
  stream: RecordStream<T>,
  since: CivilDate,
): Promise<{ found: Found<T>[]; floor?: CivilDate }> {
  const found: Found<T>[] = [];
  for await (const { items, more } of affordable(stream.recent({}))) {
    for (const item of items) found.push(item);
    if (!more || items.some(({ day }) => day < since)) return { found };
    if (requestsLeft(stream.call.$) <= RESERVE) break;
  }
  const [oldest = since] = found.map(({ day }) => day).sort();
  return { found, floor: addDays(oldest, 1) };
}

async function resume<T extends object>(
  stream: Heeded<T>,
  memory: Memory,
  turn: Turn,
): Promise<Outcome> {
  const since = firstDay(memory, stream, turn);
  const gathered = await gather({ stream, memory, since, turn });
  const clock = await readClock(stream, memory, gathered.found, turn);
  const outcome = (most: number) =>
    tell({ stream, memory: structuredClone(memory), since, turn, gathered, clock, most });
  return { ...await outcome(MOST_EVENTS), atMost: outcome };
}

/** What a poll has read, and what it may tell of that. */
interface Telling<T extends object> extends Begun<T> {
  stream: Heeded<T>;
  gathered: Gathered<T>;
  clock: ClockReading;
  most: number;
}

async function tell<T extends object>(
  { stream, memory, since, turn, gathered, clock, most }: Telling<T>,
): Promise<Outcome> {
  const { known, floor, walk } = memory;
  const { toInstant, offset } = clock;
  const { told, left } = await judge(stream, known, gathered, {
    now: turn.now, toInstant, most, isFirst: false,
  });
  const { unread, reach } = gathered;
  const places = left.map(({ place }) => place);
  const from = goOnFrom(unread ? [...places, unread] : places, walk?.from ?? since);
  const rest = defined({ offset, floor, ...stream.noting });
  const kept = from === undefined
    ? { at: reach, known, ...rest }
    : { at: memory.at, known, walk: { from, reach }, ...rest };
  return { told, kept: writeMemory(kept, since, turn) };
}

/** The first of the places; the day alone will do, unless that one was begun with. */
function goOnFrom(places: string[], before: string): string | undefined {
  const [first] = places.sort();
  const day = first?.slice(0, 10);
  return day !== undefined && day > before ? day : first;
}

/** The first day that a poll looks at, wherever on earth the user is. */
function firstDay<T extends object>(
  { at, floor = "" }: Pick<Memory, "at" | "floor">,
  { lookBackDays }: RecordStream<T>,
  { now }: Turn,
): CivilDate {
  const last = new Date(Math.min(at, now)).toISOString().slice(0, 10);
  const day = addDays(last, -lookBackDays - 1);
  return day > floor ? day : floor;
}

/** The clock, read when a record that is open has a local time. */
async function readClock<T extends object>(
  { clock }: RecordStream<T>,
  { known, offset }: Memory,
  found: Found<T>[],
  { now }: Turn,
): Promise<ClockReading> {
  const isNeeded = found.some((item) => "local" in item.at && isOpen(known.get(item.id), item));
  return isNeeded && clock ? await clock(offset, now) : { offset };
}
