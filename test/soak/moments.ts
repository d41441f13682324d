import type { Step } from "./steps";
import { MINUTE } from "./time";
import type { Made } from "./ways";

/** What does not happen to records of single moments. */
export const NOT_OF_MOMENTS = [
  "reprocess", "split", "stitch", "grow", "copy", "renumber", "pending",
] as const satisfies readonly Step["do"][];

/**
 * When it is recorded: a minute before the end, since who travels at that very instant would
 * have two local times for it.
 */
export const momentOf = ({ end }: Made): number => end - MINUTE;

/** Ids are those of a second: of several, all but the first say which of them they are. */
export function numbered(ids: Map<string, number>, id: string): string {
  const count = (ids.get(id) ?? 0) + 1;
  ids.set(id, count);
  return count > 1 ? `${id}-${count}` : id;
}
