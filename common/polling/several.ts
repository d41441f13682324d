import { isRefusal } from "../wire/errors";
import { isObject } from "./json";
import { MOST_BYTES } from "./memory";
import {
  MOST_EVENTS, UNREADABLE, type Outcome, type Stream, type Told, type Turn,
} from "./stream";

/** Events of the first poll, of all kinds together. */
const MOST_HISTORY = 25;

/** An event of one of several kinds. */
export interface OfKind {
  kind: string;
  record: object;
}

/** What each kind keeps. */
type Kept = Record<string, unknown>;

/** Whether a kind is new to the source: nothing is kept of it. */
type Outcomes = Record<string, Outcome & { isNew: boolean }>;

/**
 * Streams of several kinds in one poll, each with what it keeps. A kind that may not be read
 * is left out, and goes on where it was when it may; one that is chosen later tells of nothing
 * that was there before.
 */
export function several(kinds: Record<string, Stream>): Stream {
  return {
    async start(turn) {
      const outcomes = await play(kinds, {}, turn);
      return { told: inOrder(outcomes).slice(-MOST_HISTORY), kept: keptOf(outcomes, {}) };
    },
    resume: (kept) => isObject(kept)
      ? async (turn) => {
        const outcomes = await withinLimit(silent(await play(kinds, kept, turn)));
        const known = Object.entries(kept).filter(([kind]) => kind in kinds);
        return { told: inOrder(outcomes), kept: keptOf(outcomes, Object.fromEntries(known)) };
      }
      : undefined,
  };
}

/** Polls each kind. Throws the refusal where none may be read. */
async function play(
  kinds: Record<string, Stream>, kept: Kept, turn: Turn,
): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  const refusals: Error[] = [];
  for (const [kind, stream] of Object.entries(kinds)) {
    const resume = kept[kind] === undefined ? undefined : stream.resume(kept[kind]);
    // What the others keep takes room from it.
    const room = MOST_BYTES - bytesOf({ ...kept, ...keptOf(outcomes, {}), [kind]: undefined });
    const log = (line: string) => turn.log(`${kind}: ${line}`);
    if (kept[kind] !== undefined && !resume) log(UNREADABLE);
    try {
      const work = resume ?? ((own: Turn) => stream.start(own));
      outcomes[kind] = { ...await work({ ...turn, log, room }), isNew: !resume };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refusals.push(error);
      log(`${error.message} The other kinds go on.`);
    }
  }
  const [refusal] = refusals;
  if (refusal && !Object.keys(outcomes).length) throw refusal;
  return outcomes;
}

/** Without the history of kinds that are new to a source. */
function silent(outcomes: Outcomes): Outcomes {
  return Object.fromEntries(Object.entries(outcomes).map(([kind, outcome]) => (
    [kind, outcome.isNew ? { ...outcome, told: [] } : outcome]
  )));
}

/** As many of the oldest events as a poll may tell; the others are left to the next. */
async function withinLimit(outcomes: Outcomes): Promise<Outcomes> {
  const first = inOrder(outcomes).slice(0, MOST_EVENTS);
  const cut = await Promise.all(Object.entries(outcomes).map(async ([kind, outcome]) => {
    const most = first.filter(({ event }) => event.kind === kind).length;
    const rest = most < outcome.told.length ? await outcome.atMost?.(most) : undefined;
    return [kind, { ...outcome, ...rest }] as const;
  }));
  return Object.fromEntries(cut);
}

/** The events of all kinds, the oldest first. */
function inOrder(outcomes: Outcomes): (Told & { event: OfKind })[] {
  return Object.entries(outcomes)
    .flatMap(([kind, { told }]) => told.map(({ id, event: record, ...rest }) => (
      { ...rest, id: `${kind}-${id}`, event: { kind, record } }
    )))
    .sort((a, b) => a.ts - b.ts);
}

function keptOf(outcomes: Outcomes, before: Kept): Kept {
  const kept = Object.entries(outcomes).map(([kind, outcome]) => [kind, outcome.kept]);
  return { ...before, ...Object.fromEntries(kept) as Kept };
}

function bytesOf(kept: Kept): number {
  return Buffer.byteLength(JSON.stringify(kept));
}
