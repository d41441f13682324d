import type { Db } from "../pipedream";
import { failedWith } from "../wire/errors";
import { resets } from "../wire/failures";
import { UNREADABLE, type Outcome, type Stream, type Told, type Turn } from "./stream";

/** What a source lends to its polls. */
export interface Host extends Turn {
  db: Db;
  emit(event: object, meta: Omit<Told, "event">): void;
}

/** What is stored: what the stream keeps, and when the rate limit ends. */
interface Stored {
  kept?: unknown;
  /** No request before this time, in ms since 1970. */
  pausedUntil?: number;
}

const KEY = "state";
/** Whatever an API asks for: it is asked again after an hour at the latest. */
const LONGEST_PAUSE_MS = 3_600_000;
/** A clock that is corrected in between may seem to go back so far. */
const CORRECTION_MS = 60_000;

/** What a deploy does. A rate limit puts it off until the first poll after it. */
export async function start(host: Host, stream: Stream): Promise<void> {
  const { pausedUntil } = stored(host);
  if (isPaused(host, pausedUntil)) {
    host.db.set(KEY, { pausedUntil });
    return;
  }
  try {
    await play(host, (turn) => stream.start(turn), undefined);
  } catch (error) {
    if (!failedWith(error, "rate_limited")) throw error;
    host.log(`${error.message} The source begins with the first poll after that.`);
  }
}

/**
 * One poll: all requests, then the events, oldest first, then one write. A failure changes
 * nothing, but a rate limit pauses the polls until it ends.
 */
export async function poll(host: Host, stream: Stream): Promise<void> {
  const { kept, pausedUntil } = stored(host);
  if (isPaused(host, pausedUntil)) return;
  const resume = kept === undefined ? undefined : stream.resume(kept);
  if (kept !== undefined && !resume) host.log(UNREADABLE);
  await play(host, resume ?? ((turn) => stream.start(turn)), resume && kept);
}

/**
 * What was stored. What is none of its shape stands for something that cannot be read; a pause
 * that ends further ahead than any is none, as when the clock was set back.
 */
function stored({ db, now }: Host): Stored {
  const value = db.get(KEY);
  if (value === undefined || value === null) return {};
  if (typeof value !== "object") return { kept: value };
  const { kept, pausedUntil, ...odd }: Stored = value;
  const longest = now + LONGEST_PAUSE_MS + CORRECTION_MS;
  const isPause = typeof pausedUntil === "number" && pausedUntil <= longest;
  return { kept: Object.keys(odd).length ? odd : kept, ...isPause && { pausedUntil } };
}

/** Whether the rate limit still holds, which the log says. */
function isPaused(host: Host, pausedUntil = 0): boolean {
  const { now } = host;
  if (now >= pausedUntil) return false;
  host.log(`The rate limit resets ${resets(pausedUntil, now)}: nothing is asked before.`);
  return true;
}

async function play(
  host: Host,
  work: (turn: Turn) => Promise<Outcome>,
  before: unknown,
): Promise<void> {
  const { told, kept } = await work(host).catch((error: unknown) => {
    pause(host, error, before);
    throw error;
  });
  for (const { event, ...meta } of told) host.emit(event, meta);
  host.db.set(KEY, { kept });
}

/** Where a rate limit ended a poll: when the next may be, and all that was kept as it is. */
function pause({ db, now }: Host, error: unknown, kept: unknown): void {
  if (!failedWith(error, "rate_limited") || error.retryAt === undefined) return;
  const pausedUntil = Math.min(error.retryAt, now + LONGEST_PAUSE_MS);
  db.set(KEY, { pausedUntil, ...kept !== undefined && { kept } });
}
