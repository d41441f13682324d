import { SECOND } from "../../person/days";
import type { AnyRecord, Weighing } from "../../person/truth";
import { dataType, METHODS, SCOPES } from "../data-type";
import { type Sample, samples } from "../points/samples";
import { average } from "../points/sums";
import type { Source } from "../sources";
import type { Life } from "../state";
import { record, removeFrom, sample, within } from "../writer";

export const SOURCES: Record<Weighing["source"], Source> = {
  scale: "scale", app: "app", client: "fitbitClient",
};

/** Grams without the dust of binary fractions. */
const grams = (kg: number): number => Math.round(kg * 1e6) / 1000;

/** What else is told of a weighing, and how long after it. */
const COPIES = [
  { name: "mirror", after: 30 * SECOND, source: "namelessClient" },
  { name: "double", after: 38 * SECOND, source: "healthConnect" },
] as const;

function copiesOf({ switches }: Life, { key, start, source, kg }: Weighing): Sample[] {
  if (!switches.weightCopies || source !== "scale") return [];
  return COPIES.map(({ name, after, source: from }) => (
    { key: `${key}:${name}`, start: start + after, source: from, amount: grams(kg), isCopy: true }
  ));
}

const weights = (life: Life): Sample[] => life.person.weighings().flatMap((weighing) => {
  const { key, start, source, kg } = weighing;
  const own = { key, start, source: SOURCES[source], amount: grams(kg) };
  return [own, ...copiesOf(life, weighing)];
});

const weighings = ({ person }: Life): AnyRecord[] => person.weighings();

export const weight = dataType("weight", "sample", SCOPES.metrics, METHODS.all, {
  stream: samples(weights, (amount) => ({ weightGrams: amount }), average("weightGramsAvg")),
  writer: {
    message: "Weight",
    patched: ({ sampleTime }) => (sampleTime === undefined ? "failed" : "stored"),
    read: sample,
    add: (life, [at], { weightGrams }) => {
      const mass = within(weightGrams, "data_point.weight.weight_grams", 1e6);
      return record("weight", weighings)(life, at, mass / 1000);
    },
    remove: removeFrom(weighings),
  },
});
