import type { AnyRecord } from "../../person/truth";
import { dataType, METHODS, SCOPES } from "../data-type";
import { type Sample, samples } from "../points/samples";
import { average } from "../points/sums";
import type { Life } from "../state";
import { record, removeFrom, sample, within } from "../writer";

/** Grams without the dust of binary fractions. */
const grams = (kg: number): number => Math.round(kg * 1e6) / 1000;

const weights = ({ person }: Life): Sample[] => person.weighings().map(
  ({ key, start, source, kg }) => ({ key, start, source, amount: grams(kg) }),
);

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
