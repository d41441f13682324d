import { daysUntil } from "../crossings/days";
import { goalId, isWorn, lastDays, movable, stepsOf, targetOf } from "../crossings/goals";
import type { CrossingLook, CrossingLooks } from "../crossings/kind";
import type { Props, Scene } from "../kind";

const choices: Props[] = [
  { target: "8000" }, { target: "5000" }, { target: "12000" },
];

const linesUntil = (lastOf: (scene: Scene) => string) => () => movable((scene, props, since) =>
  daysUntil(since, lastOf(scene))
    .filter((day) => stepsOf(scene.person, day) >= targetOf(props))
    .map((day) => ({ id: goalId(props, day), day, isSure: isWorn(scene.person, day) })));

const onBoth = {
  lookBackDays: 14,
  flaw: ({ value, goal, date }, id) => {
    if (!id.startsWith(`${String(date)}-steps`)) return `as of ${String(date)}`;
    return Number(value) < Number(goal) ? "as of a day on which it was not reached" : undefined;
  },
} satisfies Partial<CrossingLook>;

export const crossings: CrossingLooks = {
  fitbit: {
    ...onBoth,
    choices: [...choices, {}],
    expecting: linesUntil(lastDays.fitbit),
    costs: { idle: () => 1, beside: ({ target }) => target ? 0 : 1, perEvent: 0 },
  },
  google_health: {
    ...onBoth,
    choices,
    expecting: linesUntil(lastDays.google_health),
    costs: { idle: (days) => Math.ceil(days / 90), beside: () => 0, perEvent: 0 },
  },
};
