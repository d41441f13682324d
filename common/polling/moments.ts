import type { CivilDate } from "../dates";
import { isDay, isObject } from "./json";
import type { Mark } from "./marks";
import type { Known } from "./known";

/**
 * The id of a record that nothing but its moment and its kind tells from others: what is known
 * of it takes three characters.
 */
export function momentId({ spans: [span], kind }: Mark): string {
  const start = span?.start;
  // What says no time has no id either: it is left out.
  if (start === undefined || Number.isNaN(start)) return "";
  const second = new Date(start).toISOString().slice(0, 19);
  return kind ? `${second}-${kind}` : second;
}

/** The moments of records that are done with, by day and kind: their seconds of the day. */
export type Moments = Record<CivilDate, Record<string, string>>;

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const LENGTH = 3;
const SECONDS = 86_400;

/** Keeps a record among others of its day and kind; false where more is known of it. */
export function keepMoment(moments: Moments, id: string, record: Known): boolean {
  const { day, mark, isTold, content, waits } = record;
  const { spans: [span, ...spans], kind = "", family, source } = mark;
  if (!isTold || content !== undefined || waits !== undefined) return false;
  if (!span || spans.length || span.start !== span.end || family || source) return false;
  const second = (span.start - Date.parse(day)) / 1_000;
  if (second < 0 || second >= SECONDS || id !== momentId(mark)) return false;
  const ofDay = moments[day] ??= {};
  ofDay[kind] = (ofDay[kind] ?? "") + write(second);
  return true;
}

/** What was kept, by id; undefined where it cannot be read. */
export function readMoments(value: unknown): [string, Known][] | undefined {
  if (!isObject(value)) return undefined;
  const known: [string, Known][] = [];
  for (const [day, kinds] of Object.entries(value)) {
    if (!isDay(day) || !isObject(kinds)) return undefined;
    for (const [kind, text] of Object.entries(kinds)) {
      if (typeof text !== "string" || !STORED.test(text)) return undefined;
      for (let i = 0; i < text.length; i += LENGTH) {
        const start = Date.parse(day) + read(text.slice(i, i + LENGTH)) * 1_000;
        const mark = { spans: [{ start, end: start }], ...kind && { kind } };
        known.push([momentId(mark), { day, mark, isTold: true }]);
      }
    }
  }
  return known;
}

const STORED = /^(?:[\w-]{3})*$/;

function write(second: number): string {
  const base = DIGITS.length;
  return [base ** 2, base, 1].map((size) => DIGITS.charAt(second / size % base)).join("");
}

function read(text: string): number {
  return Array.from(text)
    .reduce((sum, digit) => sum * DIGITS.length + DIGITS.indexOf(digit), 0);
}
