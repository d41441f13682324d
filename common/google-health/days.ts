import { ConfigurationError } from "@pipedream/platform";
import type { Call } from "../call";
import { offsetAt, type Clock } from "../clocks";
import { dayIn, knownTimeZone } from "../dates";
import type { DaysApi } from "../days";
import { failedWith } from "../wire/errors";
import type { DataPoint } from "./answers";
import { dataTypes, type DataTypeId } from "./data-types";
import type { Requests } from "./requests";
import { statedOffset } from "./times";
import type { GoogleDate } from "./values";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Types whose newest point tells the offset: the watch's own, then what people add. */
const TELLING: DataTypeId[] = [
  "steps", "sleep", "heart-rate", "nutrition-log", "exercise", "weight", "hydration-log",
];
/** A record no older than this tells by itself: no other type is asked for a newer one. */
const FRESH_MS = DAY_MS;
/** Pages to look at for it: the first one was seen to be empty where the second was not. */
const MOST_PAGES = 2;

/** A step asks once for what its calls need alike. */
const clocks = new WeakMap<object, Promise<Clock | undefined>>();

/** Which day is today, and what time it is: the user's own, never the server's. */
export const clock = {
  async getToday(this: Requests, call: Call) {
    const known = await clockOf(this, call);
    const now = Date.now();
    if ("timeZone" in known) return dayIn(known.timeZone, now);
    return new Date(now + known.offset).toISOString().slice(0, 10);
  },

  async getUtcOffset(this: Requests, call: Call) {
    const known = await knownClock(this, call);
    return known && offsetAt(known, Date.now());
  },
} satisfies Pick<DaysApi, "getToday" | "getUtcOffset">;

/** The user's clock. Throws a ConfigurationError when nothing tells. */
export async function clockOf(app: Requests, call: Call): Promise<Clock> {
  return await knownClock(app, call) ?? unknownDay();
}

/**
 * The time zone given says it; else the settings do; else, where these are refused or say
 * nothing that is known here, the offset that the newest record carries.
 */
async function knownClock(app: Requests, call: Call): Promise<Clock | undefined> {
  if (call.timeZone) return { timeZone: call.timeZone };
  const known = clocks.get(call.$) ?? askedClock(app, call);
  clocks.set(call.$, known);
  return await known;
}

async function askedClock(app: Requests, call: Call): Promise<Clock | undefined> {
  const settings = await app.getSettings(call).catch(ifRefused(() => undefined));
  const timeZone = knownTimeZone(settings?.timeZone);
  if (timeZone !== undefined) return { timeZone };
  const offset = statedOffset(settings?.utcOffset);
  return offset === undefined ? await newestOffset(app, call) : { offset };
}

/** What stands for an answer that is refused for want of its scope. */
function ifRefused<T>(instead: () => T) {
  return (error: unknown): T => {
    if (failedWith(error, "missing_scope")) return instead();
    throw error;
  };
}

/** The newest record of a type, looked for on few pages; undefined when there is none. */
export async function newestPoint(app: Requests, type: DataTypeId, call: Call) {
  let pages = 0;
  for await (const { items: [point] } of app.listDataPoints(type, { limit: 1 }, call)) {
    if (point || ++pages === MOST_PAGES) return point;
  }
  return undefined;
}

/** The offset that a record gives, in ms, and when it held. */
interface HeldOffset {
  offset: number;
  at: number;
}

/** The newest record of all types that may be read, one request each until one is fresh. */
async function newestOffset(app: Requests, call: Call): Promise<HeldOffset | undefined> {
  const refused = new Set<string | undefined>();
  let newest: HeldOffset | undefined;
  for (const type of TELLING) {
    const { unionKey, scopes: { read } } = dataTypes[type];
    if (refused.has(read)) continue;
    const point = await newestPoint(app, type, call)
      .catch(ifRefused(() => void refused.add(read)));
    const held = point && offsetOf(point, unionKey);
    if (held && held.at > (newest?.at ?? -Infinity)) newest = held;
    if (newest && newest.at > Date.now() - FRESH_MS) return newest;
  }
  return newest;
}

interface CivilTime {
  date?: GoogleDate;
  time?: { hours?: number; minutes?: number; seconds?: number };
}

interface Times {
  interval?: { endTime?: string; endUtcOffset?: string; civilEndTime?: CivilTime };
  sampleTime?: { physicalTime?: string; utcOffset?: string; civilTime?: CivilTime };
}

/** What a record says by its end: the offset itself, or else the local time beside UTC. */
function offsetOf(point: DataPoint, unionKey: string): HeldOffset | undefined {
  const { interval, sampleTime }: Times = point[unionKey] ?? {};
  const at = Date.parse(interval?.endTime ?? sampleTime?.physicalTime ?? "");
  const civil = localMs(interval?.civilEndTime ?? sampleTime?.civilTime) - at;
  const offset = statedOffset(interval?.endUtcOffset ?? sampleTime?.utcOffset)
    ?? Math.round(civil / MINUTE_MS) * MINUTE_MS;
  return Number.isNaN(offset) ? undefined : { offset, at: at || 0 };
}

/** A local time as if it were UTC, in ms; NaN for none. */
function localMs({ date = {}, time = {} }: CivilTime = {}): number {
  const { year = NaN, month = NaN, day = NaN } = date;
  const { hours = 0, minutes = 0, seconds = 0 } = time;
  return Date.UTC(year, month - 1, day, hours, minutes, seconds);
}

function unknownDay(): never {
  throw new ConfigurationError(
    "Google Health cannot say which day it is for you: it has no settings and no data that this connection may read. Write dates such as 2026-03-20, and set Time Zone, such as Europe/Berlin.",
  );
}
