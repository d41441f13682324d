import type { Fault } from "./faults";
import type { FitbitWorld } from "./fitbit/door";
import { RateLimit } from "./fitbit/rate-limit";
import type { Switches } from "./fitbit/switches";
import type { HealthWorld } from "./google-health/door";
import { HealthState } from "./google-health/state";
import { Grants } from "./oauth/grants";
import { Person } from "./person/person";

export interface Logged {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  /** 0 when the connection was cut or never answered. */
  status: number;
}

/** Everything that one reset makes new. */
export interface World extends FitbitWorld, HealthWorld {
  readonly switches: Switches;
  seed: number;
  /** What was asked of the APIs; control calls are not in it, nor any header. */
  requests: Logged[];
  faults: Fault[];
  /** Who was let in by the person. */
  grants: Grants;
}

export interface Beginning { seed: number; now: number; rateLimit: boolean }

/** Fills `world` anew: the person at their beginning, nothing asked, nothing broken. */
export function begin(
  world: Pick<World, "switches" | "healthSwitches">, { seed, now, rateLimit }: Beginning,
): World {
  return Object.assign(world, {
    seed,
    person: new Person(seed, now),
    rateLimit: new RateLimit(rateLimit),
    requests: [],
    faults: [],
    grants: new Grants(),
    issued: new Set<string>(),
    health: new HealthState(seed, rateLimit),
  });
}
