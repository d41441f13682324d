/** What lasts from one instant to another, in ms. */
export interface Lasting {
  start: number;
  end: number;
}

/** The part of the shorter one that both cover, 0 to 1: whether two sleeps are one. */
export function partOfShorter(a: Lasting, b: Lasting): number {
  return shared(a, b) / Math.max(1, Math.min(lengthOf(a), lengthOf(b)));
}

/** The part of the longer one that both cover, 0 to 1: whether two workouts are one. */
export function partOfLonger(a: Lasting, b: Lasting): number {
  return shared(a, b) / Math.max(1, lengthOf(a), lengthOf(b));
}

function shared(a: Lasting, b: Lasting): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function lengthOf({ start, end }: Lasting): number {
  return end - start;
}
