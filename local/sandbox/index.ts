import { NOW_FORM, SEED_FORM, seedOf } from "./bounds";
import { nowOf } from "./control/read";
import type { Fault } from "./faults";
import { DEFAULT_SWITCHES } from "./fitbit/resources";
import type { Switches } from "./fitbit/switches";
import { DEFAULT_HEALTH_SWITCHES } from "./google-health/resources";
import type { HealthSwitches } from "./google-health/switches";
import type { Person } from "./person/person";
import { buildServer } from "./server";
import { begin } from "./world";

export type { Fault } from "./faults";
export type { Switches } from "./fitbit/switches";
export type { HealthSwitches } from "./google-health/switches";
export {
  ChangeError, copied, deletion, editEntry, editExercise, editSleep, editWeighing,
  growExercise, growSleep, reprocess, split, stitch, withoutFat,
} from "./person/changes";
export type { Change, ExerciseEdit, Reprocessing } from "./person/changes";
export { devicesOf } from "./person/devices";
export type { Device } from "./person/devices";
export type { Person, Recording, RecordType } from "./person/person";
export { truthsOf } from "./person/truth";
export type { Entry, Exercise, Sleep, Weighing } from "./person/truth";

export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Whose life it is, 0 to 2^31 - 1: the same seed and `now` give the same person. */
  seed?: number;
  /** The instant at which the clock stands, with its offset, in the years 2015 to 2100. */
  now?: string;
  /** 150 requests an hour on Fitbit and 300 a minute on Google Health, unless false. */
  rateLimit?: boolean;
  /** The process may end while it listens: requests made in it keep it going themselves. */
  isBackground?: boolean;
  switches?: Partial<Switches>;
  healthSwitches?: Partial<HealthSwitches>;
}

export interface Sandbox {
  /** http://127.0.0.1:port */
  url: string;
  /** The person as they are now; a reset puts another in their place. */
  readonly person: Person;
  /** How the APIs answer where they are known to differ: to be turned at any time. */
  readonly switches: Switches;
  readonly healthSwitches: HealthSwitches;
  /** What goes wrong with the requests to come: to be set at any time. */
  faults: Fault[];
  /** What stands beside a body that Google sends. */
  signatureOf(body: string): string;
  /** Stops listening and ends every connection, those that are kept waiting too. */
  close(): Promise<void>;
}

/** Whether the clock can stand there: an instant that exists, with its offset. */
export const isNow = (text: string): boolean => nowOf(text) !== undefined;

/** The sandbox cannot start like this; the message says how it can. */
export class SandboxOptionError extends Error {
  override name = "SandboxOptionError";
}

function beginningOf({ seed = 1, now = "2026-03-20T09:00:00Z", rateLimit = true }: SandboxOptions) {
  const instant = nowOf(now);
  if (instant === undefined) {
    throw new SandboxOptionError(`The sandbox cannot start at "${now}": use ${NOW_FORM}.`);
  }
  if (seedOf(seed) === undefined) {
    throw new SandboxOptionError(`There is nobody of the seed ${seed}: use ${SEED_FORM}.`);
  }
  return { seed, now: instant, rateLimit };
}

/**
 * Starts a stand-in for the health APIs over one synthetic person, on 127.0.0.1 alone.
 * @throws SandboxOptionError
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0 } = options;
  const start = beginningOf(options);
  const world = begin({
    switches: { ...DEFAULT_SWITCHES, ...options.switches },
    healthSwitches: { ...DEFAULT_HEALTH_SWITCHES, ...options.healthSwitches },
  }, start);
  const app = buildServer(world, start);
  if (options.isBackground) {
    app.server.unref();
    app.server.on("connection", (socket) => socket.unref());
  }
  const url = await app.listen({ port, host: "127.0.0.1" });
  return {
    url,
    get person() {
      return world.person;
    },
    get faults() {
      return world.faults;
    },
    set faults(faults) {
      world.faults = faults;
    },
    signatureOf: (body) => world.health.subscriptions.keys.sign(body),
    switches: world.switches,
    healthSwitches: world.healthSwitches,
    close: () => app.close(),
  };
}
