import { devicesOf, type Device, type Person } from "../../../local/sandbox";
import type { Bench, Outcome } from "../bench";
import type { Polling } from "../steps";
import { DAY, HOUR, MINUTE, SECOND } from "../time";
import type { DeviceKind, Expecting } from "./kind";
import { OWNED, type DeviceHistory, type DeviceStep } from "./steps";

const BEGIN = Date.UTC(2026, 2, 20, 9);
const ATTEMPTS = 3;
const MOST_STORED = 4_000;
const CALM: Polling = { troubles: [], kill: undefined };

/** One history of devices, played step by step and checked. Throws what is wrong. */
export class DevicePlay {
  private expecting: Expecting;
  /** What has arrived since the source was deployed. */
  private told = new Set<string>();

  constructor(private readonly bench: Bench, private readonly kind: DeviceKind) {
    this.expecting = kind.expecting();
  }

  private get person(): Person {
    return this.bench.scene.person;
  }

  /** The devices as the API shows them. */
  private get devices(): Device[] {
    const { person, kind: { isLocal, hidesZero } } = this;
    return devicesOf(person).map(({ level, lastSync = NaN, ...device }) => ({
      ...device,
      level: hidesZero && level === 0 ? undefined : level,
      lastSync: isLocal ? Date.parse(`${person.timeline.local(lastSync)}Z`) : lastSync,
    }));
  }

  async run({ seed, deployed, does, steps }: DeviceHistory): Promise<void> {
    await this.bench.reset(seed, BEGIN, does);
    await this.bench.reopen(undefined, {});
    if (deployed) await this.redeploy(CALM);
    for (const step of steps) await this.take(step);
    await this.finish();
  }

  private async take(step: DeviceStep): Promise<void> {
    this.note(step);
    if (this.live(step)) return;
    if (step.do === "poll") await this.poll(step);
    else if (step.do === "redeploy") await this.redeploy(step);
    else if (step.do === "restart") await this.bench.restart();
    else if (step.do === "props") {
      const { choices } = this.kind;
      await this.bench.reopen(this.bench.state, choices[step.choice % choices.length]);
    }
  }

  /** What the person does; false for what becomes of the source. A charge takes an hour. */
  private live(step: DeviceStep): boolean {
    const { person } = this;
    if (step.do === "charge") person.moveClock(person.now + HOUR);
    const { devices, now } = person;
    const id = "of" in step ? OWNED[step.of] ?? "" : "";
    if (step.do === "wait") person.moveClock(now + step.minutes * MINUTE);
    else if (step.do === "sync") person.sync({ from: -Infinity, to: now });
    else if (step.do === "charge") devices.charge(id, { at: now, ...step });
    else if (step.do === "rest") devices.rest(id, now - step.daysAgo * DAY);
    else if (step.do === "pair") {
      if (!devices.has(id)) devices.pair(id, { at: now, level: step.level });
    } else if (step.do === "unpair") devices.unpair(id);
    else if (step.do === "reorder") devices.reorder();
    else if (step.do === "travel") {
      // A sync of that very moment would show on either clock.
      person.moveClock(now + MINUTE);
      person.moveTo(step.zone);
    } else return false;
    return true;
  }

  private async redeploy(how: Polling): Promise<void> {
    this.expecting = this.kind.expecting();
    this.told = new Set();
    this.check(await this.bench.deploy(how), how, true);
  }

  private async poll(how: Polling): Promise<void> {
    // No two polls are at one instant.
    this.person.moveClock(this.person.now + MINUTE);
    const { kept, pausedUntil = 0 } = this.bench.stored ?? {};
    // The clock of a poll goes on while it runs, and the person's stands.
    const isPaused = this.person.now + SECOND < pausedUntil;
    const outcome = await this.bench.poll(how);
    this.demand(!isPaused || outcome.requests === 0, "asked while it was paused");
    this.check(outcome, how, kept === undefined);
  }

  private check(outcome: Outcome, how: Polling, isFirst: boolean): void {
    const { run, delivered, killed, requests } = outcome;
    const { devices, bench: { props } } = this;
    const due = this.expecting.due(devices, props, this.person.now);
    const told = delivered.map(({ id }) => id);
    this.note({ requests, ok: run.ok, killed, told, due: [...due] });
    this.demand(run.notes.length === 0, run.notes.join());
    this.demand(this.bench.size < MOST_STORED, `stores ${this.bench.size} bytes`);
    const isIdle = run.ok && run.emitted.length + run.dropped === 0;
    const most = how.troubles.length > 0
      ? this.kind.firing * ATTEMPTS
      : isIdle ? 1 : this.kind.firing;
    this.demand(requests <= most, `made ${requests} requests, not ${most}`);
    const isExplained = run.ok || killed || how.troubles.length > 0;
    this.demand(isExplained, run.ok ? "" : `failed: ${run.error.message}`);
    this.demand(!isFirst || run.emitted.length <= 1, "told of more than one on deploy");
    for (const { id, event } of delivered) this.arrive(String(id), event, due);
    const isWell = run.ok && requests > 0 && this.bench.stored?.kept !== undefined;
    if (!isWell || killed) return;
    const missing = [...due.values()].filter((key) => !this.told.has(key));
    const isAll = missing.length === 0 || (isFirst && missing.length < due.size);
    this.demand(isAll, `has not told of ${missing.join(", ")}`);
    this.expecting.seen(devices, props, this.person.now);
  }

  private arrive(id: string, event: unknown, due: Map<string, string>): void {
    const { id: device } = event as { id?: unknown };
    const key = due.get(String(device));
    this.demand(id.length <= 64 && id.startsWith(`${String(device)}-`), `calls an event ${id}`);
    this.demand(key, `told of ${id}, which is nothing new`);
    this.demand(!this.told.has(key), `told twice of ${key}`);
    this.told.add(key);
  }

  /** All faults end and polls go on: what is new by then arrives, once. */
  private async finish(): Promise<void> {
    for (let i = 0; i < 3; i += 1) {
      this.person.moveClock(this.person.now + 2 * HOUR);
      if (i === 1) this.person.sync({ from: -Infinity, to: this.person.now });
      await this.poll(CALM);
    }
    this.demand(this.bench.stored?.kept !== undefined, "has not begun");
  }

  /** With SOAK_TRACE a history tells of its steps as they are taken. */
  private note(what: object): void {
    if (!process.env.SOAK_TRACE) return;
    process.stdout.write(`${new Date(this.person.now).toISOString()} ${JSON.stringify(what)}\n`);
  }

  private demand(holds: unknown, what: string): asserts holds {
    if (!holds) {
      throw new Error(`${new Date(this.person.now).toISOString()}: the source ${what}.`);
    }
  }
}
