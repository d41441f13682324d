import { addDays, type CivilDate } from "../dates";
import { OutOfRequests } from "../wire/budget";
import { isDay, isObject, isTime } from "./json";
import { MOST_EVENTS, type Stream, type Told, type Turn } from "./stream";

/**
 * A line that a day or an episode has crossed: a goal reached, a day over, a night too short,
 * data that stopped.
 */
export interface Crossing<T> {
  /** What it is told under, once: the day and what was crossed, or how the episode began. */
  id: string;
  /** The day by which it is remembered. */
  day: CivilDate;
  ts: number;
  /** What is said of it; asked of one that is to be told, since it may take requests. */
  report: () => Promise<T> | T;
}

/** What is crossed, and what the stream itself wants to find again at the next poll. */
export interface Crossed<T> {
  crossings: Crossing<T>[];
  /**
   * Where the line is, in a word: once it is moved, what is across it already is not told of.
   */
  line?: string;
  /** Plain JSON: a goal that is good for hours, the episode that is open. */
  note?: unknown;
}

/** What a poll looks at. */
export interface Looking {
  /** The first day that counts. */
  since: CivilDate;
  /** Ms since 1970. */
  now: number;
  /** What the stream noted at the last poll; undefined before one. */
  note: unknown;
  /** Whether a crossing was told, or there on deploy: nothing needs to be asked about it. */
  isTold(id: string): boolean;
}

export interface CrossingStream<T extends object> {
  /** How late a day may cross its line and still be noticed. */
  lookBackDays: number;
  /** What is crossed; it may be given at each poll again. */
  crossed(looking: Looking): Promise<Crossed<T>>;
  summary: (report: T) => string;
}

/** What is kept: the ids that were told, or there on deploy, by day. */
interface Kept {
  /** Until when all has been told, in ms since 1970. */
  at: number;
  told: Record<CivilDate, string[]>;
  line?: string;
  note?: unknown;
}

/**
 * A day or an episode crosses a line: each crossing is told once, though the figures behind it
 * may change afterwards, so that it is crossed no longer, or again.
 */
export function crossings<T extends object>(stream: CrossingStream<T>): Stream {
  return {
    async start(turn) {
      const { open, keep } = await look(stream, { at: turn.now, told: {} }, turn);
      // Who deploys an alert hears of the newest, and of no other that was there before.
      return { told: await reported(stream, open.slice(-1)), kept: keep(open) };
    },
    resume: (kept) => isKept(kept)
      ? async (turn) => {
        const { open, keep, isMoved } = await look(stream, kept, turn);
        if (isMoved) return { told: [], kept: keep(open) };
        const told = await reported(stream, open.slice(0, MOST_EVENTS));
        return { told, kept: keep(open.slice(0, told.length)) };
      }
      : undefined,
  };
}

function isKept(value: unknown): value is Kept {
  return isObject(value) && isTime(value.at) && isObject(value.told)
    && Object.entries(value.told).every(([day, ids]) =>
      isDay(day) && Array.isArray(ids) && ids.every((id) => typeof id === "string"));
}

/** What is crossed and was not told, the oldest first, and what is kept once some of it is. */
async function look<T extends object>(
  stream: CrossingStream<T>,
  { at, told, line, note }: Kept,
  { now }: Turn,
) {
  const last = new Date(Math.min(at, now)).toISOString().slice(0, 10);
  const since = addDays(last, -stream.lookBackDays - 1);
  const known = new Set(Object.values(told).flat());
  const isTold = (id: string) => known.has(id);
  const crossed = await stream.crossed({ since, now, note, isTold });
  const open = crossed.crossings
    .filter(({ id, day }) => day >= since && !isTold(id))
    .sort((a, b) => a.ts - b.ts);
  const keep = (news: Crossing<T>[]): Kept => {
    const days = Object.entries(told).filter(([day]) => day >= since);
    const all: Kept["told"] = Object.fromEntries(days);
    for (const { id, day } of news) all[day] = [...all[day] ?? [], id];
    // What is left shall be found again, however old it is, by what was noted before.
    const isAll = news.length === open.length;
    const noted = isAll ? crossed.note : note;
    return {
      at: isAll ? now : at,
      told: all,
      line: crossed.line,
      ...noted !== undefined && { note: noted },
    };
  };
  return { open, keep, isMoved: crossed.line !== line };
}

/** What is told of crossings, as far as a poll has the requests for it. */
async function reported<T extends object>(
  { summary }: CrossingStream<T>,
  news: Crossing<T>[],
): Promise<Told[]> {
  const told: Told[] = [];
  for (const { id, ts, report } of news) {
    try {
      const event = await report();
      told.push({ id, ts, summary: summary(event), event });
    } catch (error) {
      if (told.length && error instanceof OutOfRequests) break;
      throw error;
    }
  }
  return told;
}
