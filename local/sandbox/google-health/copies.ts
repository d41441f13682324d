import { kindOf } from "../person/exercise-kinds";
import type { Person } from "../person/person";
import type { AnyRecord, Exercise, Sleep } from "../person/truth";
import { oneIn } from "./ids";
import type { HealthSwitches } from "./switches";

/** Whose life it is, and what Health Connect does there. */
export interface Shared {
  person: Person;
  switches: Pick<HealthSwitches, "healthConnect" | "healthConnectFirst">;
}

/** Where "some" are copied: one in so many. */
const SOME = { nights: 9, workouts: 8 };

/** The identity of another app's copy of the record `key`. */
export const copyKey = (key: string): string => `${key}:copy`;

function isShared({ person, switches }: Shared, key: string, part: number): boolean {
  if (switches.healthConnect === "some") return oneIn(part, person.who.seed, key);
  return switches.healthConnect === "all";
}

/** Whether a night comes from Health Connect, too. */
export const isTwofoldSleep = (life: Shared, { key, origin, kind }: Sleep): boolean =>
  origin === "watch" && kind === "stages" && isShared(life, key, SOME.nights);

/** Whether a workout comes from Health Connect, too. */
export const isTwofoldExercise = (life: Shared, { key, origin, kind }: Exercise): boolean =>
  origin === "started" && typeof kind === "string" && kindOf(kind).gps
  && isShared(life, key, SOME.workouts);

/** What only the watch knows yet, as far as Health Connect has told of it already. */
export function toldFirst<T extends AnyRecord>(
  { switches }: Shared, unsynced: T[], isTwofold: (record: T) => boolean,
): T[] {
  return switches.healthConnectFirst ? unsynced.filter(isTwofold) : [];
}
