import type { Call } from "../call";
import { addDays, type CivilDate } from "../dates";
import type { DaysApi } from "../days";
import { recordClock, type AskedOffset } from "../record-clock";
import { isOffset } from "./json";

const HOUR_MS = 3_600_000;
/** How long before and after a time of UTC the clocks on earth show the same. */
const EARLIEST_MS = 14 * HOUR_MS;
const LATEST_MS = 12 * HOUR_MS;

/** Which local times have come, and what was asked for to know it. */
export interface LocalTimes {
  hasCome(local: number): boolean;
  /** Whether one has come, or may have where nothing tells the user's clock. */
  mayHaveCome(local: number): boolean;
  /** To be kept for the next poll. */
  offset?: AskedOffset;
}

/**
 * Which of some local times (ms as if they were UTC) have come by the user's own clock. It is
 * asked for where it decides, and not within six hours again; where nothing tells it, a time
 * has come once it has everywhere on earth.
 */
export async function localTimes(
  app: Pick<DaysApi, "getUtcOffset">,
  locals: readonly number[],
  { now, note }: { now: number; note: unknown },
  call: Call,
): Promise<LocalTimes> {
  const kept = isOffset(note) ? note : undefined;
  const isOpen = locals.some((local) => local - EARLIEST_MS <= now && now < local + LATEST_MS);
  const clock = recordClock(call.timeZone, () => app.getUtcOffset(call));
  const { toInstant, offset } = isOpen ? await clock(kept, now) : { offset: kept };
  return {
    hasCome: (local) => (toInstant?.(local) ?? local + LATEST_MS) <= now,
    mayHaveCome: (local) => (toInstant?.(local) ?? local - EARLIEST_MS) <= now,
    offset,
  };
}

/** Days that it may be somewhere on earth, and the one before, the last first. */
export function daysAround(now: number): CivilDate[] {
  const today = new Date(now).toISOString().slice(0, 10);
  return [1, 0, -1, -2].map((days) => addDays(today, days));
}
