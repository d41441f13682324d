import { MINUTE } from "../../person/days";
import type { Entry } from "../../person/truth";
import { type Point, starts, type Stream } from "../points/point";
import type { Fields } from "../read";
import type { Life } from "../state";
import { momentOf, observationInterval } from "../time";

/** What a log tells; `own` is what this client wrote of it. The amount is that of truth. */
export type Content = (amount: number, own: Fields | undefined) => object;

function pointOf({ person, state }: Life, entry: Entry, content: Content): Point {
  const { key, value: amount } = entry;
  const written = state.written.get(key);
  const start = written?.start ?? momentOf(person.timeline, entry.start);
  // Eating takes no time in truth, but an interval must not be empty.
  const end = written?.end ?? momentOf(person.timeline, entry.start + MINUTE);
  return {
    start,
    end,
    source: written ? "self" : "app",
    key,
    amount,
    value: () => (
      { interval: observationInterval(start, end), ...content(amount, written?.value) }
    ),
  };
}

/** The points of logs, each a part of the truth with what this client told of it. */
export function logs(
  type: Entry["type"], content: Content, sums: (logs: Fields[]) => object,
): Stream {
  return {
    points: (life, span) => life.person.entries()
      .filter((entry) => entry.type === type)
      .filter(starts(span))
      .map((entry) => pointOf(life, entry, content)),
    rollUp: (points) => sums(points.map(({ value }) => value() as Fields)),
  };
}
