import type { Person } from "../../local/sandbox";
import type { Bench, Outcome } from "./bench";
import { idsOf, type Kind, type Log, type Props, type Scene } from "./kind";
import { Model } from "./model";
import { live, noGap, type Gap, type Stage } from "./life";
import { isBlinding, withoutBlinding, type History, type Polling, type Step } from "./steps";
import { DAY, HOUR, MINUTE, SECOND, utcDay } from "./time";

const MOST_EVENTS = 50;
const MOST_HISTORY = 25;
const MOST_STORED = 64_000;
const SWEEP_AFTER = 6 * HOUR;
const ATTEMPTS = 3;
/** Pages that are read from the newest on before it turns out that there are more. */
const MOST_NEWEST = 8;
/** Requests of one poll, whatever is found and whatever fails. */
const MOST_REQUESTS = 50;
const CALM: Polling = { troubles: [], kill: undefined };

const isOwnId = (id: string, { logId }: Props): boolean => id === logId;

/** What stood before a poll. */
interface Before {
  /** Until when all had been read; undefined before the first poll. */
  at?: number;
  /** Whether a backlog is being read. */
  walks?: boolean;
  pausedUntil?: number;
  quiet?: boolean;
  pending: boolean;
}

/** One history, played step by step and checked as it goes. Throws what is wrong. */
export class Play implements Stage {
  readonly model: Model;
  gap: Gap = noGap();
  slept: Stage["slept"] = [];
  /** What the last poll saw, when it left nothing behind. */
  private quiet: string | undefined;
  private since = 0;

  constructor(private readonly bench: Bench, readonly kind: Kind) {
    this.model = new Model(kind);
  }

  get scene(): Scene {
    return this.bench.scene;
  }

  get person(): Person {
    return this.scene.person;
  }

  private get now(): number {
    return this.person.now;
  }

  logs(): Log[] {
    return this.kind.logs(this.scene, this.bench.props, this.since);
  }

  async run({ seed, day, deployed, does, steps }: History): Promise<void> {
    const begin = Date.UTC(2026, 2, 20 + day, 9);
    this.since = begin - this.kind.historyDays * DAY;
    await this.bench.reset(seed, begin, does);
    await this.bench.reopen(undefined, this.kind.choices[0]);
    this.observe();
    if (deployed) await this.redeploy(CALM);
    for (const step of steps) await this.take(step);
    await this.finish();
  }

  private observe(): void {
    this.model.observe(this.logs(), this.now);
  }

  private async take(step: Step): Promise<void> {
    this.note(step);
    if (this.kind.never.includes(step.do)) return;
    if (live(this, step)) this.observe();
    else if (step.do === "poll") await this.poll(step);
    else if (step.do === "redeploy") await this.redeploy(step);
    else if (step.do === "restart") await this.bench.restart();
    else if (step.do === "props") await this.choose(step.choice);
  }

  private async choose(choice: number): Promise<void> {
    const props = this.kind.choices[choice % this.kind.choices.length];
    await this.bench.reopen(this.bench.state, props);
    this.quiet = undefined;
  }

  private async redeploy(polling: Polling): Promise<void> {
    // What is not seen at first would be new afterwards: nobody could tell.
    const how = withoutBlinding(polling);
    this.model.reset(this.logs(), this.now);
    this.gap = noGap();
    this.quiet = undefined;
    const pending = this.person.pendingAnswers > 0;
    this.check(await this.bench.deploy(how), how, this.logs(), { pending });
  }

  private async poll(polling: Polling): Promise<void> {
    const logs = this.logs();
    const { kept, pausedUntil = 0 } = this.bench.stored ?? {};
    const how = kept ? polling : withoutBlinding(polling);
    const quiet = this.quiet !== undefined && this.quiet === this.look(logs);
    const pending = this.person.pendingAnswers > 0;
    const before = { at: kept?.at, walks: kept?.walk !== undefined, pausedUntil };
    this.check(await this.bench.poll(how), how, logs, { ...before, quiet, pending });
  }

  /** Everything that a poll may see, in one text; none while it waits for something. */
  private look(logs: Log[]): string | undefined {
    const since = this.now - (this.kind.lookBackDays + 3) * DAY;
    const recent = logs.filter(({ end }) => end > since);
    const settling = recent.some(({ settled, lag = 0 }) => (
      settled + lag > this.now - (this.kind.tells === "sleeps" || lag ? 2 * HOUR : 0)
    ));
    return settling ? undefined : JSON.stringify(recent);
  }

  private check(outcome: Outcome, how: Polling, logs: Log[], before: Before): void {
    const { run, delivered, killed } = outcome;
    const { requests } = outcome;
    this.note({ requests, ok: run.ok, killed, told: delivered.map(({ id }) => id), before });
    this.checkEvents(outcome, before.at === undefined ? MOST_HISTORY : MOST_EVENTS);
    this.checkRequests(outcome, how, logs, before);
    this.demand(this.bench.size < MOST_STORED, `stores ${this.bench.size} bytes`);
    if (!run.ok && !killed) {
      const isExplained = how.troubles.length > 0 || run.error.message.includes("still working");
      this.demand(isExplained, `failed: ${run.error.message}`);
    }
    // A rate limit on deploy is no failure, but there is nothing that the source knows.
    const { kept } = this.bench.stored ?? {};
    const isWell = run.ok && kept !== undefined;
    const isBlind = how.troubles.some(isBlinding);
    if (isWell && outcome.requests > 0) this.model.filter(logs, isBlind);
    for (const { id } of delivered) {
      const log = logs.find((known) => idsOf(known).includes(String(id)));
      this.demand(log, `invented ${id}`);
      const isEarly = log.settled > this.now + this.kind.vague;
      this.demand(!isEarly, `told of ${log.alike} (${id}) before it had settled`);
      const wrong = this.model.arrive(log);
      this.demand(!wrong, wrong ?? "");
    }
    if (!isWell || killed) {
      this.gap.delivered += delivered.length;
      if (outcome.requests > 0) this.quiet = undefined;
    } else if (outcome.requests > 0) {
      // A backlog is read on from where it was: what has come before that is not seen.
      const isPart = before.walks === true || kept.walk !== undefined;
      const isAll = !isPart && !isBlind && run.emitted.length + run.dropped < MOST_EVENTS;
      this.settle(logs, isAll, before.at);
    }
  }

  /** A poll has ended well. */
  private settle(logs: Log[], isAll: boolean, before: number | undefined): void {
    this.model.arm(logs, this.now);
    this.gap.delivered = 0;
    this.quiet = isAll ? this.look(logs) : undefined;
    if (!isAll) return;
    this.gap = noGap();
    this.model.polled(logs, this.now);
    // At one instant, the state does not say which poll it was that read all.
    if (!this.hasReadAll || before === this.now) return;
    this.model.bar(logs.filter(({ wanted }) => !wanted), this.now);
  }

  private checkEvents({ run, requests, killed }: Outcome, most: number): void {
    const { emitted, notes } = run;
    this.demand(notes.length === 0, notes.join());
    this.demand(emitted.length <= most, `told of ${emitted.length} at once`);
    this.demand(run.ok || killed || emitted.length === 0, "told of something and failed");
    this.demand(requests > 0 || emitted.length === 0, "told of something unasked");
    for (const [i, { id, ts, event }] of emitted.entries()) {
      const { isNamed = isOwnId } = this.kind;
      const isId = typeof id === "string" && id.length <= 64;
      this.demand(isId && isNamed(id, event as Props), `calls an event ${id ?? "nothing"}`);
      this.demand(ts >= (emitted[i - 1]?.ts ?? 0), "told of the newer before the older");
      this.demand(
        this.kind.isWanted(event as Props, this.bench.props),
        `told of what is not wanted: ${id}`,
      );
    }
  }

  /**
   * One request, or a few, while nothing is new; none while paused; else the pages of the
   * window, or as many as a poll may make.
   */
  private checkRequests(
    { requests }: Outcome, { troubles }: Polling, logs: Log[], before: Before,
  ): void {
    // A day more: a source counts days in UTC, or the user's.
    const from = (before.at ?? this.now) - (this.kind.lookBackDays + 2) * DAY;
    const { page, pagesOf, costs } = this.kind;
    const recent = logs.filter(({ day }) => day >= utcDay(from));
    const all = pagesOf?.((this.now - from) / DAY)
      ?? Math.floor(recent.flatMap(idsOf).length / page) + 1;
    // So many that they are read anew, the oldest first.
    const pages = all > MOST_NEWEST ? all + MOST_NEWEST : all;
    const reads = before.walks === true || this.now - (before.at ?? 0) >= SWEEP_AFTER - SECOND;
    // Its clock goes on while it runs, and this one stands.
    const isPaused = this.now + SECOND < (before.pausedUntil ?? 0);
    const attempts = (troubles.length > 0 ? ATTEMPTS : 1) * (before.pending ? ATTEMPTS : 1);
    const isIdle = before.quiet && !reads && !this.isRising;
    // Where a list has its oldest first, the first poll reads all there is.
    const isEndless = before.at === undefined && this.isRising;
    const asked = isIdle
      ? costs.idle ?? 1
      : pages * costs.perPage + costs.beside(this.bench.props);
    const usual = isEndless ? MOST_REQUESTS : asked * attempts;
    const most = isPaused ? 0 : Math.min(usual, MOST_REQUESTS);
    this.demand(requests <= most, `made ${requests} requests, not ${most}`);
  }

  /** With SOAK_TRACE a history tells of its steps as they are taken. */
  private note(what: object): void {
    if (!process.env.SOAK_TRACE) return;
    process.stdout.write(`${new Date(this.now).toISOString()} ${JSON.stringify(what)}\n`);
  }

  /** Where a list has its oldest first, the newest is at its end. */
  private get isRising(): boolean {
    return this.scene.healthSwitches.reconcileOrder === "oldest first";
  }

  private demand(holds: unknown, what: string): asserts holds {
    if (!holds) {
      throw new Error(`${new Date(this.now).toISOString()}: the source ${what}.`);
    }
  }

  /** All faults end, all is synced, and polls go on: then everything has arrived. */
  private async finish(): Promise<void> {
    this.person.processSleep(0, 1);
    // What a killed poll has told of is known by its id alone.
    for (let i = 0; i < 3 && this.kind.syncChangesIds && this.gap.delivered > 0; i += 1) {
      await this.later(2 * HOUR);
    }
    this.person.sync({ from: -Infinity, to: this.now });
    this.observe();
    // By then nothing waits for its hour, in whatever time zone, or for the rate limit.
    for (let i = 0; i < 3; i += 1) await this.later(14 * HOUR);
    // What lies behind a full page comes with the next sweep.
    for (let i = 0; i < 26 && !this.hasReadAll; i += 1) await this.later(15 * MINUTE);

    const missing = this.model.missing(this.now);
    this.demand(missing.length === 0, `has not told of ${missing.join(", ")}`);
  }

  private get hasReadAll(): boolean {
    return (this.bench.stored?.kept?.at ?? 0) >= this.now;
  }

  private async later(ms: number): Promise<void> {
    this.person.moveClock(this.now + ms);
    // Another app may tell of what has ended since.
    this.observe();
    await this.poll(CALM);
  }
}
