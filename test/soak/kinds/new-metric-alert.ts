import { daysUntil } from "../crossings/days";
import { finished, isWorn, lastDays, movable, stepsOf, unless } from "../crossings/goals";
import type { CrossingLook, CrossingLooks, Line } from "../crossings/kind";
import type { Props, Scene } from "../kind";

const choices: Props[] = [
  { threshold: "7000" }, { threshold: "9000" }, { threshold: "8000", side: "above" },
  { metric: "restingHeartRate", side: "above", threshold: "55" },
  { side: "above" }, { metric: "restingHeartRate" },
];

/** Whether a day's figure is as it is to be told; undefined where that is left open. */
function isOff({ person }: Scene, props: Props, day: string): boolean | undefined {
  const { metric = "steps", side = "below", threshold } = props;
  if (threshold === undefined) return undefined;
  const figure = metric === "steps"
    ? stepsOf(person, day)
    : person.restingHeartRate(Date.parse(day) / 86_400_000) ?? 0;
  return side === "above" ? figure > Number(threshold) : figure < Number(threshold);
}

function linesOf(scene: Scene, props: Props, since: string, last: string): Line[] {
  const { metric = "steps", side = "below" } = props;
  const final = finished(scene, since, last);
  return daysUntil(since, last).flatMap((day) => {
    const off = isOff(scene, props, day);
    if (off === false || !isWorn(scene.person, day)) return [];
    const isOver = side === "above" || metric !== "steps" || final.includes(day);
    return isOver ? [{ id: `${day}-${String(metric)}-${String(side)}`, day, isSure: off }] : [];
  });
}

/** Below a line a day is looked at when it is over, and not for ever again. */
const linesUntil = (lastOf: (scene: Scene) => string) => () => unless(
  (scene, props, day) => props.side !== "above" && isWorn(scene.person, day)
    && isOff(scene, props, day) === false
    ? "none"
    : undefined,
  movable((scene, props, since) => linesOf(scene, props, since, lastOf(scene))),
);

const onBoth = {
  choices,
  lookBackDays: 14,
  flaw: ({ date, metric, value, side, threshold, baseline }, id) => {
    if (id !== `${String(date)}-${String(metric)}-${String(side)}`) return `as ${id}`;
    const line = Number(threshold ?? (baseline as Props).mean);
    const isAbove = Number(value) > line;
    return isAbove === (side === "above") ? undefined : `as ${String(side)} ${line}`;
  },
} satisfies Partial<CrossingLook>;

const beside = ({ side, metric }: Props): number => side || metric ? 0 : 1;

export const crossings: CrossingLooks = {
  fitbit: {
    ...onBoth,
    expecting: linesUntil(lastDays.fitbit),
    costs: { idle: () => 1, beside, perEvent: 0 },
  },
  google_health: {
    ...onBoth,
    expecting: linesUntil(lastDays.google_health),
    costs: {
      idle: (days) => Math.ceil((days + 28) / 90),
      beside: (props) => 2 * beside(props),
      perEvent: 0,
    },
  },
};
