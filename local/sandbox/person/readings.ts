import type { Span } from "./days";
import type { Known } from "./records";

interface Reading { key: string; start: number }

/** Readings that came to be beside the plan, and what of either is no more, or another now. */
export class Readings<T extends Reading> {
  private readonly added: Known<T>[] = [];
  private readonly gone = new Set<string>();
  private readonly edited = new Map<string, T>();

  /** A new one, which `make` is told the key and the number of; `visible`: the APIs know. */
  add(make: (key: string, count: number) => T, visible: boolean): void {
    const count = this.added.length + 1;
    this.added.push({ record: make(`taken:${count}`, count), visible });
  }

  remove({ key }: T): void {
    this.gone.add(key);
  }

  change(record: T): void {
    this.edited.set(record.key, record);
  }

  /** What was taken within `span` and waited for a sync is visible now. */
  sync({ from, to }: Span): void {
    for (const known of this.added) {
      if (from <= known.record.start && known.record.start <= to) known.visible = true;
    }
  }

  /** Those of the plan and the added ones that the APIs may see, the oldest first. */
  seen(planned: T[]): T[] {
    const added = this.added.filter(({ visible }) => visible).map(({ record }) => record);
    return [...planned, ...added]
      .filter(({ key }) => !this.gone.has(key))
      .map((record) => this.edited.get(record.key) ?? record)
      .sort((a, b) => a.start - b.start);
  }
}
