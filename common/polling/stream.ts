/** An event, as it is emitted. */
export interface Told {
  id: string;
  summary: string;
  /** When it happened, in ms since 1970. */
  ts: number;
  event: object;
}

/** What a poll lends to a stream. */
export interface Turn {
  /** Ms since 1970. */
  now: number;
  log(line: string): void;
  /** Bytes that may be kept; left out, as many as a source has. */
  room?: number;
}

/** What a poll came to: what is to be told, and what is to be kept for the next. */
export interface Outcome {
  told: Told[];
  /** Plain JSON. */
  kept: object;
  /** The same with no more events than that, so that the rest is told by the next poll. */
  atMost?(most: number): Promise<Outcome>;
}

/** What a source polls. There are four classes, each of which makes one of these. */
export interface Stream {
  /** The first poll, which tells of recent history, and knows what is there from then on. */
  start(turn: Turn): Promise<Outcome>;
  /** A poll that knows what an earlier one kept; undefined when it cannot be read. */
  resume(kept: unknown): ((turn: Turn) => Promise<Outcome>) | undefined;
}

/**
 * Events of one poll. The platform's `unique` remembers 100 ids, so that a poll that is killed
 * before its state is written repeats nothing: what it told and what is new fit in together.
 */
export const MOST_EVENTS = 50;

/** What the log says of what was stored and is none of a stream's. */
export const UNREADABLE = "What this source had stored cannot be read: it starts anew, as when it was deployed.";
