import { type Day, dayText } from "../../person/days";
import { invalid } from "../envelope";
import type { Call } from "../route";
import { inUnit, type Units } from "../units";
import { type DayFigures, figuresOf, FLOOR_METRES } from "./effort";

export interface Measure {
  value: (figures: DayFigures, units: Units) => number;
  /** Has a `tracker/…` twin that leaves out what was written down by hand. */
  tracker: boolean;
  maxDays?: number;
  needsAltimeter?: boolean;
  /** Written as a decimal number, 0 as "0.0". */
  decimal?: true;
}

const minutes = (level: 0 | 1 | 2 | 3): Measure => ({
  value: ({ tracker }) => tracker.levelMinutes[level],
  tracker: true,
});

/** https://dev.fitbit.com/build/reference/web-api/activity-timeseries/ */
const MEASURES: Record<string, Measure> = {
  "activityCalories": {
    value: ({ tracker, logged }) => Math.round(tracker.activeKcal + logged.activeKcal),
    tracker: true,
    maxDays: 30,
  },
  "calories": {
    value: ({ tracker, logged }) => Math.round(tracker.kcal + logged.kcal),
    tracker: true,
  },
  "caloriesBMR": { value: ({ tracker }) => Math.round(tracker.basalKcal), tracker: false },
  "distance": {
    value: ({ tracker, logged }, { distance }) =>
      inUnit(tracker.metres + logged.metres, distance, 6),
    tracker: true,
    decimal: true,
  },
  "elevation": {
    value: ({ tracker }, { elevation }) => inUnit(tracker.floors * FLOOR_METRES, elevation, 3),
    tracker: true,
    needsAltimeter: true,
    decimal: true,
  },
  "floors": { value: ({ tracker }) => tracker.floors, tracker: true, needsAltimeter: true },
  "minutesSedentary": minutes(0),
  "minutesLightlyActive": minutes(1),
  "minutesFairlyActive": minutes(2),
  "minutesVeryActive": minutes(3),
  "steps": { value: ({ tracker, logged }) => tracker.steps + logged.steps, tracker: true },
  "swimming-strokes": { value: ({ tracker }) => tracker.strokes, tracker: false },
};

/** A measure by its path: `steps`, `tracker/steps`. */
export interface Named { path: string; measure: Measure; tracker: boolean }

/** The measure that a path names, where the watch has it. */
export function measureOf({ params, switches }: Call, tracker = false): Named {
  const name = params.resource ?? "";
  const measure = Object.hasOwn(MEASURES, name) ? MEASURES[name] : undefined;
  const path = `${tracker ? "tracker/" : ""}${name}`;
  const blind = measure?.needsAltimeter && !switches.altimeter;
  if (!measure || (tracker && !measure.tracker) || blind) {
    throw invalid("resource path", `Invalid time series resource path: /activities/${path}`);
  }
  return { path, measure, tracker };
}

/** The key of an answer. */
export const keyOf = ({ path }: Named): string => `activities-${path.replace("/", "-")}`;

/** A number as the series write it. */
export const numeral = (value: number, { decimal }: Measure): string =>
  (decimal && Number.isInteger(value) ? value.toFixed(1) : String(value));

const NOTHING = { steps: 0, metres: 0, kcal: 0, activeKcal: 0 };

/** A row for each day. */
export function daysRows(
  call: Call, { measure, tracker }: Named, [first, last]: [Day, Day], utc: boolean,
) {
  const figuresOn = figuresOf(call, utc);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const figures = figuresOn(first + i);
    const counted = tracker ? { ...figures, logged: NOTHING } : figures;
    const value = numeral(measure.value(counted, call.units), measure);
    return { dateTime: dayText(first + i), value };
  });
}
