import type { Source } from "../sources";
import type { HeightNote, Life } from "../state";
import { momentOf, sampleTime } from "../time";
import { int64, type Point, starts, type Stream } from "./point";
import { average } from "./rollups";

interface Sample { key: string; start: number; source: Source; amount: number }

type Value = (amount: number) => object;

/** Points of single measurements. What this client wrote is shown as it was written. */
function samples(
  of: (life: Life) => Sample[], value: Value, rollUp?: Stream["rollUp"],
): Stream {
  const pointOf = (life: Life, { key, start, source, amount }: Sample): Point => {
    const written = life.state.written.get(key);
    const moment = written?.start ?? momentOf(life.person.timeline, start);
    return {
      start: moment,
      end: moment,
      source: written ? "self" : source,
      key,
      amount,
      value: () => ({ sampleTime: sampleTime(moment), ...value(amount), ...written?.value }),
    };
  };
  return {
    rollUp,
    points: (life, span) =>
      of(life).filter(starts(span)).map((sample) => pointOf(life, sample)),
  };
}

/** Grams without the dust of binary fractions. */
const grams = (kg: number): number => Math.round(kg * 1e6) / 1000;

const weights = ({ person }: Life): Sample[] => person.weighings().map(
  ({ key, start, source, kg }) => ({ key, start, source, amount: grams(kg) }),
);

const fats = ({ person }: Life): Sample[] => [
  ...person.weighings().flatMap(({ key, start, source, fatPercent }) => (
    fatPercent === undefined ? [] : [{ key: `${key}:fat`, start, source, amount: fatPercent }]
  )),
  ...person.entries().filter(({ type }) => type === "fat").map(({ key, start, value }) => (
    { key, start, source: "app" as const, amount: value }
  )),
].sort((a, b) => a.start - b.start);

/** The heights that were set, oldest first; a change by the other door is noticed here. */
export function heightsOf({ person, state }: Life): HeightNote[] {
  const { heightMetres, memberSince } = person.profile;
  const last = state.heights.at(-1);
  if (last?.metres !== heightMetres) {
    const at = last ? person.now : person.timeline.startOf(memberSince);
    state.heights.push({ key: `height:${state.heights.length}:${at}`, at, metres: heightMetres });
  }
  return state.heights;
}

const heights = (life: Life): Sample[] => heightsOf(life).map(({ key, at, metres }) => (
  { key, start: at, source: "app", amount: metres * 1000 }
));

export const weightStream = samples(
  weights, (amount) => ({ weightGrams: amount }), average("weightGramsAvg"),
);

export const bodyFatStream = samples(
  fats, (amount) => ({ percentage: amount }), average("bodyFatPercentageAvg"),
);

export const heightStream = samples(heights, (amount) => int64("heightMillimeters", amount));
