import { poll, start } from "../../common/polling/engine";
import type { Found, Reading } from "../../common/polling/found";
import { byId } from "../../common/polling/identities";
import type { RecordStream } from "../../common/polling/record-stream";
import type { Stream } from "../../common/polling/stream";
import { recordClock } from "../../common/record-clock";
import type { Page } from "../../common/wire/pages";

export const NOW = Date.parse("2026-03-20T12:00:00Z");
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What runs a source: its clock, its store, and what arrives. */
export class Platform {
  readonly emitted: string[] = [];
  readonly events: { id: string; ts: number; summary: string; event: object }[] = [];
  readonly logged: string[] = [];
  /** How many events there were at each write. */
  readonly writes: number[] = [];
  stored: unknown;
  now = NOW;

  get host() {
    return {
      now: this.now,
      db: {
        get: () => structuredClone(this.stored),
        set: (_: string, value: unknown) => {
          this.writes.push(this.emitted.length);
          this.stored = JSON.parse(JSON.stringify(value)) as unknown;
        },
      },
      emit: (event: object, meta: { id: string; ts: number; summary: string }) => {
        this.emitted.push(meta.id);
        this.events.push({ ...meta, event });
      },
      log: (line: string) => void this.logged.push(line),
    };
  }

  /** As the store counts it. */
  get bytes() {
    return Buffer.byteLength(JSON.stringify(this.stored));
  }

  start(stream: Stream) {
    return start(this.host, stream);
  }

  /** Polls so much later; gives the ids that arrive. */
  async poll(stream: Stream, later = 0) {
    this.now += later;
    const before = this.emitted.length;
    await poll(this.host, stream);
    return this.emitted.slice(before);
  }
}

export interface Thing {
  n: number;
  size?: number;
}

/** A thing that happened so many minutes before NOW. */
export function thing(n: number, minutesAgo: number, size = 1): Found<Thing> {
  const ts = NOW - minutesAgo * MINUTE;
  const time = new Date(ts).toISOString();
  return {
    id: String(n),
    mark: { spans: [{ start: ts, end: ts + size * MINUTE }] },
    content: `s${size}`,
    day: time.slice(0, 10),
    place: time.slice(0, 19),
    at: { utc: ts },
    record: { n, size },
  };
}

/** A list of things that counts how often it is asked for a page, and how it was read. */
export class List {
  requests = 0;
  readonly readings: Reading[] = [];

  constructor(public things: Found<Thing>[], readonly pageSize = 1_000) {}

  async* recent(reading: Reading): AsyncGenerator<Page<Found<Thing>>> {
    this.readings.push(reading);
    const { from = "", oldestFirst } = reading;
    const listed = this.things
      .filter(({ place }) => place >= from)
      .sort((a, b) => a.place < b.place ? 1 : -1);
    if (oldestFirst) listed.reverse();
    for (let i = 0; i < Math.max(1, listed.length); i += this.pageSize) {
      this.requests += 1;
      yield await Promise.resolve({
        items: listed.slice(i, i + this.pageSize),
        more: i + this.pageSize < listed.length,
      });
    }
  }
}

interface Changes extends Partial<RecordStream<Thing>> {
  /** The offset that the clock of local times is asked for. */
  utcOffset?: () => Promise<number | undefined>;
}

/** A stream of things, with what a test changes in it. */
export function streamOf(
  list: Pick<List, "recent">,
  { utcOffset = () => Promise.resolve(undefined), ...changes }: Changes = {},
): RecordStream<Thing> {
  const { call = { $: { export: () => undefined } } } = changes;
  return {
    call,
    clock: recordClock(call.timeZone, utcOffset),
    lookBackDays: 14,
    recent: (reading) => list.recent(reading),
    identity: byId,
    isWanted: () => true,
    summary: ({ n }) => String(n),
    ...changes,
  };
}
