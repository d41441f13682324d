import { addDays, type CivilDate } from "../dates";
import { defined } from "../fields";
import type { AskedOffset } from "../record-clock";
import { isDay, isObject, isOffset, isTime } from "./json";
import { readMark, writeMark } from "./marks";
import type { Known } from "./known";
import { keepMoment, readMoments, type Moments } from "./moments";
import type { Turn } from "./stream";

/** A reading of many pages, oldest first, that takes more than one poll. */
export interface Walk {
  /** The day or time that it goes on from. */
  from: string;
  /** Until when all has been read and told once it is done, in ms. */
  reach: number;
}

/** What a source of records keeps between polls. */
export interface Memory {
  /** Until when all has been read and told, in ms since 1970. */
  at: number;
  known: Map<string, Known>;
  walk?: Walk;
  /** The user's offset, as it was asked for last. */
  offset?: AskedOffset;
  /** Nothing before this day is looked at: there was no room for more. */
  floor?: CivilDate;
  /** What the list noted. */
  note?: unknown;
}

/** The same as JSON: ids by day, and of each what is known; and those that need none. */
interface Stored extends Omit<Memory, "known"> {
  days: Record<CivilDate, Record<string, string>>;
  moments?: Moments;
}

/** A source keeps 64 kB on the platform; what is stored beside this is small. */
export const MOST_BYTES = 62_000;

/** What a day is counted from, in ms. */
const beginning = (day: CivilDate) => Date.parse(day);

/** Told, let go with what was read of it, or waiting since a minute, and its mark. */
function writeKnown({ day, mark, isTold, content, waits }: Known): string {
  const text = writeMark(mark, beginning(day));
  if (waits !== undefined) return `~${Math.floor(waits / 60_000).toString(36)} ${text}`;
  if (content !== undefined) return `${isTold ? "+" : "-"}${content} ${text}`;
  return text;
}

const KNOWN = /^(?:([-+~])(\w*) )?(\S*)$/;

function readKnown(value: unknown, day: CivilDate): Known | undefined {
  const [, flag, word = "", text] = KNOWN.exec(typeof value === "string" ? value : " ") ?? [];
  const mark = text === undefined ? undefined : readMark(text, beginning(day));
  if (!mark) return undefined;
  if (flag === "~") return { day, mark, isTold: false, waits: parseInt(word, 36) * 60_000 };
  return { day, mark, isTold: flag !== "-", ...flag && { content: word } };
}

const isWalk = (value: unknown): value is Walk => isObject(value)
  && typeof value.from === "string" && isDay(value.from.slice(0, 10)) && isTime(value.reach);

/** Each day's records; undefined when one of them cannot be read. */
function readDays(days: unknown): Map<string, Known> | undefined {
  if (!isObject(days)) return undefined;
  const known = new Map<string, Known>();
  for (const [day, records] of Object.entries(days)) {
    if (!isDay(day) || !isObject(records)) return undefined;
    for (const [id, text] of Object.entries(records)) {
      const record = readKnown(text, day);
      if (!record) return undefined;
      known.set(id, record);
    }
  }
  return known;
}

/** What was stored; undefined for anything that is not wholly of its shape. */
export function readMemory(value: unknown): Memory | undefined {
  if (!isObject(value)) return undefined;
  const { at, walk, offset, floor, note, days, moments = {} } = value;
  const [known, others] = [readDays(days), readMoments(moments)];
  if (!known || !others || !isTime(at)) return undefined;
  others.forEach(([id, record]) => known.set(id, record));
  if (walk !== undefined && !isWalk(walk)) return undefined;
  if (offset !== undefined && !isOffset(offset)) return undefined;
  if (floor !== undefined && !isDay(floor)) return undefined;
  return { at, known, ...defined({ walk, offset, floor }), ...note !== undefined && { note } };
}

function stored({ known, ...rest }: Memory, from: CivilDate): Stored {
  const [days, moments]: [Stored["days"], Moments] = [{}, {}];
  for (const [id, record] of known) {
    if (record.day < from || keepMoment(moments, id, record)) continue;
    (days[record.day] ??= {})[id] = writeKnown(record);
  }
  return { ...rest, days, ...Object.keys(moments).length && { moments } };
}

/**
 * As it is stored, without what belongs to days before the window. When it is too large it
 * forgets its oldest days, and is not asked about them again; the log hears of it once.
 */
export function writeMemory(
  memory: Memory,
  since: CivilDate,
  { log, room = MOST_BYTES }: Pick<Turn, "log" | "room">,
): Stored {
  // A day more: the same record may be told of by another app, some seconds later.
  let kept = stored(memory, addDays(since, -1));
  for (let floor = since; bytesOf(kept) > room;) {
    floor = addDays(floor, 1);
    kept = stored({ ...memory, floor }, floor);
  }
  if (kept.floor !== memory.floor && since !== memory.floor) {
    log(lostBefore(kept.floor));
  }
  return kept;
}

/** What the log says of days that are not looked at any more. */
export function lostBefore(floor: CivilDate = ""): string {
  return `So many records that only those from ${floor} on are still looked at.`;
}

function bytesOf(value: Stored): number {
  return Buffer.byteLength(JSON.stringify(value));
}
