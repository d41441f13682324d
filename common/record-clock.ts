import { holdsStill, instantOf, type Clock } from "./clocks";
import { defined } from "./fields";
import { OutOfRequests } from "./wire/budget";

/** An offset from UTC, in ms, and when it was asked for; without one, nothing told it. */
export interface AskedOffset {
  ms?: number;
  at: number;
}

/** What is known of the clock that the local times of records are read on. */
export interface ClockReading {
  /** Absent where nothing tells. */
  clock?: Clock;
  /** The instant of a local time (ms as if it were UTC); absent where nothing tells. */
  toInstant?: (local: number) => number;
  /** What was asked for, to be kept. */
  offset?: AskedOffset;
}

/** Reads the clock, by the offset that was kept or by a new one. */
export type RecordClock = (
  kept: AskedOffset | undefined, now: number,
) => Promise<ClockReading>;

const OFFSET_GOOD_FOR_MS = 6 * 3_600_000;

/** The clock of the time zone given, or else of the offset, asked for once at a time. */
export function recordClock(
  timeZone: string | undefined, ask: () => Promise<number | undefined>,
): RecordClock {
  let last: { now: number; answer: Promise<number | undefined> } | undefined;
  const askAt = (now: number) => {
    if (last?.now !== now) last = { now, answer: asked(ask) };
    return last.answer;
  };
  return async (kept, now) => {
    if (timeZone !== undefined) return on({ timeZone });
    const isFresh = kept && now - kept.at < OFFSET_GOOD_FOR_MS
      && (kept.ms === undefined || holdsStill(kept.ms, kept.at, now));
    const offset = isFresh ? kept : { at: now, ...defined({ ms: await askAt(now) }) };
    return { offset, ...offset.ms !== undefined && on({ offset: offset.ms }) };
  };
}

function on(clock: Clock): ClockReading {
  return { clock, toInstant: (local) => instantOf(clock, local) };
}

/** What is asked for; undefined when there is no request left for it. */
async function asked<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof OutOfRequests) return undefined;
    throw error;
  }
}
