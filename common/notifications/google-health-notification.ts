import { isFields, objectsIn, textOf } from "../fields";
import { instant } from "../google-health/times";
import { civilDateOf } from "../google-health/values";
import { quoteLongIntegers } from "../wire/ids";

/** A time in which something changed, as it is sent; any of it may be absent. */
interface SentInterval {
  physicalTimeInterval?: unknown;
  civilIso8601TimeInterval?: unknown;
  civilDateTimeInterval?: unknown;
}

/** What a notification says, as it is sent: no values. */
export interface Notification {
  healthUserId: string;
  /** As paths spell it. */
  dataType: string;
  /** `UPSERT`, or `DELETE`. */
  operation?: string;
  intervals: SentInterval[];
  [more: string]: unknown;
}

/** From one moment to another, the second one excluded, in ms. */
export interface Times {
  from: number;
  to: number;
}

/** When something changed: as instants, and on the user's own clock as if it were UTC. */
export interface ChangedTimes {
  physical?: Times;
  civil?: Times;
}

/** The body of a request, whose long numbers keep their digits; undefined for no JSON. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(quoteLongIntegers(body)) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether it is asked for at the registration, to see who answers. */
export function isVerification(body: unknown): boolean {
  return isFields(body) && body.type === "verification";
}

/** The notifications of a body, one or a list of them, and how many say too little. */
export function notificationsOf(
  body: unknown,
): { read: Notification[]; unreadable: number } {
  const sent: unknown[] = Array.isArray(body) ? body : [body];
  const read = sent.flatMap((entry) => notificationOf(entry) ?? []);
  return { read, unreadable: sent.length - read.length };
}

function notificationOf(entry: unknown): Notification | undefined {
  const { data } = isFields(entry) ? entry : {};
  if (!isFields(data)) return undefined;
  const { healthUserId, dataType, intervals } = data;
  const [user, type] = [healthUserId, dataType].map(wordOf);
  if (user === undefined || type === undefined) return undefined;
  return {
    ...data,
    healthUserId: user,
    dataType: spelled(type),
    intervals: objectsIn(intervals),
  };
}

const wordOf = (value: unknown) => typeof value === "number" ? String(value) : textOf(value);

/** `bodyFat` and `body_fat` have been sent for `body-fat`. */
function spelled(type: string): string {
  return type.replace(/([a-z\d])([A-Z])/g, "$1-$2").replaceAll("_", "-").toLowerCase();
}

/** The times that a notification is about, as far as they can be read; the newest first. */
export function timesOf({ intervals }: Notification): ChangedTimes[] {
  return intervals.map(changedTimes)
    .filter(({ physical, civil }) => physical ?? civil)
    .sort((a, b) => beginningOf(b) - beginningOf(a));
}

const beginningOf = ({ physical, civil }: ChangedTimes) => (physical ?? civil)?.from ?? 0;

function changedTimes(
  { physicalTimeInterval, civilIso8601TimeInterval, civilDateTimeInterval }: SentInterval,
): ChangedTimes {
  const physical = timesIn(physicalTimeInterval, "Time", instant);
  const civil = timesIn(civilIso8601TimeInterval, "Time", localTime)
    ?? timesIn(civilDateTimeInterval, "DateTime", dateTime);
  return { ...physical && { physical }, ...civil && { civil } };
}

/** Both ends of an interval; one that is left out is the other. */
function timesIn(
  interval: unknown, name: string, read: (time: unknown) => string | undefined,
): Times | undefined {
  if (!isFields(interval)) return undefined;
  const [start, end] = [read(interval[`start${name}`]), read(interval[`end${name}`])];
  const from = start ?? end;
  if (from === undefined) return undefined;
  return { from: Date.parse(from), to: Date.parse(end ?? from) };
}

/** A local time, as if it were UTC. */
function localTime(time: unknown): string | undefined {
  return instant(textOf(time)?.slice(0, 19).concat("Z"));
}

/** The same of its parts, of which a zero is left out. */
function dateTime(parts: unknown): string | undefined {
  const { date, time } = isFields(parts) ? parts : {};
  return isFields(date)
    ? localTime(`${civilDateOf(date)}T${timeOfDay(isFields(time) ? time : {})}`)
    : undefined;
}

function timeOfDay({ hours = 0, minutes = 0, seconds = 0 }: Record<string, unknown>): string {
  return [hours, minutes, seconds].map((part) => String(part).padStart(2, "0")).join(":");
}
