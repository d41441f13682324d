import { dataType, METHODS, SCOPES } from "../data-type";
import { type Sample, samples } from "../points/samples";
import { average } from "../points/sums";
import type { Life } from "../state";
import { SOURCES } from "./weight";
import { entries, record, removeFrom, sample, within } from "../writer";

const fats = ({ person }: Life): Sample[] => [
  ...person.weighings().flatMap(({ key, start, source, fatPercent: amount }) => (
    amount === undefined ? [] : [{ key: `${key}:fat`, start, source: SOURCES[source], amount }]
  )),
  ...person.entries().filter(({ type }) => type === "fat").map(({ key, start, value, by }) => (
    { key, start, source: SOURCES[by ?? "app"], amount: value }
  )),
].sort((a, b) => a.start - b.start);

export const bodyFat = dataType("body-fat", "sample", SCOPES.metrics, METHODS.all, {
  stream: samples(
    fats, (amount) => ({ percentage: amount }), average("bodyFatPercentageAvg"),
  ),
  writer: {
    message: "BodyFat",
    read: sample,
    add: (life, [at], { percentage }) =>
      record("fat", entries)(life, at, within(percentage, "data_point.body_fat.percentage", 100)),
    canDelete: ({ bodyFatDeletes }) => bodyFatDeletes,
    remove: removeFrom(entries),
  },
});
