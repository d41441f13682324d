import type { Dedupe, Json } from "./component";
import { jsonBytes, toJson } from "./json";

export interface Emitted {
  id?: string | number;
  name?: string;
  summary?: string;
  /** Epoch milliseconds. */
  ts: number;
  event: Json;
}

/** What a source remembers of the ids it emitted: JSON, part of its state. */
export interface DedupeState {
  /** `unique`: the latest ids, oldest first. */
  ids?: string[];
  /** `greatest`: the largest id. */
  greatest?: string;
  /** `last`: the id of the event emitted last. */
  last?: string;
}

export type Emit = (event: unknown, metadata?: unknown) => void;

export interface Batch {
  emit: Emit;
  /** Adds a sentence on what happened meanwhile. */
  note: (text: string) => void;
  /** Ends the batch: what is left after dedupe, oldest first. */
  close: () => { emitted: Emitted[]; dropped: number; notes: string[] };
}

const CACHE = 100;
const ID_LENGTH = 64;
const MAX_EVENT_BYTES = 512 * 1024;

const keyOf = ({ id }: Emitted): string => String(id).slice(0, ID_LENGTH);

const isNumeric = (id: unknown): boolean => Number.isFinite(Number(id));

function isGreater(a: string, b: string): boolean {
  const whole = /^-?\d+$/;
  return whole.test(a) && whole.test(b) ? BigInt(a) > BigInt(b) : Number(a) > Number(b);
}

/** https://pipedream.com/docs/components/contributing/api#dedupe-strategies */
const STRATEGIES: Record<Dedupe, (events: Emitted[], state: DedupeState) => Emitted[]> = {
  unique: (events, state) => events.filter((event) => {
    const id = keyOf(event);
    const ids = state.ids ?? [];
    if (ids.includes(id)) return false;
    state.ids = [...ids, id].slice(-CACHE);
    return true;
  }),
  greatest: (events, state) => events.filter((event) => {
    const id = String(event.id);
    if (!isNumeric(id)) return true;
    if (state.greatest !== undefined && !isGreater(id, state.greatest)) return false;
    state.greatest = id;
    return true;
  }),
  last: (events, state) => {
    const known = events.map(keyOf).lastIndexOf(state.last ?? "");
    const newest = events.at(-1);
    if (newest) state.last = keyOf(newest);
    return events.slice(known + 1);
  },
};

type Metadata = Pick<Emitted, "id" | "name" | "summary"> & { ts: number };

function readMetadata(metadata: unknown, dedupe: Dedupe | undefined): Metadata {
  const { id, name, summary, ts } = (metadata ?? {}) as Record<string, unknown>;
  const hasId = typeof id === "string" ? id !== "" : typeof id === "number" && !Number.isNaN(id);
  if (dedupe && !hasId) {
    throw new Error(
      `$emit needs an id, a text or a number, because dedupe is "${dedupe}": `
      + "pass it as `this.$emit(event, { id })`.",
    );
  }
  return {
    ts: typeof ts === "number" && Number.isFinite(ts) ? ts : Date.now(),
    ...(hasId ? { id: id as string | number } : {}),
    ...(typeof name === "string" ? { name } : {}),
    ...(typeof summary === "string" ? { summary } : {}),
  };
}

/**
 * Collects what one call of a source emits. On closing, events go from oldest to newest by
 * their `ts`, and those whose id the dedupe strategy knows are dropped.
 * @param state what the strategy remembers; changed on closing
 */
export function openBatch(dedupe: Dedupe | undefined, state: DedupeState): Batch {
  const events: Emitted[] = [];
  const notes: string[] = [];
  const emit: Emit = (event, metadata) => {
    const meta = readMetadata(metadata, dedupe);
    const name = meta.id === undefined ? `event ${events.length + 1}` : `event ${meta.id}`;
    const json = toJson(event, name);
    const bytes = jsonBytes(json.value);
    notes.push(...json.notes);
    if (dedupe === "greatest" && !isNumeric(meta.id)) {
      notes.push(`${name} is emitted unchecked: its id is no number, which "greatest" needs`);
    }
    if (bytes > MAX_EVENT_BYTES) {
      notes.push(`${name} has ${Math.round(bytes / 1024)} kB, more than the 512 kB of an event`);
    }
    events.push({ ...meta, event: json.value ?? null });
  };
  const close: Batch["close"] = () => {
    const ordered = [...events].sort((a, b) => a.ts - b.ts);
    const emitted = dedupe ? STRATEGIES[dedupe](ordered, state) : ordered;
    return { emitted, dropped: events.length - emitted.length, notes };
  };
  return { emit, note: (text) => notes.push(text), close };
}
