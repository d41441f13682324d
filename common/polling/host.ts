import type { Call } from "../health-api";
import type { Db } from "../pipedream";
import type { Host } from "./engine";

interface PollingSource {
  db: Db;
  $emit(event: unknown, meta: { id: string; summary: string; ts: number }): void;
}

/** What a source on the platform lends to a poll. */
export function hostOf(source: PollingSource): Host {
  return {
    db: source.db,
    now: Date.now(),
    emit: (event, meta) => source.$emit(event, meta),
    // A source's log is where its owner looks when events stay away.
    // eslint-disable-next-line no-console
    log: (line) => console.log(line),
  };
}

/** What the requests of one poll are called with: a poll is no step, and exports nothing. */
export function sourceCall(fields: Omit<Call, "$">): Call {
  return { $: { export: () => undefined }, ...fields };
}
