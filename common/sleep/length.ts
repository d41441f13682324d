import type { Call } from "../call";
import type { CivilDate } from "../dates";
import type { DaysApi } from "../days";
import { defined } from "../fields";
import { readChoice, readDecimal, required } from "../input";
import type { Given } from "../pipedream";
import { crossings, type Crossed, type Crossing, type Looking } from "../polling/crossings";
import type { Found } from "../polling/found";
import { affordable } from "../polling/gathering";
import { figuresIn, isObject, isOffset } from "../polling/json";
import { instant, isSettled } from "../polling/settling";
import type { Stream } from "../polling/stream";
import type { AskedOffset } from "../record-clock";
import type { SleepApi } from "./api";
import { isWorkedOut, nightAsleep } from "./sentences";
import type { SleepLog } from "./shapes";

export const directions = ["shorter", "longer"] as const;

/** Which nights a user wants to hear of. */
export interface Limit {
  direction: typeof directions[number];
  hours: number;
}

/** What is told of a night beyond the limit. */
export interface NightBeyond extends Limit {
  dateOfSleep: CivilDate;
  minutesAsleep: number;
  sleep: SleepLog;
}

/** Reads the limit of a source. Throws a ConfigurationError for what is none. */
export function readLimit({ direction, hours }: {
  direction: Given<string | undefined>;
  hours: Given<string>;
}): Limit {
  const bounds = { min: 0, max: 24, example: "6.5" };
  return {
    direction: readChoice("Direction", direction, directions) ?? "shorter",
    hours: required("Hours", readDecimal("Hours", hours, bounds)),
  };
}

type Api = Pick<SleepApi, "listRecentSleeps"> & Pick<DaysApi, "getRecordClock">;

/** A main sleep, and how long it was. */
interface Night {
  found: Found<SleepLog>;
  date: CivilDate;
  minutes: number;
}

/** What is noted between polls: a night is judged anew when its minutes change. */
interface Note {
  judged: Record<CivilDate, number>;
  offset?: AskedOffset;
}

const HOUR_MS = 3_600_000;
/** A night goes on after a sync in the middle of it. */
const SETTLING_MS = 2 * HOUR_MS;

/** Main sleeps beyond a limit, each day once. */
export function lengthStream(app: Api, call: Call, limit: Limit): Stream {
  return crossings<NightBeyond>({
    lookBackDays: 14,
    crossed: (looking) => judge(app, call, limit, looking),
    summary: ({ sleep, direction, hours }) =>
      `${nightAsleep(sleep)}, ${direction} than ${hours} h`,
  });
}

async function judge(
  app: Api, call: Call, limit: Limit, { since, now, note }: Looking,
): Promise<Crossed<NightBeyond>> {
  const { judged, offset: kept } = readNote(note);
  const nights = await mainSleeps(app, call, since);
  const open = nights.filter(({ date, minutes }) => judged[date] !== minutes);
  const clock = open.length ? app.getRecordClock(call) : undefined;
  const { toInstant, offset } = await clock?.(kept, now) ?? { offset: kept };
  const settled = open.filter(({ found: { at, settlesAfterMs = 0 } }) => isSettled(
    { at, settlesAfterMs: Math.max(settlesAfterMs, SETTLING_MS) }, { now, toInstant },
  ));
  const known = Object.entries(judged).filter(([day]) => day >= since);
  const news = settled.map(({ date, minutes }): [CivilDate, number] => [date, minutes]);
  return {
    crossings: settled.filter(({ minutes }) => isBeyond(minutes, limit)).map((night) => (
      toCrossing(night, limit, instant(night.found.at, { toInstant }))
    )),
    note: { judged: Object.fromEntries([...known, ...news]), ...defined({ offset }) },
  };
}

/** The main sleep of each day, the longest where there are two. */
async function mainSleeps(app: Api, call: Call, since: CivilDate): Promise<Night[]> {
  const nights = new Map<CivilDate, Night>();
  for await (const { items } of affordable(app.listRecentSleeps({ from: since }, call))) {
    for (const found of items) {
      const { dateOfSleep: date, isMainSleep, minutesAsleep, timeInBed } = found.record;
      if (!isMainSleep || date < since || !isWorkedOut(found.record)) continue;
      const minutes = minutesAsleep ?? timeInBed;
      const longest = nights.get(date)?.minutes ?? 0;
      if (minutes > longest) nights.set(date, { found, date, minutes });
    }
  }
  return [...nights.values()];
}

function isBeyond(minutes: number, { direction, hours }: Limit): boolean {
  return direction === "shorter" ? minutes < hours * 60 : minutes > hours * 60;
}

function toCrossing(
  { found, date, minutes }: Night, limit: Limit, ts: number,
): Crossing<NightBeyond> {
  return {
    id: `${date}-${limit.direction}`,
    day: date,
    ts,
    report: async () => ({
      dateOfSleep: date,
      ...limit,
      minutesAsleep: minutes,
      sleep: await found.complete?.() ?? found.record,
    }),
  };
}

function readNote(value: unknown): Note {
  const { judged, offset } = isObject(value) ? value : {};
  return { judged: figuresIn(judged), ...isOffset(offset) && { offset } };
}
