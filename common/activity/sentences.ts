import { noneListed, type Extent } from "../lists";
import { inWords, type RangeExtent } from "../ranges";
import { amount, counted, duration, nothing } from "../sentences";
import { statisticsOf } from "../statistics";
import { unitsOf, type UnitSystem } from "../units";
import type {
  ActivityHabit, ActivityLog, DailySteps, DayActivity, MobilityMetrics, WorkoutSummary,
} from "./shapes";
import type { Track } from "./track";

/** `Run, 5.2 km in 30 min`. */
export function workout(log: ActivityLog, units?: UnitSystem): string {
  return exercise(log.activityName, log, units);
}

/** `Run, 5.2 km in 30 min`, for an activity as a day shows it. */
export function loggedActivity(log: DayActivity | undefined, units?: UnitSystem): string {
  return log ? exercise(log.name, log, units) : "an activity";
}

function exercise(
  name: string,
  { distance, duration: ms }: { distance?: number; duration?: number },
  units?: UnitSystem,
): string {
  const far = distance ? `${amount(distance)} ${unitsOf(units).distance.word}` : "";
  const long = ms === undefined ? "" : duration(ms / 60_000);
  return [name, [far, long].filter(Boolean).join(" in ")].filter(Boolean).join(", ");
}

/** `3 activity logs, the newest on 2026-03-18: Run, 5.2 km in 30 min`. */
export function activitiesListed(
  logs: ActivityLog[],
  units?: UnitSystem,
  extent: Partial<Extent> = {},
): string {
  const [newest] = logs;
  if (!newest) return noneListed("activity logs", extent);
  const day = newest.startTime.slice(0, 10);
  return `${counted(logs.length, "activity log")}, the newest on ${day}: ${workout(newest, units)}`;
}

/** A figure by its label, and its values of the days that count. */
export type Labelled = readonly [label: string, values: readonly number[]];

/** `Steps 9,412, Floors 12 a day on average, on 28 days from 2026-02-19 to 2026-03-20`. */
export function figuresOverDays(figures: readonly Labelled[], extent: RangeExtent): string {
  const means = figures.flatMap(([label, values]) => {
    const { mean } = statisticsOf(values) ?? {};
    return mean === undefined ? [] : [`${label} ${amount(mean < 100 ? mean : Math.round(mean))}`];
  });
  const days = Math.max(...figures.map(([, values]) => values.length));
  if (!means.length) return nothing(`activity ${inWords(extent)}`);
  const often = days === 1 ? "" : ` a day on average, on ${days} days`;
  return `${means.join(", ")}${often} ${inWords(extent)}`;
}

/** `9,412 steps on 2026-03-20`. */
export function stepsGiven({ "activities-steps": days = [] }: DailySteps): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return nothing("steps");
  const steps = days.reduce((sum, { value }) => sum + Number(value), 0);
  return `${amount(steps)} steps ${inWords({ startDate: first.dateTime, endDate: last.dateTime })}`;
}

/** `A track of 1,843 points, written to /tmp/activity-1.tcx`. */
export function trackGiven({ count, placed, filePath }: Track): string {
  const where = filePath === undefined ? "" : `, written to ${filePath}`;
  if (!count) return `The activity has no track: neither GPS nor heart rate was recorded${where}`;
  const places = placed ? "" : ", none with a place";
  return `A track of ${amount(count)} points${places}${where}`;
}

/** `178 steps a minute, 245 ms on the ground`. */
export function workoutMeasured({ mobilityMetrics = {} }: WorkoutSummary): string {
  const figures = Object.entries(MOVEMENTS).flatMap(([name, words]) => {
    const figure = mobilityMetrics[name as keyof MobilityMetrics];
    return figure === undefined ? [] : [`${amount(figure)} ${words}`];
  });
  return figures.join(", ") || "The watch did not measure how you moved: only advanced ones do, in runs.";
}

const MOVEMENTS: Record<keyof MobilityMetrics, string> = {
  avgCadenceStepsPerMinute: "steps a minute",
  avgGroundContactTimeMilliseconds: "ms on the ground",
  avgStrideLengthMillimeters: "mm a stride",
  avgVerticalOscillationMillimeters: "mm up and down",
  avgVerticalRatio: "% vertical ratio",
};

/** `5 kinds of recent activities: Run, Walk, Yoga`. */
export function habitsListed(habits: readonly ActivityHabit[], which: string): string {
  const names = habits.slice(0, 3).map(({ name }) => name);
  return habits.length
    ? `${counted(habits.length, `kind`)} of ${which} activities: ${names.join(", ")}${habits.length > 3 ? " …" : ""}`
    : nothing(`${which} activities`);
}
