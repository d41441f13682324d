import { isFields } from "../fields";
import type { Db } from "../pipedream";
import { isKeyset, verdictOn, type Keyset } from "./google-health-keys";
import type { Delivery } from "./receive";

/** What a source of notifications keeps: whose they are, Google's keys, what is untold. */
const KEYS = { user: "user", keyset: "keyset", untold: "untold" } as const;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Google's keys change every 30 days; one that is not known is asked for at once. */
const FRESH_MS = DAY_MS;
/** Keys that cannot be had anew are not trusted for longer. */
const LONGEST_MS = 7 * DAY_MS;

/** What is kept of the user, who is asked for once. */
export async function remembered(db: Db, ask: () => Promise<string>): Promise<string> {
  const known = db.get(KEYS.user);
  if (typeof known === "string") return known;
  const user = await ask();
  db.set(KEYS.user, user);
  return user;
}

/** The account may be another one. */
export function forget(db: Db): void {
  db.set(KEYS.user, undefined);
}

interface KeptKeys {
  at: number;
  keyset: Keyset;
}

function keptKeys(db: Db, now: number): KeptKeys | undefined {
  const kept = db.get(KEYS.keyset);
  const { at, keyset } = isFields(kept) ? kept : {};
  if (typeof at !== "number" || !isKeyset(keyset)) return undefined;
  return at <= now && now - at < LONGEST_MS ? { at, keyset } : undefined;
}

/** Where keys are kept, and how they are asked for. */
export interface Keys {
  db: Db;
  now: number;
  ask(): Promise<Keyset>;
}

/**
 * Whether Google signed a body, by the keys that are kept, or by new ones where these are old
 * or lack one: those are asked for once a minute at most. Throws when there are none.
 */
export async function isSigned(
  { db, now, ask }: Keys, body: string, signature: string,
): Promise<boolean> {
  const kept = keptKeys(db, now);
  const age = kept ? now - kept.at : Infinity;
  const verdict = kept && verdictOn(body, signature, kept.keyset);
  const isKnown = verdict !== "unknown key" && age < FRESH_MS;
  if (isKnown || age < MINUTE_MS) return verdict === "valid";
  try {
    const keyset = await ask();
    db.set(KEYS.keyset, { at: now, keyset });
    return verdictOn(body, signature, keyset) === "valid";
  } catch (error) {
    if (verdict === "valid") return true;
    throw error;
  }
}

/** A run that has not told of a delivery after so long was ended. */
const ABANDONED_MS = 2 * MINUTE_MS;
/** The platform keeps 64 kB of a source. */
const MOST_BYTES = 50_000;

function isDelivery(value: unknown): value is Delivery {
  return isFields(value) && typeof value.at === "number" && Array.isArray(value.notifications);
}

/** What was taken and is not told yet. */
function untold(db: Db): Delivery[] {
  const kept = db.get(KEYS.untold);
  return Array.isArray(kept) ? kept.filter(isDelivery) : [];
}

/**
 * Keeps a delivery until it is told, if there is room; gives those beside it that a run has
 * left behind, which have as long again.
 */
export function keep(db: Db, delivery: Delivery): { isKept: boolean; others: Delivery[] } {
  const waiting = untold(db);
  const isAbandoned = ({ at }: Delivery) => delivery.at - at > ABANDONED_MS;
  const renewed = waiting.map((one) => isAbandoned(one) ? { ...one, at: delivery.at } : one);
  const all = [...renewed, delivery];
  const isKept = Buffer.byteLength(JSON.stringify(all)) <= MOST_BYTES;
  db.set(KEYS.untold, isKept ? all : renewed);
  return { isKept, others: waiting.filter(isAbandoned) };
}

/** It is told. */
export function letGo(db: Db, { id }: Delivery): void {
  const left = untold(db).filter((one) => one.id !== id);
  db.set(KEYS.untold, left.length ? left : undefined);
}
