import type { Moment } from "../clocks";
import type { ClockReading } from "../record-clock";
import type { Found } from "./found";

/** What the local times of records are read by. */
type Reading = Pick<ClockReading, "toInstant">;

/** Where the day ends last: on an unknown clock a time is past once it is past there. */
const LAST_OFFSET_MS = -12 * 3_600_000;

/** When something happened; on an unknown clock the local time stands as it is. */
export function instant(at: Moment, { toInstant = (local) => local }: Reading): number {
  return "utc" in at ? at.utc : toInstant(at.local);
}

/** Whether a record is final enough to be told. */
export function isSettled(
  { at, settlesAfterMs }: Pick<Found<unknown>, "at" | "settlesAfterMs">,
  clock: Reading & { now: number },
): boolean {
  if (settlesAfterMs === undefined) return true;
  const lag = "local" in at && !clock.toInstant ? LAST_OFFSET_MS : 0;
  return instant(at, clock) - lag + settlesAfterMs <= clock.now;
}
