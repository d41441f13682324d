import { overlaps, type Span } from "./days";
import type { Plan } from "./plan";
import type { Entry, Exercise, Sleep, Weighing } from "./truth";
import { spanOf } from "./truth";

export type AnyRecord = Exercise | Sleep | Weighing | Entry;

/** A record, and whether the APIs may know of it. */
export interface Known<T> { record: T; visible: boolean }

export interface Everything {
  exercises: Known<Exercise>[];
  sleeps: Known<Sleep>[];
  weighings: Known<Weighing>[];
  entries: Known<Entry>[];
}

/** What came to be beside the plan, and what of either is no more. */
export class Records {
  readonly added: Everything = { exercises: [], sleeps: [], weighings: [], entries: [] };
  private readonly gone = new Set<string>();
  private made = 0;

  /** A new record's identity and time. */
  truth(span: Span, changed: number) {
    this.made += 1;
    return { key: `made:${this.made}`, start: span.from, end: span.to, changed };
  }

  remove({ key }: AnyRecord): void {
    this.gone.add(key);
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
    const join = <T extends AnyRecord>(planned: T[], added: Known<T>[]): Known<T>[] => [
      ...planned
        .filter(({ end }) => end <= now)
        .map((record) => ({ record, visible: covers(record.end) })),
      ...added,
    ].filter(({ record }) => !this.gone.has(record.key))
      .sort((a, b) => a.record.start - b.record.start);
    return {
      exercises: join(plans.flatMap((p) => p.exercises), this.added.exercises),
      sleeps: join(plans.flatMap((p) => p.sleeps), this.added.sleeps),
      weighings: join(plans.flatMap((p) => p.weighing ?? []), this.added.weighings),
      entries: join([], this.added.entries),
    };
  }

  /** Those of the planned and the added records that fall into `span`, seen or not. */
  within<T extends AnyRecord>(span: Span, planned: T[], added: Known<T>[]): T[] {
    return [...planned, ...added.map(({ record }) => record)]
      .filter((r) => !this.gone.has(r.key) && overlaps(spanOf(r), span));
  }
}
