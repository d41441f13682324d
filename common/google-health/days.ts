import { ConfigurationError } from "@pipedream/platform";
import type { Call } from "../call";
import { offsetAt, type Clock } from "../clocks";
import { dayIn, knownTimeZone } from "../dates";
import type { DaysApi } from "../days";
import { isFields } from "../fields";
import { isRefusal, type ApiError } from "../wire/errors";
import type { DataPoint } from "./answers";
import type { Value } from "./daily";
import { dataTypes, type DataTypeId } from "./data-types";
import { listed } from "./points";
import type { Requests } from "./requests";
import { instantWith, statedOffset, takenAt } from "./times";
import { valueOf } from "./values";

const DAY_MS = 86_400_000;

/** Types whose newest point tells the offset: the watch's own, then what people add. */
const TELLING: DataTypeId[] = [
  "steps", "sleep", "heart-rate", "nutrition-log", "exercise", "weight", "hydration-log",
];
/** A record no older than this tells by itself: no other type is asked for a newer one. */
const FRESH_MS = DAY_MS;
/** Requests for it, once a scope is missing; the settings have been asked before. */
const MOST_REQUESTS = 5;
/** Pages to look at for it: the first ones were seen to be empty where another was not. */
const MOST_PAGES = 3;

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

  getRecordClock: () => undefined,
} satisfies Pick<DaysApi, "getToday" | "getUtcOffset" | "getRecordClock">;

/** The user's clock. Throws a ConfigurationError when nothing tells. */
export async function clockOf(app: Requests, call: Call): Promise<Clock> {
  return await knownClock(app, call) ?? unknownDay();
}

/**
 * The user's clock; undefined when nothing tells.
 * The time zone given says it; else the settings do; else, where these are refused or say
 * nothing that is known here, the offset that the newest record carries.
 */
export async function knownClock(app: Requests, call: Call): Promise<Clock | undefined> {
  if (call.timeZone) return { timeZone: call.timeZone };
  const known = clocks.get(call.$) ?? askedClock(app, call);
  clocks.set(call.$, known);
  return await known;
}

/** Throws the refusal where everything is refused, and nothing of it for want of a scope. */
async function askedClock(app: Requests, call: Call): Promise<Clock | undefined> {
  const refusals: ApiError[] = [];
  const passOver = (error: unknown) => {
    if (!isRefusal(error)) throw error;
    refusals.push(error);
    return undefined;
  };
  const settings = await app.getSettings(call).catch(passOver);
  const timeZone = knownTimeZone(settings?.timeZone);
  if (timeZone !== undefined) return { timeZone };
  const offset = statedOffset(settings?.utcOffset);
  if (offset !== undefined) return { offset };
  const { newest, isAnswered } = await newestOffset(app, passOver, call);
  const [refusal] = refusals;
  const isForScope = refusals.some(({ code }) => code === "missing_scope");
  if (refusal && !isForScope && !isAnswered && !settings) throw refusal;
  return newest;
}

/** The newest records of a type, looked for on few pages, and how many those were. */
async function newestPoints(app: Requests, type: DataTypeId, call: Call) {
  let pages = 0;
  for await (const { items } of listed(app, type, { limit: 1 }, call)) {
    pages++;
    if (items.length || pages === MOST_PAGES) return { items, pages };
  }
  return { items: [], pages };
}

/** The newest record of a type; undefined where there is none. */
export async function newestPoint(app: Requests, type: DataTypeId, call: Call) {
  const { items: [point] } = await newestPoints(app, type, call);
  return point;
}

/** The offset that a record gives, in ms, and when it held. */
interface HeldOffset {
  offset: number;
  at: number;
}

/**
 * The newest record of all types that may be read, one request each until one is fresh. A
 * connection that may read little asks few, and may have nothing to tell.
 */
async function newestOffset(
  app: Requests,
  passOver: (error: unknown) => undefined,
  call: Call,
): Promise<{ newest?: HeldOffset; isAnswered: boolean }> {
  const refused = new Set<string | undefined>();
  let [asked, isAnswered] = [0, false];
  let newest: HeldOffset | undefined;
  for (const type of TELLING) {
    const { unionKey, scopes: { read } } = dataTypes[type];
    if (refused.has(read)) continue;
    if (refused.size && asked >= MOST_REQUESTS) break;
    const found = await newestPoints(app, type, call).catch(passOver);
    asked += found?.pages ?? 1;
    if (found) isAnswered = true;
    else refused.add(read);
    for (const point of found?.items ?? []) {
      const held = offsetOf(point, unionKey);
      if (held && held.at > (newest?.at ?? -Infinity)) newest = held;
    }
    if (newest && newest.at > Date.now() - FRESH_MS) break;
  }
  return { newest, isAnswered };
}

/** What a record says by its end, or a sample by its time. */
function offsetOf(point: DataPoint, unionKey: string): HeldOffset | undefined {
  const { interval, sampleTime } = valueOf<Value>(point, unionKey) ?? {};
  const { at, offset } = (isFields(interval)
    ? instantWith(interval.endTime, interval.endUtcOffset, interval.civilEndTime)
    : takenAt(sampleTime)) ?? {};
  return at === undefined || offset === undefined ? undefined : { offset, at };
}

function unknownDay(): never {
  throw new ConfigurationError(
    "Google Health cannot say which day it is for you: it has no settings and no data that this connection may read. Write dates such as 2026-03-20, and set Time Zone, such as Europe/Berlin.",
  );
}
