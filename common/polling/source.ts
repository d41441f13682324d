import { DEFAULT_POLLING_SOURCE_TIMER_INTERVAL } from "@pipedream/platform";
import { log } from "../log";
import type { Db } from "../pipedream";
import { poll, start, type Host } from "./engine";
import type { Stream } from "./stream";

interface PollingSource {
  db: Db;
  $emit(event: unknown, meta: { id: string; summary: string; ts: number }): void;
  /** What is polled, and how. Throws a ConfigurationError for a prop that is none. */
  getStream(): Stream;
}

/** What a source's polls cost, and how seldom they may be: its description says so. */
export interface Polls {
  /** Requests of a poll that finds nothing new, and of one that tells of one event. */
  idle: number;
  firing: number;
  /** The interval that is enough, in words. */
  every: string;
}

/** What every source that polls has alike; its `getStream` says the rest. */
export const pollingSource = {
  dedupe: "unique",
  props: {
    db: "$.service.db",
    timer: {
      type: "$.interface.timer",
      default: {
        intervalSeconds: DEFAULT_POLLING_SOURCE_TIMER_INTERVAL,
      },
    },
  },
  hooks: {
    async deploy(this: PollingSource) {
      await start(hostOf(this), this.getStream());
    },
  },
  async run(this: PollingSource) {
    await poll(hostOf(this), this.getStream());
  },
} as const;

/** What a source on the platform lends to a poll. */
function hostOf(source: PollingSource): Host {
  return {
    db: source.db,
    now: Date.now(),
    emit: (event, meta) => source.$emit(event, meta),
    log,
  };
}
