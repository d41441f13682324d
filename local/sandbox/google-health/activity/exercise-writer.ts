import type { Fields } from "../read";
import { removeFrom, session, type Writer } from "../writer";
import { activityOf, displayNameOf } from "./exercise-types";

export const writer: Writer = {
  message: "Exercise",
  optional: ({ exerciseNeedsMetrics }) =>
    (exerciseNeedsMetrics ? [] : ["metricsSummary", "displayName"]),
  patched: () => "ignored",
  read: (value) => {
    const { moments, rest } = session(value);
    const type = String(rest.exerciseType);
    const given = type === "OTHER" ? rest.displayName : undefined;
    const displayName = given === undefined || given === "" ? displayNameOf(type) : given;
    return { moments, rest: { ...rest, displayName } };
  },
  add: ({ person }, [start, end], { exerciseType, displayName, metricsSummary = {} }) => {
    const { caloriesKcal, distanceMillimeters: way, steps } = metricsSummary as Fields;
    const kind = activityOf(String(exerciseType), String(displayName));
    return person.addExercise(kind, { from: start.at, to: end.at }, {
      ...(caloriesKcal !== undefined && { kcal: Number(caloriesKcal) }),
      ...(way !== undefined && { metres: Number(way) / 1000 }),
      ...(steps !== undefined && { steps: Number(steps) }),
    }).key;
  },
  remove: removeFrom(({ person }) => person.exercises()),
};
