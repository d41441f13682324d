import { HealthState } from "./google-health/state";
import type { HealthSwitches } from "./google-health/switches";
import { Person } from "./person/person";
import { RateLimit } from "./rate-limit";
import type { Fault } from "./faults";
import type { Switches } from "./switches";

export interface Logged {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  /** 0 when the connection was cut or never answered. */
  status: number;
}

/** Everything that one reset makes new. */
export interface World {
  seed: number;
  person: Person;
  rateLimit: RateLimit;
  /** What was asked of the APIs; control calls are not in it, nor any header. */
  requests: Logged[];
  faults: Fault[];
  /** Links of lists that were given out. */
  issued: Set<string>;
  readonly switches: Switches;
  /** What the Google Health API keeps beside the person. */
  health: HealthState;
  readonly healthSwitches: HealthSwitches;
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
    issued: new Set<string>(),
    health: new HealthState(seed, rateLimit),
  });
}
