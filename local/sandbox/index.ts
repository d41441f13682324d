import { instantOf } from "./control-read";
import { DEFAULT_HEALTH_SWITCHES, type HealthSwitches } from "./google-health/switches";
import type { Person } from "./person/person";
import { buildServer } from "./server";
import { DEFAULT_SWITCHES, type Switches } from "./switches";
import { begin } from "./world";

export type { HealthSwitches } from "./google-health/switches";
export {
  ChangeError, deletion, editExercise, editSleep, reprocess, split, stitch,
} from "./person/changes";
export type { Change, ExerciseEdit, Reprocessing } from "./person/changes";
export type { Person, Recording, RecordType } from "./person/person";
export { truthsOf } from "./person/truth";
export type { Exercise, Sleep } from "./person/truth";
export type { Switches } from "./switches";

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Whose life it is: the same seed and `now` give the same person. */
  seed?: number;
  /** The instant at which the clock stands, with its offset. */
  now?: string;
  /** 150 requests an hour on Fitbit and 300 a minute on Google Health, unless false. */
  rateLimit?: boolean;
  switches?: Partial<Switches>;
  healthSwitches?: Partial<HealthSwitches>;
}

export interface Sandbox {
  /** http://127.0.0.1:port */
  url: string;
  /** The person as they are now; a reset puts another in their place. */
  readonly person: Person;
  /** Stops listening and ends every connection, those that are kept waiting too. */
  close(): Promise<void>;
}

/** Starts a stand-in for the health APIs over one synthetic person, on 127.0.0.1 alone. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, seed = 1, now = "2026-03-20T09:00:00Z", rateLimit = true } = options;
  const instant = instantOf(now);
  if (instant === undefined) {
    throw new Error(`The sandbox cannot start at "${now}": use an instant like 2026-03-20T09:00:00Z.`);
  }
  const start = { seed, now: instant, rateLimit };
  const world = begin({
    switches: { ...DEFAULT_SWITCHES, ...options.switches },
    healthSwitches: { ...DEFAULT_HEALTH_SWITCHES, ...options.healthSwitches },
  }, start);
  const app = buildServer(world, start);
  const url = await app.listen({ port, host: "127.0.0.1" });
  return {
    url,
    get person() {
      return world.person;
    },
    close: () => app.close(),
  };
}
