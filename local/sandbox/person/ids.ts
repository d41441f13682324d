import { type Random, random } from "./random";

/** Records older than this have 11-digit ids, newer ones 64-bit ids.
 *  https://dev.fitbit.com/build/reference/web-api/developer-guide/application-design/ */
const WIDE_SINCE = Date.UTC(2025, 8, 26);

const KINDS = { exercise: 0n, sleep: 1n, entry: 2n } as const;
export type IdKind = keyof typeof KINDS;

const hash = (text: string): number =>
  Buffer.from(text).reduce((h, byte) => Math.imul(h ^ byte, 0x01000193), 0x811c9dc5);

/** 19 digits, above 2^53, unsigned 64 bits, and odd: no double holds it exactly. */
function wideId(chance: Random): bigint {
  const bits = (BigInt(chance.bits()) << 32n) | BigInt(chance.bits());
  return (10n ** 18n + (bits % (89n * 10n ** 17n))) | 1n;
}

/**
 * The ids that the Fitbit API shows. They are not the identity of a record (its `key` is):
 * an id is given when it is first asked for, and may be given anew.
 */
export class Ids {
  private readonly seed: number;
  private readonly given = new Map<string, bigint>();
  private readonly taken = new Set<bigint>();
  private round = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Every record gets another id, as in 2025; no id comes back. */
  renumber(): void {
    this.round += 1;
    this.given.clear();
  }

  /** The id of the record `key`, which came to be at `changed` (epoch ms). */
  idOf(kind: IdKind, key: string, changed: number): bigint {
    const known = this.given.get(key);
    if (known !== undefined) return known;
    const chance = random(this.seed, 7, hash(key), this.round);
    const narrow = (): bigint => BigInt(Math.floor(changed / 1000)) * 8n + KINDS[kind];
    let id = changed < WIDE_SINCE && this.round === 0 ? narrow() : wideId(chance);
    while (this.taken.has(id)) id += 8n;
    this.taken.add(id);
    this.given.set(key, id);
    return id;
  }
}
