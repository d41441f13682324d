import type { Exercise } from "../../person/truth";
import type { Answer, Call, Route } from "../route";
import { inUnit } from "../units";
import { nameOf } from "./catalogue";
import { effortOf } from "./effort";

const MOST = 20;

/** The exercises of a type, the last one first. */
type Used = [Exercise, ...Exercise[]];

/** A type as it was last done; its energy is not told, in one of two ways. */
function typeItem(call: Call, [last]: Used): object {
  const { typeId, name, description } = nameOf(last.kind);
  const { metres = 0 } = effortOf(call, last);
  return {
    activityId: typeId,
    calories: metres > 0 ? -1 : 0,
    description,
    distance: inUnit(metres, call.units.distance, 2),
    duration: last.end - last.start,
    name,
  };
}

/** Every type that was done, the one that was done last first. */
function typesUsed({ person }: Call): Used[] {
  const types = new Map<number, Used>();
  for (const exercise of person.exercises().reverse()) {
    const { typeId } = nameOf(exercise.kind);
    const known = types.get(typeId);
    if (known) known.push(exercise);
    else types.set(typeId, [exercise]);
  }
  return [...types.values()];
}

const answerOf = (call: Call, types: Used[]): Answer =>
  ({ body: types.slice(0, MOST).map((used) => typeItem(call, used)) });

const common = { method: "GET", scope: "activity" } as const;

export const typesUsedRoutes: Route[] = [
  {
    ...common,
    path: "/1/user/:user/activities/recent.json",
    answer: (call) => answerOf(call, typesUsed(call)),
  },
  {
    ...common,
    path: "/1/user/:user/activities/frequent.json",
    answer: (call) =>
      answerOf(call, typesUsed(call).sort((a, b) => b.length - a.length)),
  },
];
