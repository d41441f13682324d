import { MINUTE, overlaps, type Span } from "./days";

/**
 * What the APIs may know. The watch records on; a time becomes visible once a sync has covered
 * it. A record shows as a whole when its end is covered, so a night whose end came in a
 * partial sync is there, while the minutes before that sync's span are still missing.
 */
export class Watch {
  private synced: Span[];
  /** Minutes that a late record brought and that wait for the sync which brings the record. */
  private held: Span[] = [];

  constructor(syncedUpTo: number) {
    this.synced = [{ from: -Infinity, to: syncedUpTo }];
  }

  /** The end of what has been synced. */
  get last(): number {
    return Math.max(...this.synced.map(({ to }) => to));
  }

  /** Makes visible what was recorded in `span`. */
  sync(span: Span): void {
    if (span.from >= span.to) return;
    const touching = (s: Span): boolean => s.from <= span.to && span.from <= s.to;
    const joined = this.synced.filter(touching).reduce((a, b) => ({
      from: Math.min(a.from, b.from), to: Math.max(a.to, b.to),
    }), span);
    this.synced = [...this.synced.filter((s) => !touching(s)), joined];
    this.held = this.held.flatMap((h) => [
      { from: h.from, to: Math.min(h.to, span.from) },
      { from: Math.max(h.from, span.to), to: h.to },
    ].filter(({ from, to }) => from < to));
  }

  hold(span: Span): void {
    this.held.push(span);
  }

  /** Whether what ended at this instant has been synced. */
  covers(end: number): boolean {
    return this.synced.some(({ from, to }) => from < end && end <= to);
  }

  /** Whether the minute that begins at `start` is visible. */
  showsMinute(start: number): boolean {
    const minute = { from: start, to: start + MINUTE };
    return this.synced.some(({ from, to }) => from <= minute.from && minute.to <= to)
      && !this.held.some((span) => overlaps(span, minute));
  }

  /** Whether every minute of `span` is visible. */
  showsAll(span: Span): boolean {
    return this.synced.some(({ from, to }) => from <= span.from && span.to <= to)
      && !this.held.some((held) => overlaps(held, span));
  }
}
