import { dataType, METHODS, SCOPES } from "../data-type";
import { int64 } from "../points/point";
import { type Sample, samples } from "../points/samples";
import type { HealthState, Life } from "../state";
import { type Moments, sample, within } from "../writer";

interface Height { key: string; at: number; metres: number }

const HEIGHTS = new WeakMap<HealthState, Height[]>();

/** The heights that were set, oldest first; a change by the other door is noticed here. */
function heightsOf({ person, state }: Life): Height[] {
  const { heightMetres, memberSince } = person.profile;
  const known = HEIGHTS.get(state) ?? [];
  const last = known.at(-1);
  if (last?.metres !== heightMetres) {
    const at = last ? person.now : person.timeline.startOf(memberSince);
    known.push({ key: `height:${known.length}:${at}`, at, metres: heightMetres });
  }
  HEIGHTS.set(state, known);
  return known;
}

/** The profile shows the last one. */
function keep({ state, person: { profile } }: Life, heights: Height[]): void {
  HEIGHTS.set(state, heights);
  profile.heightMetres = heights.at(-1)?.metres ?? profile.heightMetres;
}

const heights = (life: Life): Sample[] => heightsOf(life).map(({ key, at, metres }) => (
  { key, start: at, source: "app", amount: metres * 1000 }
));

function add(life: Life, [{ at }]: Moments, metres: number): string {
  const known = heightsOf(life);
  const key = `height:${known.length}:${at}:${life.person.now}`;
  keep(life, [...known, { key, at, metres }].sort((a, b) => a.at - b.at));
  return key;
}

export const height = dataType("height", "sample", SCOPES.metrics, METHODS.records, {
  stream: samples(heights, (amount) => int64("heightMillimeters", amount)),
  writer: {
    message: "Height",
    read: sample,
    add: (life, moments, { heightMillimeters }) => {
      const millimetres = within(
        heightMillimeters, "data_point.height.height_millimeters", 3000,
      );
      return add(life, moments, millimetres / 1000);
    },
    remove: (life, key) => {
      keep(life, heightsOf(life).filter((known) => known.key !== key));
    },
  },
});
