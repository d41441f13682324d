import type { CivilDate } from "../dates";
import { OutOfRequests, requestsLeft } from "../wire/budget";
import type { Pages } from "../wire/pages";
import type { Found } from "./found";
import { startOf } from "./marks";
import type { Known } from "./known";
import type { Memory } from "./memory";
import type { RecordStream } from "./record-stream";
import { MOST_EVENTS, type Turn } from "./stream";

/** What a poll has read. */
export interface Gathered<T> {
  found: Found<T>[];
  /** Whether a known record would be among them if it were still there. */
  covers(known: Known): boolean;
  /** Where to read on, when that is not all that is to be read. */
  unread?: string;
  /** Until when all has been read, once what is unread is, in ms. */
  reach: number;
}

/** What a poll begins with. */
export interface Begun<T extends object> {
  stream: RecordStream<T>;
  memory: Memory;
  /** The first day that counts. */
  since: CivilDate;
  turn: Turn;
}

/** After so long the whole window is read, in case something lies behind a full page. */
const SWEEP_AFTER_MS = 6 * 3_600_000;
/** More pages than this are read oldest first, so that each of several polls reads its own. */
const MOST_PAGES = 8;
/** Requests that are kept for completing what was found. */
const RESERVE = 25;

/** Reads what a poll has to: on from where the last one stopped, or else the newest. */
export async function gather<T extends object>(begun: Begun<T>): Promise<Gathered<T>> {
  const { memory: { walk } } = begun;
  return walk ? await oldest(begun, walk.from, walk.reach) : await newest(begun);
}

/**
 * The newest page; the pages behind it while one holds something unknown; and the whole window
 * when six hours have passed since it was last read. What lies behind pages that led back to
 * where they were is looked for until it can be read.
 */
async function newest<T extends object>(begun: Begun<T>): Promise<Gathered<T>> {
  const { stream, memory: { at, known }, since, turn } = begun;
  const isSweep = turn.now - at >= SWEEP_AFTER_MS;
  const downTo = (items: Found<T>[], isEnd: boolean): Gathered<T> => {
    const last = Math.min(...items.map(({ mark }) => startOf(mark)));
    // Of what begins with the last one, some may stand on the page behind it.
    const isRead = (start: number) => isEnd ? start >= last : start > last;
    const covers = ({ day, mark }: Known) => day >= since && isRead(startOf(mark));
    return { found, covers, reach: at };
  };
  const found: Found<T>[] = [];
  let pages = 0;
  for await (const { items, more } of affordable(stream.recent({ from: since }))) {
    found.push(...items.filter(({ day }) => day >= since));
    if (!more) return { found, covers: ({ day }) => day >= since, reach: turn.now };
    const isKnown = items.length > 0 && items.every(({ id }) => known.has(id));
    if (isKnown && !isSweep) return downTo(items, false);
    pages += 1;
    if (pages === MOST_PAGES || isShort(stream)) break;
  }
  const isMuch = pages === MOST_PAGES || isShort(stream);
  return isMuch ? await oldest(begun, since, turn.now) : downTo(found, true);
}

/** From a day or a time on, the oldest first, as much as one poll can tell of. */
async function oldest<T extends object>(
  { stream, memory, since }: Begun<T>,
  from: string,
  reach: number,
): Promise<Gathered<T>> {
  const found: Found<T>[] = [];
  let unread = from;
  const pages = affordable(stream.recent({ from, oldestFirst: true }));
  for await (const { items, more } of pages) {
    found.push(...items.filter(({ day }) => day >= since));
    if (!more) return { found, covers: between(found, from === since), reach };
    // What stands at the end of a page may go on behind it.
    unread = found.map(({ place }) => place).reduce((a, b) => a > b ? a : b, unread);
    const unknown = found.filter(({ id, place }) => place < unread && !memory.known.has(id));
    if (unknown.length >= MOST_EVENTS || isShort(stream)) break;
  }
  // Pages that lead back to where they were and no further: the newest are read again.
  if (unread === from && !isShort(stream)) {
    return { found, covers: () => false, reach: memory.at };
  }
  const read = found.filter(({ place }) => place < unread);
  const behind = found.filter(({ place }) => place >= unread);
  return { found: read, covers: between(read, from === since, behind), unread, reach };
}

/** Whether a known record begins where these were read, and before what was not. */
function between<T>(read: Found<T>[], isAllBefore: boolean, behind: Found<T>[] = []) {
  const starts = (items: Found<T>[]) => Math.min(...items.map(({ mark }) => startOf(mark)));
  const [first, end] = [isAllBefore ? -Infinity : starts(read), starts(behind)];
  return ({ mark }: Known) => startOf(mark) >= first && startOf(mark) < end;
}

/** Pages as long as there are requests for them. */
export async function* affordable<T>(pages: Pages<T>) {
  try {
    yield* pages;
  } catch (error) {
    if (!(error instanceof OutOfRequests)) throw error;
  }
}

function isShort({ call }: RecordStream<object>): boolean {
  return requestsLeft(call.$) <= RESERVE;
}
