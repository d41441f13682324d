import type { CrossingKind, Expecting, Line } from "./kind";

/**
 * What has been told since the source was deployed, and what has to be. It knows the person's
 * days and the events; never what the API answered.
 *
 * A line that is crossed when a poll looks has to be told by then, unless it was crossed when
 * the source was deployed: of those the newest alone is told. A line is told once, though it
 * is crossed no longer or again, and none that is not crossed. What need not be told:
 *
 * - what was crossed at no time at which a poll that ended well could see it;
 * - what is no later than the look-back before the last poll that told all;
 * - what may or may not have been crossed on deploy, where nothing tells the user's clock.
 */
export class CrossingModel {
  expecting: Expecting;
  private readonly told = new Set<string>();
  /** There when the source was deployed. */
  private readonly known = new Set<string>();
  /** Perhaps there when it was. */
  private readonly excused = new Set<string>();

  constructor(private readonly kind: CrossingKind) {
    this.expecting = kind.expecting();
  }

  /** The source starts anew: nothing has been told. */
  reset(): void {
    this.expecting = this.kind.expecting();
    [this.told, this.known, this.excused].forEach((ids) => ids.clear());
  }

  /** The source knows from now on what it starts from. */
  start(lines: Line[]): void {
    for (const { id, isSure } of lines) (isSure ? this.known : this.excused).add(id);
  }

  /** Events have been delivered. Gives what is wrong with one. */
  arrive(ids: string[], lines: Line[]): string | undefined {
    const crossed = new Set(lines.map(({ id }) => id));
    for (const id of ids) {
      if (!crossed.has(id)) return `invented ${id}`;
      if (this.told.has(id)) return `told of ${id} twice`;
      if (this.known.has(id)) return `told of ${id}, which was there on deploy`;
      this.told.add(id);
    }
    return undefined;
  }

  /** What had to be told by now and has not been, of days from `since` on. */
  missing(lines: Line[], since: string): string[] {
    return lines
      .filter(({ id, day, isSure }) => isSure && day >= since
        && ![this.told, this.known, this.excused].some((ids) => ids.has(id)))
      .map(({ id }) => id);
  }
}
