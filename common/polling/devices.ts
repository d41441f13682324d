import { isObject } from "./json";
import type { Stream, Told, Turn } from "./stream";

/** What a look at a device comes to. */
export interface Look<S, T> {
  /** What is remembered of it, plain JSON; undefined leaves what was remembered before. */
  state?: S;
  /** What is told; its id is told once. */
  news?: News<T>;
}

interface News<T> {
  id: string;
  ts: number;
  /** What is said of it; asked of what is to be told, since it may take requests. */
  report: () => Promise<T> | T;
}

export interface DeviceStream<D, S, T extends object> {
  devices(): Promise<D[]>;
  idOf: (device: D) => string;
  /** Reads what was remembered of a device; undefined for what is none. */
  readState: (value: unknown) => S | undefined;
  /** A device as it is, beside how it was; undefined when it is seen for the first time. */
  compare: (before: S | undefined, device: D, now: number) => Look<S, T>;
  summary: (event: T) => string;
}

/** What is kept: each device as it was, also while it is not listed. */
type Kept = Record<string, unknown>;

/**
 * A device's state changes: it is compared with how it was at the last poll, so that what
 * happened twice between two polls is told once.
 */
export function devices<D, S, T extends object>(stream: DeviceStream<D, S, T>): Stream {
  return {
    // Who deploys an alert hears of the newest, and of no other that was there before.
    start: async (turn) => {
      const { news, kept } = await look(stream, {}, turn);
      return { told: await toldOf(stream, news.slice(-1)), kept };
    },
    resume: (before) => isObject(before)
      ? async (turn) => {
        const { news, kept } = await look(stream, before, turn);
        return { told: await toldOf(stream, news), kept };
      }
      : undefined,
  };
}

/** What is new of the devices, the oldest first, and how they are now. */
async function look<D, S, T extends object>(
  { devices: list, idOf, readState, compare }: DeviceStream<D, S, T>,
  before: Kept,
  { now }: Turn,
): Promise<{ news: News<T>[]; kept: Kept }> {
  const kept = { ...before };
  const all: News<T>[] = [];
  for (const device of await list()) {
    const id = idOf(device);
    const { state, news } = compare(readState(before[id]), device, now);
    if (state !== undefined) kept[id] = state;
    if (news) all.push(news);
  }
  return { news: all.sort((a, b) => a.ts - b.ts), kept };
}

async function toldOf<D, S, T extends object>(
  { summary }: DeviceStream<D, S, T>,
  news: News<T>[],
): Promise<Told[]> {
  const told: Told[] = [];
  for (const { id, ts, report } of news) {
    const event = await report();
    told.push({ id, ts, summary: summary(event), event });
  }
  return told;
}
