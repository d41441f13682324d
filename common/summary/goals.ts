import { ConfigurationError } from "@pipedream/platform";
import type { ActivityGoals } from "../activity/shapes";
import type { Call } from "../call";
import type { CivilDate } from "../dates";
import { isFields } from "../fields";
import { readChoice, readDecimal } from "../input";
import type { Given } from "../pipedream";
import type { Crossed, Crossing, Looking } from "../polling/crossings";
import { isTime } from "../polling/json";
import { amount } from "../sentences";
import type { UnitSystem } from "../units";
import { goalMetrics, type GoalMetric } from "./choices";
import { daysFrom, readDaily, unitOfMetric } from "./daily";
import type { SummaryApi } from "./parts";
import { figureInWords } from "./text";

/** What Fitbit calls the goals. */
const GOALS = {
  steps: "steps",
  distance: "distance",
  floors: "floors",
  calories: "caloriesOut",
  activeMinutes: "activeMinutes",
  activeZoneMinutes: "activeZoneMinutes",
} as const satisfies Record<GoalMetric, keyof ActivityGoals>;

/** A goal of a day as a user writes it; without a target, it is the person's own. */
export interface GoalChoice {
  metric: GoalMetric;
  target?: number;
}

export function readGoal({ metric, target }: {
  metric: Given<string | undefined>;
  target: Given<string | undefined>;
}): GoalChoice {
  return {
    metric: readChoice("Metric", metric, goalMetrics) ?? goalMetrics[0],
    target: readDecimal("Target", target, { min: 0.01, example: "10000" }),
  };
}

/** What is told of a goal. */
export interface GoalDay {
  date: CivilDate;
  metric: GoalMetric;
  value: number;
  goal: number;
  /** Absent for a count. */
  unit?: string;
}

/** The person's own goal, as it was asked for. */
export interface AskedGoal {
  metric: GoalMetric;
  goal: number;
  at: number;
}

export const isAskedGoal = (value: unknown): value is AskedGoal => isFields(value)
  && typeof value.goal === "number" && isTime(value.at)
  && goalMetrics.some((metric) => metric === value.metric);

const GOAL_GOOD_FOR_MS = 6 * 3_600_000;

/** The person's own goal, which is asked for every six hours; none where a target is given. */
export async function ownGoal(
  app: SummaryApi,
  { metric, target }: GoalChoice,
  { now, note }: Pick<Looking, "now" | "note">,
  call: Call,
): Promise<AskedGoal | undefined> {
  if (target !== undefined) return undefined;
  const isFresh = isAskedGoal(note) && note.metric === metric
    && now >= note.at && now - note.at < GOAL_GOOD_FOR_MS;
  if (isFresh) return note;
  const { [GOALS[metric]]: goal } = await app.getActivityGoals(call);
  if (goal !== undefined && goal > 0) return { metric, goal, at: now };
  throw new ConfigurationError(`Target is missing: nothing says what your daily goal is for ${metric}. Fill in a number.`);
}

/** The days on which as much was reached, from the totals of the days as they are. */
export async function goalsReached(
  app: SummaryApi, choice: GoalChoice, looking: Looking, call: Call,
): Promise<Crossed<GoalDay>> {
  const own = await ownGoal(app, choice, looking, call);
  const goal = own?.goal ?? choice.target ?? Infinity;
  const range = daysFrom(looking.since, looking.now);
  const figures = await readDaily(app, { column: choice.metric, range, zeros: false }, call);
  const reached = [...figures].filter(([, value]) => value >= goal);
  return {
    crossings: reached.map(([date, value]) =>
      goalCrossing(choice, { date, value, goal }, noonOf(date), call)),
    line: lineOf(choice, goal, call),
    note: own,
  };
}

const noonOf = (date: CivilDate): number => Date.parse(`${date}T12:00:00Z`);

/** A day that is told of, by its date, its metric and the target given. */
export function goalCrossing(
  choice: GoalChoice,
  { date, value, goal }: Pick<GoalDay, "date" | "value" | "goal">,
  ts: number,
  { unitSystem }: Call,
): Crossing<GoalDay> {
  const { metric } = choice;
  const unit = unitOfMetric(metric, unitSystem);
  return {
    id: `${date}-${goalKey(choice)}`,
    day: date,
    ts,
    report: () => ({ date, metric, value, goal, ...unit !== undefined && { unit } }),
  };
}

function goalKey({ metric, target }: GoalChoice): string {
  return target === undefined ? metric : `${metric}-${target}`;
}

/** Where the goal is, in a word. */
export function lineOf({ metric }: GoalChoice, goal: number, { unitSystem }: Call): string {
  return [metric, goal, unitSystem ?? "metric"].join(" ");
}

/** `10,412 steps on 2026-03-20, the goal is 10,000`. */
export function goalInWords(
  { date, metric, value, goal }: GoalDay, system: UnitSystem | undefined,
): string {
  return `${figureInWords(metric, value, system)} on ${date}, the goal is ${amount(goal)}`;
}
