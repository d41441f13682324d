import type { CivilDate } from "../dates";
import type { Missing } from "../answer";
import type { Cells } from "../rows";
import { amount, nothing } from "../sentences";
import type { ActivityDay } from "./shapes";
import { unitsOf, type UnitSystem } from "../units";

/** The entries of `distances` that are no activity. */
const KINDS = ["total", "tracker", "loggedActivities"];

/**
 * The figures of a day that workflows read without digging: the output fields that this action
 * has had from its first version on. A number that the API does not give is null.
 */
export function summaryFigures({ summary }: ActivityDay) {
  const { distances = [] } = summary;
  const distance = (kind: string) =>
    distances.find(({ activity }) => activity === kind)?.distance ?? null;
  const levels = {
    very: summary.veryActiveMinutes ?? null,
    fairly: summary.fairlyActiveMinutes ?? null,
    lightly: summary.lightlyActiveMinutes ?? null,
    sedentary: summary.sedentaryMinutes ?? null,
  };
  return {
    calories: { out: summary.caloriesOut ?? null, bmr: summary.caloriesBMR ?? null },
    distance: {
      total: distance("total"),
      tracker: distance("tracker"),
      logged: distance("loggedActivities"),
      byActivity: Object.fromEntries(
        distances
          .filter(({ activity }) => !KINDS.includes(activity))
          .map(({ activity, distance }) => [activity, distance]),
      ),
    },
    activeMinutes: {
      ...levels,
      total: sum([levels.very, levels.fairly, levels.lightly]),
    },
  };
}

/** What a day fills of a flat row. */
export function dayCells({ summary }: ActivityDay): Cells {
  const { fairlyActiveMinutes: fairly, veryActiveMinutes: very } = summary;
  const isKnown = fairly !== undefined && very !== undefined;
  return {
    steps: summary.steps,
    distance: totalDistance(summary),
    floors: summary.floors,
    calories: summary.caloriesOut,
    activeMinutes: isKnown ? fairly + very : undefined,
    restingHeartRate: summary.restingHeartRate,
  };
}

function totalDistance({ distances }: ActivityDay["summary"]): number | undefined {
  return distances?.find(({ activity }) => activity === "total")?.distance;
}

/** The sum of what is known; null when nothing is. */
function sum(numbers: (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length ? known.reduce((total, number) => total + number, 0) : null;
}

/** `9,412 steps, 6.8 km and 2,310 calories on 2026-03-20`; what may not be read is no zero. */
export function daySummary(
  date: CivilDate | undefined,
  { summary }: ActivityDay,
  system: UnitSystem | undefined,
  missing: Missing[] = [],
): string {
  const far = totalDistance(summary);
  const figures = [
    summary.steps !== undefined && `${amount(summary.steps)} steps`,
    far !== undefined && `${amount(far)} ${unitsOf(system).distance.word}`,
    summary.caloriesOut !== undefined && `${amount(summary.caloriesOut)} calories`,
  ].filter((figure) => figure !== false);
  const when = date === undefined ? "today" : `on ${date}`;
  if (figures.length) return `${figures.join(", ")} ${when}`;
  const lost = TOLD.map((field) => missing.find(({ part }) => part === field));
  return lost.every(Boolean) ? unread(when, lost[0]) : nothing(`activity ${when}`);
}

/** What the sentence is made of. */
const TOLD = ["summary.steps", "summary.distances", "summary.caloriesOut"];

const REASONS: Partial<Record<Missing["why"], string>> = {
  "no source": "the API does not offer it",
  "refused": "the API refuses it",
};

function unread(when: string, { why = "refused", scope = "" }: Partial<Missing> = {}): string {
  const reason = REASONS[why] ?? `this connection lacks the scope \`${scope}\``;
  return `Activity ${when} is not known: ${reason}.`;
}
