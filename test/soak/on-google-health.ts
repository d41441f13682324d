import type { Person } from "../../local/sandbox";
import { copyKey } from "../../local/sandbox/google-health/copies";
import { HealthIds } from "../../local/sandbox/google-health/ids";
import type { Kind } from "./kind";
import { endedAfter } from "./time";

/** What holds of every source on Google Health. */
export const onGoogleHealth = {
  page: 25,
  // Beside pages with something new, the list is asked: with copies, up to twice as long.
  costs: { perPage: 3, beside: () => 0 },
  vague: 0,
  never: ["renumber", "pending"],
  syncChangesIds: true,
} satisfies Partial<Kind>;

/** A record that the watch or another app tells of, or both. */
export interface Shown<T> { record: T; byWatch: boolean; byApp: boolean }

/**
 * What ended after `since`, oldest first: what is synced, which an app may tell of as well or
 * instead, and what an app told of first.
 */
export function shown<T extends { start: number; end: number; copied?: true }>(
  since: number, synced: T[], first: T[], hasCopy: (record: T) => boolean,
): Shown<T>[] {
  return [
    ...endedAfter(since, synced).map((record) => (
      { record, byWatch: !record.copied, byApp: record.copied ?? hasCopy(record) }
    )),
    ...endedAfter(since, first).map((record) => ({ record, byWatch: false, byApp: true })),
  ].sort((a, b) => a.record.start - b.record.start);
}

interface Ids { own: string; copy: string }

/** Worked out once for each person: it takes a hash each. */
const known = new WeakMap<Person, HealthIds>();

/** The id that the API shows of what the person's life knows by a key. */
export function idIn(person: Person, key: string): string {
  const ids = known.get(person) ?? new HealthIds(person.who.seed);
  known.set(person, ids);
  return ids.idOf(key);
}

/** The ids that the API shows of one of the person's records, and of an app's copy of it. */
export function idsIn(person: Person) {
  return ({ key }: { key: string }): Ids => (
    { own: idIn(person, key), copy: idIn(person, copyKey(key)) }
  );
}
