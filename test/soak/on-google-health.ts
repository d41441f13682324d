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

/** A record, or the copy of one that only the watch knows yet. */
export interface Shown<T> { record: T; isCopy: boolean }

/** What ended after `since`, with the copies that another app told of first, oldest first. */
export function shown<T extends { start: number; end: number }>(
  since: number, synced: T[], first: T[],
): Shown<T>[] {
  return [
    ...endedAfter(since, synced).map((record) => ({ record, isCopy: false })),
    ...endedAfter(since, first).map((record) => ({ record, isCopy: true })),
  ].sort((a, b) => a.record.start - b.record.start);
}

/** The id that the API shows of one of the person's records. */
export const idIn = ({ who }: Person) => {
  const ids = new HealthIds(who.seed);
  return ({ record, isCopy }: Shown<{ key: string }>): string =>
    ids.idOf(isCopy ? copyKey(record.key) : record.key);
};
