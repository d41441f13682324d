import { budgets } from "../budgets";
import { isReading, recordsOf, type Pair } from "./doors";

/** `all` reads everything of its scopes after each write. */
const { DIFFERENTIAL_READERS } = process.env;

const singular = (word: string): string => word.replace(/ies$/, "y").replace(/s$/, "");
const wordsOf = ({ name }: Pair): string[] => name.split("-").map(singular);

const shared = (some: readonly string[], others: readonly string[]): number =>
  some.filter((one) => others.includes(one)).length;

/** How much two components have to do with each other: the records and words they share. */
const nearness = (one: Pair, other: Pair): number =>
  shared(recordsOf(one), recordsOf(other)) + shared(wordsOf(one), wordsOf(other));

const scopesOf = ({ fitbit: { entry } }: Pair): string[] => entry.scopes;

/** Those of the same scopes, the nearest first. */
export const nearest = (pair: Pair, others: readonly Pair[]): Pair[] => others
  .filter((other) => other !== pair && shared(scopesOf(pair), scopesOf(other)) > 0)
  .sort((a, b) => nearness(pair, b) - nearness(pair, a));

const isList = ({ name }: Pair): boolean => name.startsWith("list-");

/** The list and the day of what a write stored, or what else is near, as many as may be. */
function nearestReaders(write: Pair, reading: readonly Pair[]): Pair[] {
  const near = nearest(write, reading);
  if (DIFFERENTIAL_READERS === "all") return near;
  const best = [near.find(isList), near.find((reader) => !isList(reader)), ...near];
  const several = new Set(best.flatMap((reader) => reader ?? []));
  return [...several].slice(0, budgets.readersPerWrite);
}

/** What is read after each write. A reader that would be left out follows the nearest one. */
export function readersOf(actions: readonly Pair[]): Map<Pair, Pair[]> {
  const reading = actions.filter(isReading);
  const writing = actions.filter((action) => !isReading(action));
  const readers = new Map(writing.map((write) => [write, nearestReaders(write, reading)]));
  const followed = new Set([...readers.values()].flat());
  for (const reader of reading.filter((one) => !followed.has(one))) {
    const [write] = nearest(reader, writing);
    if (write) readers.get(write)?.push(reader);
  }
  return readers;
}
