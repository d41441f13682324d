import { random } from "../person/random";

const hash = (text: string): number =>
  Buffer.from(text).reduce((h, byte) => Math.imul(h ^ byte, 0x01000193), 0x811c9dc5);

/** 19 digits, above 2^53 and below 2^63, and odd: no double holds it exactly. */
function wide(...seeds: number[]): bigint {
  const chance = random(...seeds);
  const bits = (BigInt(chance.bits()) << 32n) | BigInt(chance.bits());
  return (10n ** 18n + (bits % (8n * 10n ** 18n))) | 1n;
}

/** Whether a record belongs to the one in `part` that something special holds of. */
export const oneIn = (part: number, seed: number, key: string): boolean =>
  random(seed, 23, hash(key)).int(1, part) === 1;

/** The ids of this API. They have nothing to do with those of the Fitbit Web API. */
export class HealthIds {
  /** The person in resource names: `users/{user}`. */
  readonly user: string;
  private readonly seed: number;
  private readonly given = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(seed: number) {
    this.seed = seed;
    this.user = String(wide(seed, 22));
  }

  /** The id of the record that truth knows by `key`. */
  idOf(key: string): string {
    const known = this.given.get(key);
    if (known !== undefined) return known;
    let id = wide(this.seed, 21, hash(key));
    while (this.taken.has(String(id))) id += 2n;
    this.give(key, String(id));
    return String(id);
  }

  /** The record `key` takes over an id that another one had. */
  give(key: string, id: string): void {
    this.taken.add(id);
    this.given.set(key, id);
  }
}
