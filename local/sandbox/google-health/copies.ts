import { HOUR } from "../person/days";
import type { Person } from "../person/person";
import type { AnyRecord } from "../person/truth";
import { oneIn } from "./ids";
import type { HealthSwitches } from "./switches";

/** Whose life it is, and what Health Connect does there. */
export interface Shared {
  person: Person;
  switches: Pick<HealthSwitches, "healthConnect" | "healthConnectFirst" | "copiesApart">;
}

const DELAY = 23 * HOUR;

/** When another app's copy of a record comes to be. */
export function comesAt({ switches }: Shared, { end, changed }: AnyRecord): number {
  const { copiesApart, healthConnectFirst } = switches;
  return copiesApart && !healthConnectFirst ? end + DELAY : changed;
}

/** The identity of another app's copy of the record `key`. */
export const copyKey = (key: string): string => `${key}:copy`;

/** Whether the record `key` may be copied: where some are, one in `part` is. */
export function isShared({ person, switches }: Shared, key: string, part: number): boolean {
  if (switches.healthConnect === "some") return oneIn(part, person.who.seed, key);
  return switches.healthConnect === "all";
}

/** What only the watch knows yet, as far as Health Connect has told of it already. */
export function toldFirst<T extends AnyRecord>(
  { switches }: Shared, unsynced: T[], isTwofold: (record: T) => boolean,
): T[] {
  return switches.healthConnectFirst ? unsynced.filter(isTwofold) : [];
}
