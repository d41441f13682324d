import type { Identity } from "./engine";

/**
 * Known by its id. Fitbit gave old logs new ids in 2025, so a record is also known by its mark
 * (start and kind), unless the one that was seen with that mark is still there beside it. The
 * old id is given up: it stands for one record, and not for the next of the same mark.
 */
export const byId: Identity = ({ mark }, seen, present) => {
  const old = Object.keys(seen).find((id) => seen[id] === mark && !present.has(id));
  if (old !== undefined) Reflect.deleteProperty(seen, old);
  return old !== undefined;
};

/**
 * Known by its interval: Fitbit works sleep out again after later syncs, splits and stitches
 * it, and gives it new ids. A record is new when it overlaps none that was seen by half of the
 * shorter.
 */
export const byInterval: Identity = ({ mark }, seen) => {
  const interval = readInterval(mark);
  return Object.values(seen).some((known) => overlap(interval, readInterval(known)) >= 0.5);
};

interface Interval {
  start: number;
  end: number;
}

/** The mark of a record that is known by its interval; it belongs to the day that it ends. */
export function intervalMark(
  { date, start, end }: Record<"date" | "start" | "end", string>,
): string {
  return `${date} ${start.slice(0, 16)}/${end.slice(0, 16)}`;
}

function readInterval(mark: string): Interval {
  const [start = "", end = ""] = mark.slice(mark.indexOf(" ") + 1).split("/");
  return { start: Date.parse(`${start}Z`), end: Date.parse(`${end}Z`) };
}

/** The part of the shorter one that both cover. */
function overlap(a: Interval, b: Interval): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / Math.max(1, Math.min(a.end - a.start, b.end - b.start));
}
