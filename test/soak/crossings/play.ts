import type { Person } from "../../../local/sandbox";
import type { Bench, Outcome } from "../bench";
import { isBlinding, withoutBlinding, type Polling } from "../steps";
import { DAY, HOUR, MINUTE, SECOND, utcDay } from "../time";
import type { CrossingKind, Line } from "./kind";
import { live } from "./life";
import { CrossingModel } from "./model";
import type { CrossingHistory, CrossingStep } from "./steps";

const MOST_EVENTS = 50;
const MOST_REQUESTS = 50;
const MOST_STORED = 64_000;
/** Polls after which all of the longest backlog has been told. */
const MOST_POLLS = 120;
const CALM: Polling = { troubles: [], kill: undefined };

/** One history of days, played step by step and checked as it goes. Throws what is wrong. */
export class CrossingPlay {
  private readonly model: CrossingModel;

  constructor(private readonly bench: Bench, private readonly kind: CrossingKind) {
    this.model = new CrossingModel(kind);
  }

  private get person(): Person {
    return this.bench.scene.person;
  }

  private get now(): number {
    return this.person.now;
  }

  async run({ seed, day, deployed, does, steps }: CrossingHistory): Promise<void> {
    await this.bench.reset(seed, Date.UTC(2026, 2, 20 + day, 9), does);
    await this.bench.reopen(undefined, this.kind.choices[0]);
    if (deployed) await this.redeploy(CALM);
    for (const step of steps) await this.take(step);
    await this.finish();
  }

  private async take(step: CrossingStep): Promise<void> {
    this.note(step);
    if (live(this.person, step)) return;
    if (step.do === "poll") await this.poll(step);
    else if (step.do === "redeploy") await this.redeploy(step);
    else if (step.do === "restart") await this.bench.restart();
    else if (step.do === "props") await this.choose(step.choice);
  }

  private async choose(choice: number): Promise<void> {
    const props = this.kind.choices[choice % this.kind.choices.length];
    await this.bench.reopen(this.bench.state, props);
  }

  private async redeploy(polling: Polling): Promise<void> {
    this.model.reset();
    const how = withoutBlinding(polling);
    const lines = this.lines(this.now);
    this.check(await this.bench.deploy(how), how, lines, undefined);
  }

  private async poll(polling: Polling): Promise<Outcome> {
    const at = this.bench.stored?.kept?.at;
    const how = at === undefined ? withoutBlinding(polling) : polling;
    const pausedUntil = this.bench.stored?.pausedUntil ?? 0;
    const lines = this.lines(Math.min(at ?? this.now, this.now));
    const outcome = await this.bench.poll(how);
    // Its clock goes on while it runs, and this one stands.
    const isPaused = this.now + SECOND < pausedUntil;
    this.demand(!isPaused || outcome.requests === 0, "asked while it was paused");
    this.check(outcome, how, lines, at);
    return outcome;
  }

  /** What has been crossed on the days that a poll looks at which knows all until `at`. */
  private lines(at: number): Line[] {
    const { bench: { scene, props }, kind } = this;
    const since = utcDay(at - (kind.lookBackDays + 1) * DAY);
    return this.model.expecting.lines(scene, props, since).filter(({ day }) => day >= since);
  }

  private check(
    outcome: Outcome, how: Polling, lines: Line[], at: number | undefined,
  ): void {
    const { run, delivered, killed, requests } = outcome;
    const told = delivered.map(({ id }) => String(id));
    this.note({ requests, killed, told, ...!run.ok && { error: run.error.message } });
    this.checkRun(outcome, how, at);
    const wrong = this.model.arrive(told, lines);
    this.demand(!wrong, wrong ?? "");
    const isWell = run.ok && !killed && requests > 0 && this.bench.stored?.kept !== undefined;
    if (!isWell) return;
    if (at === undefined) this.model.start(lines);
    if (how.troubles.some(isBlinding)) return;
    const isAll = run.emitted.length + run.dropped < this.mostEvents(at ?? this.now);
    const first = utcDay((at ?? this.now) - this.kind.lookBackDays * DAY);
    const missing = isAll ? this.model.missing(lines, first) : [];
    this.demand(missing.length === 0, `has not told of ${missing.join(", ")}`);
    const isCalm = how.troubles.length === 0;
    if (isAll) this.model.expecting.polled?.(this.bench.scene, this.bench.props, isCalm);
  }

  /** As many as a poll may tell of, and has the requests for. */
  private mostEvents(at: number): number {
    const left = MOST_REQUESTS - this.idleCost(at);
    const { perEvent } = this.kind.costs;
    return Math.min(MOST_EVENTS, Math.floor(left / Math.max(perEvent, 1)));
  }

  private idleCost(at: number): number {
    const { costs: { idle, beside }, lookBackDays } = this.kind;
    return idle((this.now - at) / DAY + lookBackDays + 3) + beside(this.bench.props);
  }

  private checkRun(
    { run, killed, requests }: Outcome, how: Polling, at: number | undefined,
  ): void {
    const { emitted, notes } = run;
    const mostEvents = at === undefined ? 1 : MOST_EVENTS;
    this.demand(notes.length === 0, notes.join());
    this.demand(emitted.length <= mostEvents, `told of ${emitted.length} at once`);
    this.demand(run.ok || killed || emitted.length === 0, "told of something and failed");
    this.demand(requests > 0 || emitted.length === 0, "told of something unasked");
    this.demand(
      run.ok || killed || how.troubles.length > 0,
      `failed: ${run.ok ? "" : run.error.message}`,
    );
    this.demand(this.bench.size < MOST_STORED, `stores ${this.bench.size} bytes`);
    const { perEvent } = this.kind.costs;
    const events = emitted.length + run.dropped;
    // One more may have been begun that there were no requests left for.
    const some = events ? (events + 1) * perEvent : 0;
    const attempts = how.troubles.length > 0 || killed ? Infinity : 1;
    const asked = (this.idleCost(at ?? this.now) + some) * attempts;
    const most = Math.min(MOST_REQUESTS, asked);
    this.demand(requests <= most, `made ${requests} requests, not ${most}`);
    for (const [i, { id, ts, event }] of emitted.entries()) {
      const name = String(id ?? "");
      this.demand(typeof id === "string" && id.length <= 64, `calls an event "${name}"`);
      this.demand(ts >= (emitted[i - 1]?.ts ?? 0), "told of the newer before the older");
      const flaw = this.kind.flaw?.(event as Record<string, unknown>, name, this.bench.scene);
      this.demand(flaw === undefined, `tells of ${name} ${flaw}`);
    }
  }

  /** All faults end, all is synced, and polls go on: then all of it has been told. */
  private async finish(): Promise<void> {
    this.person.sync({ from: -Infinity, to: this.now });
    // By then nothing waits for its hour, in whatever time zone, or for the rate limit.
    for (let i = 0; i < 3; i += 1) await this.later(14 * HOUR);
    for (let i = 0; i < MOST_POLLS && !this.hasToldAll; i += 1) await this.later(15 * MINUTE);
    this.demand(this.hasToldAll, "did not come to an end");
  }

  private get hasToldAll(): boolean {
    return (this.bench.stored?.kept?.at ?? 0) >= this.now;
  }

  private async later(ms: number): Promise<void> {
    this.person.moveClock(this.now + ms);
    await this.poll(CALM);
  }

  /** With SOAK_TRACE a history tells of its steps as they are taken. */
  private note(what: object): void {
    if (!process.env.SOAK_TRACE) return;
    process.stdout.write(`${new Date(this.now).toISOString()} ${JSON.stringify(what)}\n`);
  }

  private demand(holds: unknown, what: string): asserts holds {
    if (!holds) {
      throw new Error(`${new Date(this.now).toISOString()}: the source ${what}.`);
    }
  }
}
