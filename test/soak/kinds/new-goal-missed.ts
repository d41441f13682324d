import { daysUntil, hasCome } from "../crossings/days";
import {
  finished, goalId, isWorn, lastDays, stepsOf, targetOf, unless,
} from "../crossings/goals";
import type { CrossingLook, CrossingLooks } from "../crossings/kind";
import type { Props, Scene } from "../kind";

const choices: Props[] = [
  { target: "8000", time: "20:00", timeZone: "home" },
  { target: "12000", time: "20:00", timeZone: "home" },
  { target: "8000", time: "00:30", timeZone: "home" },
];

const due = ({ time }: Props, day: string, now: number) =>
  hasCome(Date.parse(`${day}T${String(time)}:00Z`), now);

const isReached = ({ person }: Scene, props: Props, day: string): boolean =>
  stepsOf(person, day) >= targetOf(props);

/** A day is judged once, by the settings of then. */
const linesUntil = (lastOf: (scene: Scene) => string) => () => unless(
  (scene, props, day) => {
    const { person } = scene;
    if (!isWorn(person, day) || due(props, day, person.now) === "no") return undefined;
    return isReached(scene, props, day) ? "reached" : goalId(props, day);
  },
  {
    lines: (scene, props, since) => {
      const { person } = scene;
      const final = finished(scene, since, lastOf(scene));
      return daysUntil(since, lastOf(scene)).flatMap((day) => {
        const come = due(props, day, person.now);
        if (!isWorn(person, day) || isReached(scene, props, day) || come === "no") return [];
        return [{ id: goalId(props, day), day, isSure: come === "surely" && final.includes(day) }];
      });
    },
  },
);

const onBoth = {
  lookBackDays: 14,
  flaw: ({ value, goal, date }, id) => {
    if (!id.startsWith(`${String(date)}-steps`)) return `as of ${String(date)}`;
    return Number(value) >= Number(goal) ? "as of a day on which it was reached" : undefined;
  },
} satisfies Partial<CrossingLook>;

export const crossings: CrossingLooks = {
  fitbit: {
    ...onBoth,
    choices: [...choices, { time: "20:00", timeZone: "home" }],
    expecting: linesUntil(lastDays.fitbit),
    costs: { idle: () => 2, beside: ({ target }) => target ? 0 : 1, perEvent: 0 },
  },
  google_health: {
    ...onBoth,
    choices,
    expecting: linesUntil(lastDays.google_health),
    costs: { idle: (days) => 2 * Math.ceil(days / 90), beside: () => 0, perEvent: 0 },
  },
};
