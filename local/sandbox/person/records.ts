import { overlaps, type Span } from "./days";
import type { Plan } from "./plan";
import type { Change } from "./changes";
import type { AnyRecord, Entry, Exercise, Sleep, Weighing } from "./truth";
import { spanOf, truthsOf } from "./truth";

/** A record, and whether the APIs may know of it. */
export interface Known<T> { record: T; visible: boolean }

export interface Everything {
  exercises: Known<Exercise>[];
  sleeps: Known<Sleep>[];
  weighings: Known<Weighing>[];
  entries: Known<Entry>[];
}

/** What came to be beside the plan, what of either is no more, and what was edited. */
export class Records {
  readonly added: Everything = { exercises: [], sleeps: [], weighings: [], entries: [] };
  private readonly gone = new Set<string>();
  /** What the person did something else instead of: its minutes are gone as well. */
  private readonly undone = new Set<string>();
  private readonly edited = new Map<string, AnyRecord>();
  private made = 0;

  /** A new record's identity and time. */
  truth(span: Span, changed: number) {
    this.made += 1;
    return { key: `made:${this.made}`, start: span.from, end: span.to, changed };
  }

  /** It never happened. */
  undo({ key }: AnyRecord): void {
    this.gone.add(key);
    this.undone.add(key);
  }

  change(
    { gone, reworked, exercises, sleeps, weighings, entries }: Change, changed: number,
  ): void {
    gone.forEach(({ key }) => this.gone.add(key));
    [...exercises, ...sleeps, ...weighings, ...entries].forEach((record) => {
      this.edited.set(record.key, { ...record, changed });
    });
    // What a record gives up of itself is told by what is reworked.
    const of = [...gone, ...sleeps].flatMap(truthsOf);
    reworked.forEach((sleep) => {
      const record = { ...sleep, ...this.truth(spanOf(sleep), changed), of };
      this.added.sleeps.push({ record, visible: true });
    });
  }

  /** What was recorded by hand, ended within `span` and waited for a sync is visible now. */
  sync(span: Span): void {
    for (const added of Object.values(this.added).flat() as Known<AnyRecord>[]) {
      const { end } = added.record;
      if (span.from <= end && end <= span.to) added.visible = true;
    }
  }

  /** All records of these plans that ended by `now`, and the added ones, oldest first. */
  everything(plans: Plan[], now: number, covers: (end: number) => boolean): Everything {
    const join = <T extends AnyRecord>(
      planned: T[], added: Known<T>[], isSeen = covers,
    ): Known<T>[] => [
      ...planned
        .filter(({ end }) => end <= now)
        .map((record) => ({ record, visible: isSeen(record.end) })),
      ...added,
    ].filter(({ record }) => !this.gone.has(record.key))
      .map(({ record, visible }) => ({ record: this.latest(record), visible }))
      .sort((a, b) => a.record.start - b.record.start);
    return {
      exercises: join(plans.flatMap((p) => p.exercises), this.added.exercises),
      sleeps: join(plans.flatMap((p) => p.sleeps), this.added.sleeps),
      weighings: join(plans.flatMap((p) => p.weighing ?? []), this.added.weighings),
      // What is typed into the phone waits for no watch.
      entries: join(plans.flatMap((p) => p.entries), this.added.entries, () => true),
    };
  }

  /**
   * What happened in `span`, planned or added, seen or not: the watch measured it, whatever
   * became of its records.
   */
  within<T extends AnyRecord>(span: Span, planned: T[], added: Known<T>[]): T[] {
    return [...planned, ...added.map(({ record }) => record)]
      .filter((r) => !r.of && !this.undone.has(r.key) && overlaps(spanOf(r), span));
  }

  private latest<T extends AnyRecord>(record: T): T {
    // What is kept under a key is of the kind that was put there.
    return (this.edited.get(record.key) as T | undefined) ?? record;
  }
}
