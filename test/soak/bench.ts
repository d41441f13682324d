import {
  carryRequests, openSource, type Carrier, type Emitted, type Source, type SourceRun,
  type SourceState,
} from "../../local/runtime";
import { DEFAULT_SWITCHES } from "../../local/sandbox/fitbit/resources";
import { DEFAULT_HEALTH_SWITCHES } from "../../local/sandbox/google-health/resources";
import { startSandbox, type Sandbox } from "../../local/sandbox";
import { RETRIES } from "../../common/wire/retry";
import type { Kind, Props, Scene } from "./kind";
import { staged } from "./staged";
import type { Doing, Polling, Trouble } from "./steps";

/** What one poll or deployment came to, seen from outside. */
export interface Outcome {
  run: SourceRun;
  /** The events that were delivered: all of the run's, unless it was killed. */
  delivered: Emitted[];
  killed: boolean;
  requests: number;
}

interface Kept { at: number; walk?: object }
interface Stored { kept?: Kept; pausedUntil?: number }

/** What is kept of several kinds, as of one: what all of them know, and any is still at. */
function asOne(kept: Kept | Record<string, Kept>): Kept {
  if (typeof kept.at === "number") return kept as Kept;
  const all = Object.values(kept as Record<string, Kept>);
  const walk = all.flatMap((one) => one.walk ?? []).at(0);
  return { at: Math.min(...all.map(({ at }) => at)), walk };
}

const accounts = () => ({ oauth_access_token: "sandbox" });

/** The end of the process is thrown where it comes. */
const KILLED = "The process was killed.";

const UNHURRIED = { ...RETRIES };
/** A request that is never answered is given up soon, and asked again at once. */
const HURRIED = {
  ...RETRIES, firstPauseMs: 0, longestPauseMs: 0, budgetMs: 150, shortestAttemptMs: 40,
};

/** One source on the platform, against the sandbox over HTTP. */
export class Bench {
  state: SourceState | undefined;
  private source: Source | undefined;
  private readonly component: object;
  /** Effects until the process is killed. */
  private stepsLeft = Infinity;
  private struck = false;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly carrier: Carrier,
    kind: Pick<Kind, "component">,
    public props: Props,
  ) {
    this.component = staged(kind.component, () => {
      if (this.stepsLeft === 0) throw new Error(KILLED);
      this.stepsLeft -= 1;
    });
  }

  get scene(): Scene {
    return this.sandbox;
  }

  /** What the source stored of its own; undefined before its first poll. */
  get stored(): Stored | undefined {
    const stored = this.state?.db.state as Stored | undefined;
    return stored?.kept ? { ...stored, kept: asOne(stored.kept) } : stored;
  }

  /** The bytes of all that it stored. */
  get size(): number {
    return Buffer.byteLength(JSON.stringify(this.state?.db ?? {}));
  }

  /** As when the process starts again: only JSON is left. */
  async reopen(state: SourceState | undefined, props = this.props): Promise<void> {
    await this.source?.close();
    this.props = props;
    this.state = state && JSON.parse(JSON.stringify(state)) as SourceState;
    const { timeZone, ...others } = props;
    const zone = timeZone === "home" ? this.scene.person.timeZone : timeZone;
    this.source = await openSource(this.component, {
      props: { ...others, ...(zone ? { timeZone: zone } : {}) },
      accounts,
      state: this.state,
      clock: () => Promise.resolve(this.scene.person.now),
      log: () => undefined,
    });
  }

  restart(): Promise<void> {
    return this.reopen(this.state);
  }

  poll(how: Polling): Promise<Outcome> {
    return this.call("poll", how);
  }

  /** A new deployment, whose state is empty. */
  async deploy(how: Polling): Promise<Outcome> {
    await this.reopen(undefined);
    return this.call("deploy", how);
  }

  private async call(name: "poll" | "deploy", { troubles, kill }: Polling): Promise<Outcome> {
    if (!this.source) await this.reopen(this.state);
    const before = this.state ?? { db: {}, dedupe: {} };
    await this.strike(troubles);
    const first = this.carrier.requests.length;
    this.stepsLeft = kill?.after ?? Infinity;
    const run = await this.source?.[name]();
    if (!run) throw new Error("There is no source.");
    await this.strike([]);
    const requests = this.carrier.requests.length - first;
    this.state = this.source?.snapshot();
    const killed = !run.ok && run.error.message === KILLED;
    if (!killed || !kill?.drops) return { run, delivered: run.emitted, killed, requests };
    await this.reopen({ db: this.state?.db ?? {}, dedupe: before.dedupe });
    return { run, delivered: [], killed, requests };
  }

  private async strike(troubles: Trouble[]): Promise<void> {
    if (troubles.length === 0 && !this.struck) return;
    this.struck = troubles.length > 0;
    const hurries = troubles.some(({ answer }) => answer === "timeout");
    Object.assign(RETRIES, hurries ? HURRIED : UNHURRIED);
    await this.control("faults", troubles.map((trouble) => ({ match: {}, ...trouble })));
  }

  private async control(name: string, body: unknown): Promise<void> {
    const answer = await fetch(`${this.sandbox.url}/_sandbox/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** Another person, with nothing recorded but their history, and APIs that do so. */
  async reset(seed: number, now: number, does: Doing): Promise<void> {
    Object.assign(this.sandbox.switches, DEFAULT_SWITCHES, does.fitbit);
    Object.assign(this.sandbox.healthSwitches, DEFAULT_HEALTH_SWITCHES, does.health);
    await this.control("reset", { seed, now: new Date(now).toISOString(), rateLimit: false });
    this.state = undefined;
    this.source = undefined;
  }
}

/** Everything that histories share: one sandbox, and the way to it. */
export async function openPlace(): Promise<{
  bench: (kind: Pick<Kind, "component">) => Bench;
  close: () => Promise<void>;
}> {
  const sandbox = await startSandbox({ rateLimit: false });
  const carrier = carryRequests({ sandboxUrl: sandbox.url });
  return {
    bench: (kind) => new Bench(sandbox, carrier, kind, {}),
    close: async () => {
      carrier.stop();
      Object.assign(RETRIES, UNHURRIED);
      await sandbox.close();
    },
  };
}
