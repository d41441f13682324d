import type { ClockReading } from "../record-clock";
import { OutOfRequests } from "../wire/budget";
import type { Found } from "./found";
import type { Gathered } from "./gathering";
import type { Other, Standing } from "./identities";
import type { Known } from "./known";
import type { Memory } from "./memory";
import type { RecordStream } from "./record-stream";
import { instant, isSettled } from "./settling";
import { joined, without } from "./spans";
import type { Told } from "./stream";

/** How records are judged. */
export interface Rules {
  now: number;
  /** By the clock of local times, where it is known. */
  toInstant: ClockReading["toInstant"];
  /** How many are told at most. */
  most: number;
  /** Whether it is the first poll: what is there then is done with, told or not. */
  isFirst: boolean;
}

/** What is judged, and what has come of it so far. */
interface Sitting<T extends object> {
  stream: RecordStream<T>;
  rules: Rules;
  known: Memory["known"];
  others: Map<string, Other>;
  told: Told[];
}

/** An API that does not say yet where a record comes from is given so long to. */
const LONGEST_LAG_MS = 86_400_000;

/**
 * What is to be told of the records found, the oldest first, and those for which there is no
 * room. What is known changes with it. What was told comes before what is wanted, so that a
 * changed option replays no history.
 */
export async function judge<T extends object>(
  stream: RecordStream<T>,
  known: Memory["known"],
  { found, covers }: Pick<Gathered<T>, "found" | "covers">,
  rules: Rules,
): Promise<{ told: Told[]; left: Found<T>[] }> {
  const items = new Map(found.map((item) => [item.id, item]));
  for (const item of items.values()) renew(stream, known.get(item.id), item);
  const others = new Map([...known].map(([id, record]) => {
    const item = items.get(id);
    const standing = item?.mark ?? (covers(record) ? "gone" : "unread");
    return [id, otherOf(id, record, standing, item)];
  }));
  const sitting: Sitting<T> = { stream, rules, known, others, told: [] };
  const open = [...items.values()].filter((item) => isOpen(known.get(item.id), item));
  const left = await hear(sitting, inOrder(sitting, open));
  return { told: sitting.told.sort((a, b) => a.ts - b.ts), left };
}

/** Whether there is anything that was found which is not decided yet. */
export function isOpen(known: Known | undefined, { content }: Found<unknown>): boolean {
  if (!known || known.waits !== undefined) return true;
  return known.content !== undefined && known.content !== content;
}

/** A record of a known id may have moved, or changed its day. */
function renew<T extends object>(
  { identity }: RecordStream<T>,
  known: Known | undefined,
  { mark, day }: Found<T>,
): void {
  if (!known) return;
  known.mark = identity.renewed(known.mark, mark);
  if (day > known.day) known.day = day;
}

function otherOf(
  id: string,
  known: Known,
  standing: Standing,
  item: Found<unknown> | undefined,
): Other {
  const source = async () => known.mark.source ?? await item?.source?.();
  return { id, known, standing, source };
}

/**
 * The oldest first, but before them what fits into time that a known record has given up, the
 * best fit first.
 */
function inOrder<T extends object>(sitting: Sitting<T>, items: Found<T>[]): Found<T>[] {
  const { stream, rules } = sitting;
  const placed = items.map((item) => ({
    item,
    fit: stream.identity.fit?.(item.mark, except(sitting, item)) ?? 0,
    ts: rules.isFirst ? -instant(item.at, rules) : instant(item.at, rules),
  }));
  placed.sort((a, b) => b.fit - a.fit || a.ts - b.ts);
  return placed.map(({ item }) => item);
}

function* except<T extends object>({ others }: Sitting<T>, { id }: Found<T>) {
  for (const other of others.values()) if (other.id !== id) yield other;
}

/** Decides about one after the other. Gives those for which there is no room. */
async function hear<T extends object>(
  sitting: Sitting<T>,
  queue: Found<T>[],
): Promise<Found<T>[]> {
  for (const [i, item] of queue.entries()) {
    const known = sitting.known.get(item.id);
    const isDone = await (known?.isTold
      ? weigh(sitting, item, known)
      : decide(sitting, item, enter(sitting, item))
    ).catch(ifOutOfRequests);
    if (isDone) continue;
    if (!sitting.rules.isFirst) return queue.slice(i);
    if (isSettled(item, sitting.rules)) settle(sitting, item, sitting.known.get(item.id));
  }
  return [];
}

/** There is no room for what cannot be completed any more. */
function ifOutOfRequests(error: unknown): boolean {
  if (error instanceof OutOfRequests) return false;
  throw error;
}

type Waiting = Pick<Known, "day" | "mark" | "waits">;

/** What is known of one that is open: it waits until it is decided. */
function enter<T extends object>({ known, others, rules }: Sitting<T>, item: Found<T>): Known {
  const { day, mark, waits = rules.now }: Waiting = known.get(item.id) ?? item;
  const entered: Known = { day, mark, isTold: false, waits };
  known.set(item.id, entered);
  others.set(item.id, otherOf(item.id, entered, item.mark, item));
  return entered;
}

/** Decides about one that was not told. Gives false when there is no room for it. */
async function decide<T extends object>(
  sitting: Sitting<T>,
  item: Found<T>,
  known: Known,
): Promise<boolean> {
  const kin = await takeOver(sitting, item, known);
  if (kin.some(({ isTold }) => isTold)) return settle(sitting, item, known);
  const isLetGo = kin.some(({ content }) => content === item.content);
  if (isLetGo) return letGo(sitting, item, known);
  return !isSettled(item, sitting.rules) || await weigh(sitting, item, known);
}

/** The known records that it is one with, whose time it takes over. */
async function takeOver<T extends object>(
  sitting: Sitting<T>,
  item: Found<T>,
  known: Known,
): Promise<Known[]> {
  const { stream, others } = sitting;
  const newcomer = { mark: item.mark, source: async () => await item.source?.() };
  const kin = await stream.identity.kin(newcomer, except(sitting, item));
  for (const { other, taken } of kin) {
    const rest = without(other.known.mark.spans, taken);
    other.known.mark = { ...other.known.mark, spans: rest };
    // What nobody has heard of yet leaves nothing to stand for: each of its parts is told.
    if (other.known.waits === undefined) {
      known.mark = { ...known.mark, spans: joined([...known.mark.spans, ...taken]) };
    }
    if (rest.length || other.standing !== "gone") continue;
    sitting.known.delete(other.id);
    others.delete(other.id);
  }
  return kin.map(({ other }) => other.known);
}

/** Tells of it if it is wanted. Gives false when there is no room. */
async function weigh<T extends object>(
  sitting: Sitting<T>,
  item: Found<T>,
  known: Known,
): Promise<boolean> {
  const { stream, rules, told } = sitting;
  if (stream.isWanted(item.record) === false) return letGo(sitting, item, known);
  if (told.length >= rules.most) return false;
  const record = await item.complete?.() ?? item.record;
  const source = await item.source?.();
  if (source !== undefined) known.mark = { ...known.mark, source };
  const isWanted = stream.isWanted(record);
  if (isWanted === false) return letGo(sitting, item, known);
  const isUnsaid = isWanted === undefined && item.source && source === undefined;
  if (isUnsaid && rules.now - (known.waits ?? 0) < LONGEST_LAG_MS) return true;
  told.push({
    id: known.isTold ? `${item.id}-${item.content}` : item.id,
    summary: stream.summary(record),
    // What has no time of its own may stand at the end of a day that is not over.
    ts: Math.min(instant(item.at, rules), rules.now),
    event: record,
  });
  return settle(sitting, item, known);
}

/** It is done with. */
function settle<T extends object>(
  { stream }: Sitting<T>,
  { content }: Found<T>,
  known: Known | undefined,
): true {
  const rest = stream.tellsChanges ? content : undefined;
  if (known) Object.assign(known, { isTold: true, waits: undefined, content: rest });
  return true;
}

/** A filter lets it go, until it changes. */
function letGo<T extends object>(
  sitting: Sitting<T>,
  item: Found<T>,
  known: Known,
): true {
  if (known.isTold || sitting.rules.isFirst) return settle(sitting, item, known);
  known.waits = undefined;
  known.content = item.content;
  return true;
}
