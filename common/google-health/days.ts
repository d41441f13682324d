import { ConfigurationError } from "@pipedream/platform";
import { civilDate, dayIn, inOrder, offsetIn, readTimeZone } from "../dates";
import type { CivilDate, Day } from "../dates";
import { failedWith } from "../errors";
import type { Call, HealthApi } from "../health-api";
import type { DataPoint, SampleTime } from "./answers";
import { dataTypes, type DataTypeId } from "./data-types";
import type { Requests } from "./requests";
import { offsetMs, type Interval } from "./times";

/** The user's clock: their time zone, or the offset that it was last known to have, in ms. */
export type Clock = { timeZone: string } | { offset: number };

const DAY_MS = 86_400_000;

/** Types whose newest point tells the offset, one of each scope that reads. */
const TELLING: DataTypeId[] = ["steps", "sleep", "heart-rate", "nutrition-log"];

/** A step asks once for what its calls need alike. */
const clocks = new WeakMap<object, Promise<Clock | undefined>>();

/** Which day is today, and what time it is: the user's own, never the server's. */
export const days = {
  /** Asks for today only when the day is not a date already. */
  async civilDay(this: Days, day: Day, call: Call) {
    if (call.timeZone) readTimeZone(call.timeZone);
    return "date" in day ? day.date : civilDate(day, await this._today(call));
  },

  /** Asks for today at most once. */
  async civilRange(this: Days, { from, to }, call: Call) {
    if (call.timeZone) readTimeZone(call.timeZone);
    const isRelative = [from, to].some((day) => day && !("date" in day));
    const today = isRelative ? await this._today(call) : undefined;
    return inOrder({
      from: from && civilDate(from, today ?? ""),
      to: to ? civilDate(to, today ?? "") : today,
    });
  },

  async utcOffset(this: Days, call: Call) {
    const clock = await this._knownClock(call);
    return clock && offsetAt(clock, Date.now());
  },

  async _today(this: Days, call: Call): Promise<CivilDate> {
    const clock = await this._clock(call);
    const now = Date.now();
    if ("timeZone" in clock) return dayIn(clock.timeZone, now);
    return new Date(now + clock.offset).toISOString().slice(0, 10);
  },

  /** The user's clock. Throws a ConfigurationError when nothing tells. */
  async _clock(this: Days, call: Call): Promise<Clock> {
    return await this._knownClock(call) ?? unknownDay();
  },

  /**
   * The time zone given says it; else the settings do; else, where these are refused, the
   * offset that the newest record carries.
   */
  async _knownClock(this: Days, call: Call): Promise<Clock | undefined> {
    if (call.timeZone) return { timeZone: readTimeZone(call.timeZone) };
    const known = clocks.get(call.$) ?? this._askedClock(call);
    clocks.set(call.$, known);
    return await known;
  },

  async _askedClock(this: Days, call: Call): Promise<Clock | undefined> {
    const { timeZone, utcOffset } = await granted(this.getSettings(call)) ?? {};
    if (timeZone) return { timeZone };
    if (utcOffset) return { offset: offsetMs(utcOffset) };
    for (const type of TELLING) {
      const newest = await granted(newestPoint(this, type, call));
      const offset = newest && offsetOf(newest, type);
      if (offset !== undefined) return { offset };
    }
    return undefined;
  },
} satisfies Pick<HealthApi, "civilDay" | "civilRange" | "utcOffset"> & Record<string, unknown>;

export interface Days extends Requests {
  _today(call: Call): Promise<CivilDate>;
  _clock(call: Call): Promise<Clock>;
  _knownClock(call: Call): Promise<Clock | undefined>;
  _askedClock(call: Call): Promise<Clock | undefined>;
}

/** What was asked for; undefined when the scope for it is missing. */
async function granted<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (failedWith(error, "missing_scope")) return undefined;
    throw error;
  }
}

/** The newest record of a type; undefined when there is none. */
export async function newestPoint(app: Requests, type: DataTypeId, call: Call) {
  for await (const { items: [point] } of app.list(type, { limit: 1 }, call)) {
    if (point) return point;
  }
  return undefined;
}

interface Timed {
  interval?: Interval;
  sampleTime?: SampleTime;
}

/** The offset at which a record ended, in ms; undefined when it carries no time. */
function offsetOf(point: DataPoint, type: DataTypeId): number | undefined {
  const { interval, sampleTime }: Timed = point[dataTypes[type].unionKey] ?? {};
  if (interval) return offsetMs(interval.endUtcOffset);
  return sampleTime && offsetMs(sampleTime.utcOffset);
}

/** A clock's offset from UTC at an instant, in ms. */
export function offsetAt(clock: Clock, at: number): number {
  return "timeZone" in clock ? offsetIn(clock.timeZone, at) : clock.offset;
}

/**
 * The instant at which a clock shows a local time (ms as if it were UTC). A time that it shows
 * twice is the first one; one that it skips is as much later.
 */
export function instantOf(clock: Clock, local: number): number {
  const offsets = [local - DAY_MS, local + DAY_MS].map((at) => offsetAt(clock, at));
  const shown = offsets.find((offset) => offsetAt(clock, local - offset) === offset);
  return local - (shown ?? offsets[0] ?? 0);
}

function unknownDay(): never {
  throw new ConfigurationError(
    "Google Health cannot say which day it is for you: it has no settings and no data that this connection may read. Write dates such as 2026-03-20, and set Time Zone, such as Europe/Berlin.",
  );
}
