import { ConfigurationError } from "@pipedream/platform";
import type { Call } from "../call";
import type { Clock } from "../clocks";
import { addDays, type CivilDate } from "../dates";
import type { DaysApi } from "../days";
import { isFields } from "../fields";
import {
  FIRST_MINUTE, isDuring, LAST_MINUTE, minuteAt, type Sample, type Window,
} from "../intraday";
import type { Crossed, Crossing, Looking } from "../polling/crossings";
import { isOffset, isTime } from "../polling/json";
import type { Days } from "../ranges";
import { recordClock, type AskedOffset } from "../record-clock";
import { amount } from "../sentences";
import { hoursDue, type ActiveHours, type ClockHour } from "./active-hours";
import type { ActivityApi } from "./api";

/** An hour with few steps; its date and times are local. */
export interface InactiveHour {
  date: CivilDate;
  startTime: string;
  endTime: string;
  /** The instant at which it began. */
  start: string;
  steps: number;
  minimumSteps: number;
}

/** What is kept: from when on hours are not judged yet, in ms, and what the clock was. */
interface Note {
  judged: number;
  offset?: AskedOffset;
}

type Asked = Pick<ActivityApi, "getIntradayActivity"> & Pick<DaysApi, "getUtcOffset">;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The hours that count and have few steps, each judged once, some time after its end; what is
 * a day old is let be. Where neither its day nor the one before has a step, the watch is off.
 */
export async function inactiveHours(
  app: Asked, hours: ActiveHours, { now, note }: Looking, call: Call,
): Promise<Crossed<InactiveHour>> {
  const { judged, offset: kept }: Partial<Note> = isNote(note) ? note : {};
  const askClock = recordClock(call.timeZone, () => app.getUtcOffset(call));
  const { clock, offset } = await askClock(kept, now);
  if (!clock) throw new ConfigurationError(NO_CLOCK);
  const next = now - hours.allowanceMs - HOUR_MS + 1;
  const since = Math.max(judged ?? next - HOUR_MS, next + HOUR_MS - DAY_MS);
  const due = hoursDue(hours, clock, since, now);
  const [first, last] = [due[0], due.at(-1)];
  const days = first && last && { from: dayOf(first), to: dayOf(last) };
  const crossed = days ? await judge(app, { hours, due, days, clock }, call) : [];
  return { crossings: crossed, note: { judged: Math.max(judged ?? 0, next), offset } };
}

const NO_CLOCK = "Time Zone is missing: nothing tells your local time. Set one, such as Europe/Berlin.";

/** The user's day on which an hour begins. */
const dayOf = ({ start, offset }: ClockHour): CivilDate => minuteAt(start + offset).day;

interface Judging {
  hours: ActiveHours;
  due: ClockHour[];
  days: Days;
  clock: Clock;
}

async function judge(
  app: Asked, { hours, due, days, clock }: Judging, call: Call,
): Promise<Crossing<InactiveHour>[]> {
  const samples = await readSteps(app, days, clock, call);
  const isWalked = (all: Sample[]) => all.some(({ value }) => value > 0);
  const before = addDays(days.from, -1);
  const isWorn = isWalked(samples)
    || isWalked(await readSteps(app, { from: before, to: before }, clock, call));
  return isWorn ? due.flatMap((hour) => crossingOf(hour, samples, hours)) : [];
}

/** The steps of whole days: a window of so many hours may be longer where clocks change. */
async function readSteps(
  app: Asked, { from, to }: Days, clock: Clock, call: Call,
): Promise<Sample[]> {
  const window: Window = {
    from: { day: from, time: FIRST_MINUTE },
    to: { day: to, time: LAST_MINUTE },
    ..."offset" in clock && { offset: clock.offset },
  };
  const samples: Sample[] = [];
  for await (const part of app.getIntradayActivity("steps", window, "15min", call)) {
    if ("stop" in part) throw part.stop.error;
    samples.push(...part.answer);
  }
  return samples;
}

function crossingOf(
  { start, offset }: ClockHour, samples: Sample[], { steps: minimumSteps }: ActiveHours,
): Crossing<InactiveHour>[] {
  const local = start + offset;
  const [from, to] = [minuteAt(local), minuteAt(local + HOUR_MS - MINUTE_MS)];
  const steps = samples
    .reduce((sum, sample) => sum + (isDuring(sample, { from, to }) ? sample.value : 0), 0);
  if (steps >= minimumSteps) return [];
  const began = new Date(start).toISOString();
  const hour: InactiveHour = {
    date: from.day,
    startTime: from.time,
    endTime: minuteAt(local + HOUR_MS).time,
    start: began,
    steps,
    minimumSteps,
  };
  return [{ id: began, day: began.slice(0, 10), ts: start, report: () => hour }];
}

/** `42 steps from 14:00 to 15:00 on 2026-03-19, fewer than 250`. */
export function hourInWords(hour: InactiveHour): string {
  const { date, startTime, endTime, steps, minimumSteps } = hour;
  const when = `from ${startTime} to ${endTime} on ${date}`;
  return `${amount(steps)} steps ${when}, fewer than ${amount(minimumSteps)}`;
}

const isNote = (value: unknown): value is Note => isFields(value)
  && isTime(value.judged) && (value.offset === undefined || isOffset(value.offset));
