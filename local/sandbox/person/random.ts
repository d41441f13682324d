import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A seeded source of chance: the same seeds tell the same story. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** A number in [low, high). */
  real(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** 32 raw bits, unsigned: the cheap draw for the minute loop. */
  bits(): number;
}

const mix = (hash: number, value: number): number => {
  let h = Math.imul(hash ^ value, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return h ^ (h >>> 13);
};

/** Chance that depends on nothing but these numbers. */
export function random(...seeds: number[]): Random {
  const generator = xoroshiro128plus(seeds.reduce(mix, 0x5bd1e995));
  const bits = (): number => generator.next() >>> 0;
  const real = (low: number, high: number): number => low + (bits() / 2 ** 32) * (high - low);
  return {
    bits,
    real,
    int: (low, high) => uniformInt(generator, low, high),
    chance: (probability) => real(0, 1) < probability,
    pick: (items) => items[uniformInt(generator, 0, items.length - 1)] ?? items[0],
  };
}
