import { addDays, type CivilDate } from "../dates";
import type { Db } from "../pipedream";

/** Records seen: id to mark. A mark begins with the day that the record belongs to. */
export type Seen = Record<string, string>;

/** What a source keeps between polls. */
export interface State {
  /** When the last poll that left nothing unread or untold ended, in ms since 1970. */
  at: number;
  polls: number;
  seen: Seen;
  /** No request before this time: the rate limit. */
  pausedUntil?: number;
  /** The user's offset from UTC, and when it was asked. */
  offset?: { ms: number | undefined; at: number };
  /** Nothing before this day is looked at: the state was full. */
  floor?: CivilDate;
}

const KEY = "state";

/** A prop of a source keeps 64 kB; half of that leaves room for one window of growth. */
const MOST_CHARACTERS = 60_000;

/** The state of the last poll; undefined before the first. */
export function readState(db: Db): State | undefined {
  const value = db.get(KEY);
  return isState(value) ? value : undefined;
}

function isState(value: unknown): value is State {
  return typeof value === "object" && value !== null && "at" in value && "seen" in value;
}

/**
 * Stores the state, without records before `since`. One that is too large forgets its oldest
 * days and is not asked about them again; `log` hears of it.
 */
export function writeState(
  db: Db,
  state: State,
  since: CivilDate,
  log: (line: string) => void,
): void {
  let kept = { ...state, seen: from(since, state.seen) };
  for (let day = since; JSON.stringify(kept).length > MOST_CHARACTERS;) {
    day = addDays(day, 1);
    kept = { ...kept, floor: day, seen: from(day, kept.seen) };
  }
  if (kept.floor !== undefined && kept.floor !== state.floor) {
    log(`So many records that only those from ${kept.floor} on are still looked at.`);
  }
  db.set(KEY, kept);
}

function from(since: CivilDate, seen: Seen): Seen {
  return Object.fromEntries(Object.entries(seen).filter(([, mark]) => mark >= since));
}
