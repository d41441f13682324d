import type { Kind, Log } from "./kind";
import { DAY, MINUTE, overlap, type Time, utcDay } from "./time";

/**
 * One thing that the person did, at its time, as often as it may arrive. A log that is split
 * tells of the deeds that its parts overlap.
 */
export interface Deed extends Time {
  /** Whether it has to arrive, or merely must not arrive twice. */
  due: boolean;
  arrived: number;
  /** A poll has passed it over: it must not arrive any more, or not before it changes. */
  barred: boolean;
  /** What it was when the settings let it go; undefined when they did not. */
  passed?: string;
  /** It was there when the source was deployed. */
  known: boolean;
  /** How often it had arrived, 0 or 1, when it stopped being due or got a twin. */
  kept: number;
  /** Deeds that nothing but an id tells apart, itself too: they are counted together. */
  twins: Set<Deed>;
  /** How it looked to the last poll that ended well; undefined before one. */
  polled?: Log;
  /** How it has ever looked to one. */
  looks: Log[];
}

/** How much of the shorter of two logs both cover, as the API shows them. */
const shared = (a: Log, b: Log): number => overlap(a.wall ?? a, b.wall ?? b);

function keep(deed: Deed): void {
  deed.kept = Math.min(1, deed.arrived);
}

/**
 * What has to arrive and what has arrived since the source was deployed. It knows the person,
 * who did what, and the events; never what the API answered.
 *
 * Each deed that becomes visible after the first poll, and early enough for the source, has to
 * arrive once. Nothing may arrive twice, or after a poll has passed it over; a new deployment
 * may repeat 25. What need not arrive:
 *
 * - what was deleted at a time when a poll could see it, or unwanted by the settings then and
 *   until it changes;
 * - a sleep that Fitbit joined with one that was told of: there is no log of it any more;
 * - an activity of the very minute and kind of one that was deleted, and a sleep at a time
 *   for which a log of another id was shown, though it may have been corrected since: that is
 *   what renumbering and new processing look like. Two that share minute and kind are
 *   counted, not told apart;
 * - on Google Health, of workouts of one type and time from two sources, all but one.
 *
 * On Google Health another app may tell of a night or a workout before the watch does: it is
 * the same deed under another id, and a night from another app is no main sleep.
 *
 * What histories leave out, because nobody could tell what happened (see life.ts):
 *
 * - after a poll that was killed between its events and its state, until one ends well: other
 *   ids, since the platform's memory of ids is all that is left; and, when it was more than
 *   50 events, more records, since that memory holds 100; on Google Health no syncs, which
 *   bring other ids;
 * - between two polls that end well, of one activity both another id and another start or
 *   kind; of one sleep another id and less than half of the shorter time left;
 * - changes to what left the look-back, or lies behind the first page.
 *
 * Events are never lost after the state is written: it is the last that a poll does.
 */
export class Model {
  /** Of which deeds a log tells. */
  private readonly told = new Map<string, Deed[]>();
  /** How logs looked that are no more, or look otherwise now. */
  private readonly past: { log: Log; deeds: Deed[] }[] = [];
  private readonly latest = new Map<string, Log>();
  /** What may be another report of one that is known, and what may be one with that. */
  private readonly copies = new WeakSet<Deed>();
  /** Whether the source has told its history and knows what it starts from. */
  private armed = false;

  constructor(private readonly kind: Kind) {}

  deedsOf({ key }: Log): Deed[] {
    return this.told.get(key) ?? [];
  }

  /** Takes note of what the API may show now. */
  observe(logs: Log[], now: number): void {
    const shown = new Set(logs.map(({ key }) => key));
    const isRenumbered = logs.some(({ key, id }) => (this.latest.get(key)?.id ?? id) !== id);
    for (const [key, log] of this.latest) {
      if (!shown.has(key)) this.retire(log);
    }
    for (const log of logs) {
      const before = this.latest.get(log.key);
      const isOther = before && (before.alike !== log.alike || before.id !== log.id);
      if (isOther) this.remember(before);
      if (!this.told.has(log.key)) this.told.set(log.key, [this.newDeed(log, now)]);
      if (before && before.day !== log.day && log.day < this.oldest(now)) this.excuse(log);
      this.latest.set(log.key, log);
    }
    this.joinTwins(logs);
    this.joinReports(logs);
    if (isRenumbered) this.excuseCovered();
  }

  /**
   * When logs get other ids or go, the source goes by the times that it saw: a new sleep
   * within one of those looks like a part of it.
   */
  private excuseCovered(): void {
    if (this.kind.tells !== "sleeps") return;
    const polled = this.everPolled();
    for (const log of this.latest.values()) {
      const isCovered = polled.some((known) => shared(known, log) > 0.4);
      if (isCovered && this.isNew(log)) this.excuse(log);
    }
  }

  /** How logs have ever looked to a poll: of a night that was told, each of them is told. */
  private everPolled(): Log[] {
    return [...new Set([...this.told.values()].flat())].flatMap(({ looks }) => looks);
  }

  private oldest(now: number): string {
    return utcDay(now - this.kind.lookBackDays * DAY);
  }

  private newDeed(log: Log, now: number): Deed {
    const { start, end } = log;
    const due = this.armed && log.day >= this.oldest(now) && !this.isKnownFrom(log);
    return this.deed({ due, start, end });
  }

  private deed(fields: Pick<Deed, "due"> & Time): Deed {
    const deed: Deed = {
      ...fields, arrived: 0, kept: 0, barred: false, known: false, twins: new Set(), looks: [],
    };
    deed.twins.add(deed);
    return deed;
  }

  /**
   * Whether it cannot be told from a log that is gone: an activity of that minute and kind
   * that was deleted, a sleep at a time for which another one was shown.
   */
  private isKnownFrom(log: Log): boolean {
    if (this.kind.tells === "sleeps") {
      const gone = this.past.map(({ log: look }) => look);
      return [...gone, ...this.latest.values(), ...this.everPolled()]
        .some((other) => other.key !== log.key && shared(other, log) > 0.4);
    }
    return this.past.some(({ log: { alike }, deeds }) =>
      alike === log.alike && deeds.every((deed) => !this.isShown(deed)));
  }

  private isShown(deed: Deed): boolean {
    return [...this.latest.keys()].some((key) => this.told.get(key)?.includes(deed));
  }

  /** How a log looked, and how a poll saw it before. */
  private remember(log: Log): void {
    const deeds = this.deedsOf(log);
    for (const look of [log, ...deeds.flatMap(({ polled }) => polled ?? [])]) {
      this.past.push({ log: look, deeds });
    }
  }

  /** A log that is gone need not arrive any more, nor one that it could have become. */
  private retire(log: Log): void {
    this.remember(log);
    this.latest.delete(log.key);
    this.excuse(log);
    const looks = [log, ...this.deedsOf(log).flatMap(({ polled }) => polled ?? [])];
    for (const other of this.latest.values()) {
      const isAlike = looks.some(({ alike }) => alike === other.alike);
      if (isAlike && this.isNew(other)) this.excuse(other);
    }
    this.excuseCovered();
  }

  /** No poll knows of it. */
  private isNew(log: Log): boolean {
    return this.deedsOf(log).every((deed) => !deed.polled && deed.arrived === 0);
  }

  private excuse(log: Log): void {
    this.deedsOf(log).forEach((deed) => {
      deed.passed = undefined;
      if (deed.due) keep(deed);
      deed.due = false;
    });
  }

  private joinTwins(logs: Log[]): void {
    const first = new Map<string, Deed>();
    for (const log of logs) {
      const [deed] = this.deedsOf(log);
      const other = first.get(log.alike);
      if (deed && !other) first.set(log.alike, deed);
      if (deed && other) this.join(deed, other);
    }
  }

  /** Of those that may be one, one is to arrive; where one was known, none. */
  private joinReports(logs: Log[]): void {
    const { mayBeOne } = this.kind;
    if (!mayBeOne) return;
    const past = this.past.map(({ log }) => log);
    for (const log of logs.filter((one) => this.isNew(one))) {
      const [deed] = this.deedsOf(log);
      if (!deed?.due) continue;
      const others = logs.filter((other) => other.key !== log.key && mayBeOne(log, other));
      for (const other of others) {
        const [one] = this.deedsOf(other);
        if (one) this.join(deed, one);
      }
      const isHeard = (one: Deed) => one.due || this.copies.has(one);
      const isKnown = others.some((other) =>
        !this.isNew(other) || this.deedsOf(other).some(isHeard));
      if (isKnown || past.some((other) => other.key !== log.key && mayBeOne(log, other))) {
        this.excuse(log);
        this.copies.add(deed);
      }
    }
  }

  private join(a: Deed, b: Deed): void {
    if (a.twins === b.twins) return;
    [...a.twins, ...b.twins].forEach(keep);
    for (const twin of a.twins) {
      b.twins.add(twin);
      twin.twins = b.twins;
    }
  }

  /**
   * Logs were worked out again: `made` stand for `gone`. A deed that has arrived goes on being
   * told by all parts that cover it; one that nobody has heard of is, in two parts, two.
   */
  rework(gone: Log[], made: Log[]): void {
    const deeds = gone.flatMap((log) => this.deedsOf(log));
    const heard = deeds.some((deed) => deed.polled ?? deed.arrived > 0);
    gone.forEach((log) => {
      this.remember(log);
      this.latest.delete(log.key);
    });
    const claimed = new Set<Deed>();
    for (const log of made) {
      const covered = deeds.filter((deed) => overlap(deed, log) > 0);
      const own = covered.length > 0 ? covered : deeds.slice(0, 1);
      const fresh = own.map((deed) => (
        claimed.has(deed) && deed.arrived === 0 ? this.part(deed, log, heard) : deed
      ));
      fresh.forEach((deed) => claimed.add(deed));
      this.told.set(log.key, [...new Set(fresh)]);
      this.latest.set(log.key, log);
    }
    this.excuseCovered();
    // Joined with one that was heard of, a sleep is told already, or never by itself.
    if (gone.length > 1 && heard) made.forEach((log) => this.excuse(log));
  }

  private part(deed: Deed, { start, end }: Log, heard: boolean): Deed {
    return this.deed({ due: deed.due && !heard, start, end });
  }

  /** An event has been delivered. Gives what is wrong with it. */
  arrive(log: Log): string | undefined {
    for (const deed of this.deedsOf(log)) {
      deed.arrived += 1;
      const arrived = [...deed.twins].reduce((sum, twin) => sum + twin.arrived, 0);
      const most = deed.barred && deed.twins.size === 1 ? 0 : deed.twins.size;
      if (arrived > most) return `told of ${log.alike} (${log.id}) ${arrived} times, not ${most}`;
    }
    return undefined;
  }

  /** A poll has seen these logs, and ended well. */
  polled(logs: Log[], now: number): void {
    for (const log of logs) {
      if (log.settled > now) continue;
      this.deedsOf(log).forEach((deed) => {
        const isNew = deed.polled?.start !== log.start || deed.polled.end !== log.end;
        if (isNew) deed.looks.push(log);
        deed.polled = log;
      });
    }
  }

  /**
   * A poll is about to look: what the settings do not want need not arrive, as long as it
   * stays what it is; when it has changed so that it is wanted, it has to after all. A blind
   * poll may not have seen it.
   */
  filter(logs: Log[], isBlind: boolean): void {
    for (const log of logs) {
      for (const deed of this.deedsOf(log).filter(({ known }) => !known)) {
        const { polled } = deed;
        // One that need not arrive may, where it was let go and looks otherwise.
        const isLetGo = polled && !polled.wanted;
        if (isLetGo && polled.content !== log.content) deed.barred = false;
        if (deed.passed !== undefined && deed.passed !== log.content) {
          this.judgeAnew(deed, deed.passed, log, isBlind);
        }
      }
      if (log.wanted) continue;
      if (isBlind) this.excuse(log);
      else this.letGo(log);
    }
  }

  /** What was let go looks otherwise: it counts where that is wanted, not what was there. */
  private judgeAnew(deed: Deed, passed: string, log: Log, isBlind: boolean): void {
    const { content, wanted, wantedFor = [content] } = log;
    const isNew = wantedFor.some((part) => !passed.split(",").includes(part));
    if (wanted && !isNew && !isBlind) {
      deed.passed = content;
      return;
    }
    deed.barred = false;
    if (!wanted || !isNew) return;
    if (deed.arrived === 0) deed.due = true;
    deed.passed = undefined;
  }

  private letGo(log: Log): void {
    for (const deed of this.deedsOf(log)) {
      const isLetGo = deed.due || deed.passed !== undefined;
      if (isLetGo && deed.arrived === 0) deed.passed = log.content;
      deed.due = false;
      if (isLetGo) keep(deed);
    }
  }

  /** A poll that read all has passed these over: no change of settings brings them back. */
  bar(logs: Log[], now: number): Deed[] {
    const past = logs.filter((log) => this.isSettled(log, now));
    const deeds = past.flatMap((log) => this.deedsOf(log));
    for (const deed of deeds) deed.barred ||= deed.arrived === 0;
    return deeds;
  }

  private isSettled({ settled, lag = 0 }: Log, now: number): boolean {
    return settled + lag + this.kind.vague <= now;
  }

  /** The source starts anew: nothing has arrived, and nothing is due. */
  reset(logs: Log[], now: number): void {
    this.armed = false;
    this.told.clear();
    this.latest.clear();
    this.past.length = 0;
    this.observe(logs, now);
  }

  /** The source has told its history: from now on all is due, and what had not settled. */
  arm(logs: Log[], now: number): void {
    if (this.armed) return;
    this.armed = true;
    const unsettled = logs.filter(({ settled, lead = 0, wanted }) =>
      wanted && settled - lead > now + 10 * MINUTE);
    unsettled.flatMap((log) => this.deedsOf(log)).forEach((deed) => {
      deed.due = true;
    });
    this.bar(logs, now).forEach((deed) => {
      deed.known = true;
    });
  }

  /** What had to arrive by now and has not. */
  missing(now: number): string[] {
    const settled = [...this.latest.values()].filter((log) => this.isSettled(log, now));
    return settled.filter((log) => this.deedsOf(log).some(({ twins }) => {
      const all = [...twins];
      const owed = all.reduce((sum, { due, kept }) => sum + (due ? 1 : kept), 0);
      return all.reduce((sum, { arrived }) => sum + arrived, 0) < owed;
    })).map(({ alike, id, day }) => `${alike} of ${day} (${id})`);
  }
}
