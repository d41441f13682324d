import { ConfigurationError } from "@pipedream/platform";
import { readText, refused } from "./input";
import type { Given } from "./pipedream";

/** A day of the user's calendar, `YYYY-MM-DD`. */
export type CivilDate = string;

/** A day as a user writes it: a date, or so many days before the user's today. */
export type DayInput = { date: CivilDate } | { daysAgo: number };

/** Whether it is the user's today that is meant, and not a date that may be it. */
export function isToday(day: DayInput): boolean {
  return "daysAgo" in day && day.daysAgo === 0;
}

const DAY_MS = 86_400_000;
const RELATIVE = /^(\d{1,5}) days? ago$/;

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const SHORT_MONTHS = [4, 6, 9, 11];

/**
 * Whether the text is a day that exists, written `YYYY-MM-DD`. It is asked of each row of
 * long answers, and a Date takes several times as long.
 */
export function isCivilDate(text: string): boolean {
  const [, year = NaN, month = NaN, day = NaN] = CIVIL_DATE.exec(text)?.map(Number) ?? [];
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
}

function lengthOfMonth(year: number, month: number): number {
  if (SHORT_MONTHS.includes(month)) return 30;
  if (month !== 2) return 31;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeap ? 29 : 28;
}

function toCivilDate(ms: number): CivilDate {
  return new Date(ms).toISOString().slice(0, 10);
}

/** No day that people mean lies before or after these. */
const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2199-12-31";
const MOST_DAYS_AGO = 36_500;

/** Whether the text is a day that somebody may have lived, or will. */
export function isUsualDate(text: string): boolean {
  return isCivilDate(text) && text >= FIRST_DAY && text <= LAST_DAY;
}

/** The day `days` after `date` (before it, when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return toCivilDate(Date.parse(date) + days * DAY_MS);
}

/** The last wanted day, but none that has begun nowhere on earth yet. */
export function upTo(to: CivilDate | undefined, now: number): CivilDate {
  const last = addDays(new Date(now).toISOString().slice(0, 10), 1);
  return to !== undefined && to < last ? to : last;
}

/** The day it is in a time zone (IANA name) at an instant (ms since 1970). */
export function dayIn(timeZone: string, at: number): CivilDate {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(at);
}

/** What shows the local time of a zone; to make one takes longer than to ask it. */
const localTimes = new Map<string, Intl.DateTimeFormat>();

function localTimeIn(timeZone: string): Intl.DateTimeFormat {
  const known = localTimes.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  localTimes.set(timeZone, format);
  return format;
}

/** A time zone's offset from UTC at an instant, in ms; positive east of Greenwich. */
export function offsetIn(timeZone: string, at: number): number {
  const local = localTimeIn(timeZone).format(at);
  return Date.parse(`${local.replace(" ", "T")}Z`) - Math.floor(at / 1_000) * 1_000;
}

/** A time zone that the runtime knows; undefined for any other, and for none. */
export function knownTimeZone(name = ""): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    // The runtime knows some zones by a former name (Asia/Calcutta): only letter case is
    // taken.
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
  } catch {
    return undefined;
  }
}

/** Reads a Time Zone prop. Throws a ConfigurationError for what is no IANA name. */
export function readTimeZone(given: Given<string | undefined> | undefined) {
  const text = readText("Time Zone", given);
  if (text === undefined) return undefined;
  const known = knownTimeZone(text);
  if (known !== undefined) return known;
  throw refused("Time Zone", text, "is not known. Write an IANA name, such as Europe/Berlin.");
}

/**
 * Reads a date prop: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`; left out, it is
 * `fallback`. Throws a ConfigurationError that names the prop.
 */
export function readDay(
  label: string, given: Given<string | undefined> | undefined, fallback: string,
): DayInput;
export function readDay(
  label: string, given: Given<string | undefined> | undefined,
): DayInput | undefined;
export function readDay(
  label: string,
  given: Given<string | undefined> | undefined,
  fallback?: string,
) {
  const text = readText(label, given);
  const words = (text ?? fallback)?.toLowerCase();
  if (words === undefined) return undefined;
  if (words === "today") return { daysAgo: 0 };
  if (words === "yesterday") return { daysAgo: 1 };
  const days = Number(RELATIVE.exec(words)?.[1]);
  if (days <= MOST_DAYS_AGO) return { daysAgo: days };
  if (isUsualDate(words)) return { date: words };
  throw refused(label, text, "is not a day. Write a date such as 2026-03-20, today, yesterday, or 7 days ago.");
}

/** The calendar day meant, given the user's today. */
export function civilDate(day: DayInput, today: CivilDate): CivilDate {
  return "date" in day ? day.date : addDays(today, -day.daysAgo);
}

/** Days from the first to the last, both included; an open end has no bound. */
export interface RangeInput {
  from?: DayInput;
  to?: DayInput;
}

/**
 * Reads Start Date and End Date. Throws a ConfigurationError when they are the wrong way
 * round.
 */
export function readRange({ startDate, endDate }: {
  startDate?: Given<string | undefined>;
  endDate?: Given<string | undefined>;
}): RangeInput {
  const from = readDay("Start Date", startDate);
  const to = readEnd("End Date", endDate);
  if (from && to && isAfter(from, to)) {
    const [start, end] = [readText("Start Date", startDate), readText("End Date", endDate)];
    throw new ConfigurationError(
      `Start Date (${String(start)}) is after End Date (${String(end)}): swap them.`,
    );
  }
  return { from, to };
}

/** The last day of a range: it may lie as far ahead as one likes. */
function readEnd(label: string, given: Given<string | undefined> | undefined) {
  const text = readText(label, given) ?? "";
  const isFar = isCivilDate(text) && text > LAST_DAY;
  return isFar ? { date: LAST_DAY } : readDay(label, given);
}

/** Only days written alike can be compared before the user's today is known. */
function isAfter(from: DayInput, to: DayInput): boolean {
  if ("date" in from) return "date" in to && from.date > to.date;
  return "daysAgo" in to && from.daysAgo < to.daysAgo;
}

/** A range whose ends are calendar days. */
export interface DateRange {
  from?: CivilDate;
  to?: CivilDate;
}

/** Whether a day is one of a range. */
export function isWithin(day: CivilDate, { from = day, to = day }: DateRange): boolean {
  return day >= from && day <= to;
}

/** The range, unless its end lies before its beginning: then a ConfigurationError. */
export function inOrder(range: DateRange): DateRange {
  const { from = "", to = from } = range;
  if (from <= to) return range;
  throw new ConfigurationError(`Start Date (${from}) is after End Date (${to}): swap them.`);
}

/** A range cut into pieces of at most `days` days, the newest piece first. */
export function cutNewestFirst(range: Required<DateRange>, days: number) {
  const pieces: Required<DateRange>[] = [];
  for (let to = range.to; to >= range.from; to = addDays(to, -days)) {
    const from = addDays(to, 1 - days);
    pieces.push({ from: from > range.from ? from : range.from, to });
  }
  return pieces;
}
