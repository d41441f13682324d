import { MINUTE } from "../../person/days";
import type { Entry } from "../../person/truth";
import { type Point, starts, type Stream } from "../points/point";
import type { Fields } from "../read";
import type { Source } from "../sources";
import type { Life } from "../state";
import { momentOf, observationInterval } from "../time";

/** What a log tells; `own` is what this client wrote of it, as long as that is true. */
export type Content = (life: Life, entry: Entry, own: Fields | undefined) => object;

const sourceOf = ({ by }: Entry): Source => (by === "client" ? "fitbitClient" : "app");

function pointOf(life: Life, entry: Entry, content: Content): Point {
  const { person, state } = life;
  const { key, value: amount, edited } = entry;
  const written = state.written.get(key);
  const start = written?.start ?? momentOf(person.timeline, entry.start);
  // Eating takes no time in truth, but an interval must not be empty.
  const end = written?.end ?? momentOf(person.timeline, entry.start + MINUTE);
  const own = edited ? undefined : written?.value;
  return {
    start,
    end,
    source: written ? "self" : sourceOf(entry),
    key,
    amount,
    value: () => ({ interval: observationInterval(start, end), ...content(life, entry, own) }),
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
